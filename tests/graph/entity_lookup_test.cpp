// Whom a name means, and what is suggested where it means nobody.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "graph/error.hpp"
#include "graph/random_graph.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/suggestion.hpp"
#include "graph/tsv.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

using Names = std::vector<std::string>;

struct Drawn {
    explicit Drawn(std::string_view drawing) { GraphPicture(drawing).write(directory.file("kith.db")); }

    Names who(std::string_view name) const {
        Names found;
        for (const Entity& entity : Store(path).entities_named(name)) {
            found.push_back(entity.name + " (" + in_words(entity.kind) + ")");
        }
        return found;
    }

    test::TemporaryDirectory directory{};
    std::string path = directory.file("kith.db");
};

// One to three words of a few letters each, so that many look alike.
std::string random_name(Dice& dice) {
    std::string name;
    for (int words = 1 + dice.roll(3); words > 0; --words) {
        for (int letters = 2 + dice.roll(3); letters > 0; --letters) name += static_cast<char>('a' + dice.roll(3));
        if (words > 1) name += ' ';
    }
    return name;
}

// How names are alike, in order: by all words of the one in the other, by few edits, by all words of the other in the one.
std::optional<std::pair<int, std::size_t>> likeness(const std::string& asked, const std::string& other) {
    const auto words = [](std::string_view text) {
        const auto parts = split(text, ' ');
        return std::set<std::string_view>(parts.begin(), parts.end());
    };
    const auto holds = [&](std::string_view one, std::string_view another) {
        return std::ranges::includes(words(one), words(another));
    };
    if (other.size() >= asked.size() && asked.size() > 2 && holds(other, asked))
        return std::pair(0, other.size() - asked.size());
    const std::size_t most = largest_suggested_distance(asked.size());
    if (const std::size_t distance = edit_distance(asked, other, most); distance <= most) return std::pair(1, distance);
    if (asked.find(' ') != std::string::npos && other.size() < asked.size() && other.size() > 2 && holds(asked, other))
        return std::pair(2, asked.size() - other.size());
    return std::nullopt;
}

// Every name compared, then sorted.
Names most_alike(const Store& store, const std::string& asked) {
    std::set<std::tuple<std::pair<int, std::size_t>, std::string, EntityId>> alike;
    Statement rows = database_of(store).prepare("SELECT key, entity FROM alias");
    while (rows.step()) {
        const std::string other(rows.text(0));
        if (const auto how = likeness(asked, other)) alike.emplace(*how, other, rows.integer(1));
    }
    Names names;
    for (const auto& [how, other, entity] : alike) {
        if (names.size() < 5) names.push_back(store.entity(entity).name);
    }
    return names;
}

const char* const presidents =
    "Putin:person -backs-> Mali:state; Vladimir Putin:person -backs-> Mali; Vladimir Putin -backs-> Syria:state; "
    "Jordan:state -backs-> Mali; Michael Jordan:person -backs-> Mali; Michael Jordan -backs-> Syria";

}  // namespace

TEST_CASE("of several who go by a name the one with most claims is taken, also by a last name") {
    const Drawn drawn(presidents);
    CHECK(drawn.who("Putin") == Names{"Vladimir Putin (person)", "Putin (person)"});
    CHECK(Store(drawn.path).find_entity("Putin").name == "Vladimir Putin");
    CHECK(drawn.who("Vladimir Putin") == Names{"Vladimir Putin (person)"});
}

TEST_CASE("a last name is none where something else than a person is called so") {
    CHECK(Drawn(presidents).who("Jordan") == Names{"Jordan (state)"});
}

TEST_CASE("a name in passing counts as much as one of the entity's own") {
    const Drawn drawn("Wagner Group:armed_group -backs-> Mali:state");
    {
        StoreWriter writer(drawn.path);
        writer.begin({.location = "a.txt", .text = "The Wagner men came."});
        ClaimRecord claim;
        claim.subject = {"Wagner Group", EntityKind::armed_group, "Wagner men", {}};
        claim.relation = "backs";
        claim.object = {"Mali", EntityKind::state, "", {}};
        claim.sentence = {0, 3};
        writer.add(claim);
        writer.commit();
    }
    CHECK(drawn.who("Wagner men") == Names{"Wagner Group (armed group)"});
}

TEST_CASE("what kith prints of an entity can be asked with: its name with the kind, and its number") {
    const Drawn drawn("Wagner:place -located_in-> Brazil:state");
    {
        StoreWriter writer(drawn.path);
        writer.begin({.location = "a.txt"});
        ClaimRecord claim;
        claim.subject = {"Wagner", EntityKind::armed_group, "", {}};
        claim.relation = "backs";
        claim.object = {"Brazil", EntityKind::state, "", {}};
        writer.add(claim);
        writer.commit();
    }
    CHECK(drawn.who("Wagner").size() == 2);
    CHECK(drawn.who("Wagner (place)") == Names{"Wagner (place)"});
    CHECK(drawn.who("wagner (armed group)") == Names{"Wagner (armed group)"});
    CHECK(drawn.who("Wagner (armed_group)") == Names{"Wagner (armed group)"});
    CHECK(drawn.who("Wagner (company)").empty());
    CHECK(drawn.who("#2") == Names{"Brazil (state)"});
    for (const char* nobody : {"#", "#0", "#99", "#-1", "#2x", "#99999999999999999999", "(place)", "()"}) {
        CAPTURE(nobody);
        CHECK(drawn.who(nobody).empty());
    }
    CHECK(Store(drawn.path).unmerged_entities("Wagner (place)") == std::vector<EntityId>{1});
    CHECK(Store(drawn.path).unmerged_entities("#1") == std::vector<EntityId>{1});
}

TEST_CASE("a number names whom the entity is merged into") {
    const Drawn drawn("Ada:person -allied_with- Bo:person; Cy:person -allied_with- Bo");
    {
        StoreWriter writer(drawn.path);
        writer.judge(1, 3, "same", "user");
        writer.commit();
    }
    CHECK(drawn.who("#3") == Names{"Ada (person)"});
    CHECK(drawn.who("Cy") == Names{"Ada (person)"});
}

TEST_CASE("suggested is a name that holds the words in any order, that is spelt nearly so, or that is among them") {
    const Drawn drawn(
        "Maria Aleksandrovna Osetrova:person -allied_with- Hezbollah:armed_group; Mali:state -backs-> Hezbollah");
    const Store store(drawn.path);
    const auto similar = [&](const char* name) { return store.similar_names(name); };
    CHECK(similar("Maria Osetrova") == Names{"Maria Aleksandrovna Osetrova"});
    CHECK(similar("Osetrova, Maria") == Names{"Maria Aleksandrovna Osetrova"});
    CHECK(similar("Hezbolla") == Names{"Hezbollah"});
    CHECK(similar("Government of Mali") == Names{"Mali"});
    CHECK(similar("Zzz").empty());
    CHECK(similar("").empty());
    CHECK(similar(std::string(5000, 'x').c_str()).empty());
}

TEST_CASE("of hundreds of names that look alike the same five are suggested as if all were compared in full") {
    Dice dice(5);
    std::string drawing;
    std::set<std::string> drawn_names;
    while (drawn_names.size() < 400) drawn_names.insert(random_name(dice));
    for (const std::string& each : drawn_names) drawing += (drawing.empty() ? "" : "; ") + each + " -supplies-> Zed";
    const Drawn drawn(drawing);
    const Store store(drawn.path);
    for (int round = 0; round < 400; ++round) {
        const std::string asked = random_name(dice);
        CAPTURE(asked);
        CHECK(store.similar_names(asked) == most_alike(store, asked));
    }
}

TEST_CASE("a name that nobody goes by is an error that says so, with suggestions") {
    const Drawn drawn(presidents);
    const Store store(drawn.path);
    try {
        store.find_entity("Vladmir Putin");
        FAIL("nobody is called so");
    } catch (const Error& error) {
        CHECK(error.what() == std::string("Vladmir Putin: no entity goes by this name"));
        CHECK(error.next_step() == "Did you mean Vladimir Putin, or Putin?");
    }
    CHECK_THROWS_WITH_AS(store.find_entity("#99"), "#99: no entity has this number", Error);
}

TEST_CASE("a person of a list, family name first, is the one of the articles, in whatever order they come") {
    for (const bool list_first : {true, false}) {
        const kith::test::TemporaryDirectory folder;
        StoreWriter writer(folder.file("a.db"));
        writer.begin({.location = "list"});
        const EntityReference listed{"BRUKOV, Ivan", EntityKind::person, "", {}};
        const EntityReference told{"Ivan Brukov", EntityKind::person, "", {}};
        const EntityReference other{"Mali", EntityKind::state, "", {}};
        writer.add({.subject = list_first ? listed : told, .relation = "meets", .object = other});
        writer.add({.subject = list_first ? told : listed, .relation = "leads", .object = other});
        const Store store = writer.store();
        CHECK(store.statistics().entities == 2);
        CHECK(store.find_entity("Brukov").id == store.find_entity("Ivan Brukov").id);
        CHECK(store.find_entity("BRUKOV, Ivan").id == store.find_entity("Ivan Brukov").id);
        // Nor can one be tied to oneself under the other name.
        CHECK_THROWS_AS(writer.add({.subject = listed, .relation = "meets", .object = told}), RejectedRecord);
    }
}
