// Who goes by a name like this, the most claimed about first: the same answers with a snapshot, without, and as the
// tables tell them.
#include "graph/search/claimed_entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "graph/random_graph.hpp"
#include "graph/rows/snapshot.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

using Names = std::vector<std::string>;

Names names(const EntitiesFound& found) {
    Names names;
    for (const EntityFound& each : found.entities) names.push_back(each.entity.name);
    return names;
}

// Forty actors, of whom some are claimed about alike often, so that one claim more or less changes their order: some
// claims by several sources, some rejected, some of two who are one.
void write_random_store(Dice& dice, const std::string& path) {
    constexpr int actors = 40;
    const auto actor = [](int number) {
        return EntityReference{.name = "Actor " + std::to_string(number),
                               .kind = number % 3 == 0 ? EntityKind::company : EntityKind::organisation};
    };
    StoreWriter writer(path);
    for (int document = 0; document < 4; ++document) {
        writer.begin({.location = "list " + std::to_string(document)});
        for (std::size_t line = 1; line <= 40; ++line) {
            const int subject = line <= actors / 4 ? document * actors / 4 + static_cast<int>(line) - 1 : dice.roll(8);
            writer.add({.subject = actor(subject),
                        .relation = dice.chance(50) ? "meets" : "supplies",
                        .object = actor((subject + 1 + dice.roll(8)) % actors),
                        .confidence = 0.1 * dice.roll(11),
                        .sentence = {line, line + 1},
                        .line = line});
        }
    }
    for (int i = dice.roll(5); i > 0; --i) {
        const EntityId one = 1 + dice.roll(10), other = 1 + dice.roll(10);
        if (one != other) writer.judge(one, other, "same", "test");
    }
    writer.commit();
    for (int i = dice.roll(30); i > 0; --i) {
        writer.judge_claim(1 + dice.roll(40), dice.chance(80) ? ClaimVerdict::rejected : ClaimVerdict::confirmed,
                           "judge " + std::to_string(dice.roll(2)));
    }
    writer.commit();
}

// An entity after the other, each by its number, with all claims of its members.
std::vector<std::pair<std::int64_t, EntityId>> counted_one_by_one(const Store& store, const std::string& ending,
                                                                  const std::vector<EntityKind>& kinds) {
    std::vector<std::pair<std::int64_t, EntityId>> ranks;
    Statement count = database_of(store).prepare("SELECT sum((subject = ?1) + (object = ?1)) FROM claim");
    const std::int64_t last = database_of(store).integer("SELECT max(id) FROM entity");
    for (EntityId id = 1; id <= last; ++id) {
        const Entity entity = store.entity(id);
        if (entity.id != id || (!kinds.empty() && std::ranges::find(kinds, entity.kind) == kinds.end())) continue;
        if (std::ranges::none_of(store.aliases(id), [&](const Alias& alias) { return alias.name.ends_with(ending); }))
            continue;
        std::int64_t claims = 0;
        for (const EntityId member : store.members(id)) {
            count.bind(1, member).step();
            claims += count.integer(0);
            count.reset();
        }
        ranks.emplace_back(-claims, id);
    }
    std::ranges::sort(ranks);
    return ranks;
}

void expect_as_counted(const Store& store, const std::string& ending, const std::vector<EntityKind>& kinds,
                       std::size_t most) {
    const auto expected = counted_one_by_one(store, ending, kinds);
    const EntitiesFound found = find_entities(store, "*" + ending, kinds, most);
    CHECK(found.count == expected.size());
    REQUIRE(found.entities.size() == std::min(most, expected.size()));
    for (std::size_t i = 0; i < found.entities.size(); ++i) {
        CHECK(found.entities[i].entity == store.entity(expected[i].second));
        CHECK(static_cast<std::int64_t>(found.entities[i].claims) == -expected[i].first);
    }
}

}  // namespace

TEST_CASE("entities are found by part of a name and by kind, the most claimed about first") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Ada Berg:person -leads-> Union of Ships:company -supplies-> Bo Lind:person; "
        "Union of Ships -supplies-> Ada Berg -allied_with- Cy Berg:person")
        .write(path);
    const Store store(path);
    CHECK(names(find_entities(store, "*", {}, 9)) == Names{"Ada Berg", "Union of Ships", "Bo Lind", "Cy Berg"});
    CHECK(names(find_entities(store, "*", {EntityKind::company}, 9)) == Names{"Union of Ships"});
    CHECK(names(find_entities(store, "b*", {}, 9)) == Names{"Bo Lind"});
    CHECK(names(find_entities(store, "*berg*", {}, 1)) == Names{"Ada Berg"});
    CHECK(find_entities(store, "*berg*", {}, 1).count == 2);
    CHECK(find_entities(store, "ada*", {}, 1).entities.front().claims == 3);
    CHECK(names(find_entities(store, "*", {}, 0)).empty());
}

TEST_CASE("who is most claimed about is the same with an index and without, whatever was judged") {
    Dice dice(14);
    for (int round = 0; round < 60; ++round) {
        INFO("round " << round);
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("kith.db");
        write_random_store(dice, path);
        const Store store(path);
        for (const bool is_indexed : {false, true}) {
            INFO(std::string(is_indexed ? "with an index" : "without"));
            if (is_indexed) build_snapshot(store);
            for (const std::size_t most : {1U, 2U, 7U, 100U}) {
                expect_as_counted(store, "", {}, most);
                expect_as_counted(store, "3", {EntityKind::company, EntityKind::person}, most);
            }
        }
    }
}

TEST_CASE("a claim that was made after the index counts") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    std::string star;
    for (int i = 0; i < 20; ++i)
        star += (i == 0 ? "" : "; ") + std::string("Ada -supplies-> Point ") + std::to_string(i);
    GraphPicture(star).write(path);
    build_snapshot(Store(path));
    GraphPicture("Point 7 -supplies-> Point 9").write(path);
    const Store store(path);
    const EntitiesFound found = find_entities(store, "point*", {}, 1);
    CHECK(found.count == 20);
    CHECK(names(found) == Names{"Point 7"});
    CHECK(found.entities.front().claims == 2);
}
