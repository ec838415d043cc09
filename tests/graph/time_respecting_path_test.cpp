#include "graph/search/time_respecting_path.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <limits>
#include <optional>
#include <string>

#include "graph/random_graph.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

struct Slow {
    std::vector<Claim> claims;
    RelationId alliance;
    EntityId to;
    int max_hops;
    bool directed;
    std::optional<std::pair<std::size_t, Day>> best;  // hops, arrival

    bool symmetric(const Claim& claim) const { return claim.relation == alliance; }

    void extend(EntityId at, Day day, std::vector<EntityId>& passed) {
        if (at == to) {
            const std::pair found(passed.size() - 1, day);
            if (!best || found < *best) best = found;
            return;
        }
        if (static_cast<int>(passed.size()) > max_hops) return;
        for (const Claim& claim : claims) {
            for (const bool back : {false, true}) {
                if (!claim.day || *claim.day < day || (back && directed && !symmetric(claim))) continue;
                if ((back ? claim.object : claim.subject) != at) continue;
                const EntityId next = back ? claim.subject : claim.object;
                if (std::ranges::find(passed, next) != passed.end()) continue;
                passed.push_back(next);
                extend(next, *claim.day, passed);
                passed.pop_back();
            }
        }
    }
};

}  // namespace

TEST_CASE("what was given before it was got does not count") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Ada -supplies(on 2021)-> Bo -supplies(on 2020)-> Cy; Bo -supplies(on 2022)-> Dee -supplies(on 2022)-> Cy")
        .write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const auto found = find_time_respecting_path(store, {.from = id("Ada"), .to = id("Cy"), .filter = {}});
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    CHECK((*found)[1].to == id("Dee"));
    CHECK((*found)[2].day == PartialDate{2022, 0, 0}.first_day());
    CHECK_FALSE(find_time_respecting_path(store, {.from = id("Ada"), .to = id("Cy"), .filter = {}, .max_hops = 2}));
    CHECK_FALSE(find_time_respecting_path(store, {.from = id("Cy"), .to = id("Ada"), .filter = {}}));
}

TEST_CASE("in order of time too a hub is not passed") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -supplies(on 2020)-> Bo -supplies(on 2021)-> Cy; Dee -supplies(on 2019)-> Bo").write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const auto found = [&](std::size_t max_degree) {
        return find_time_respecting_path(store,
                                         {.from = id("Ada"), .to = id("Cy"), .filter = {.max_degree = max_degree}});
    };
    CHECK(found(3));
    CHECK_FALSE(found(2));
}

TEST_CASE("who was reached as early before is not walked again, so a circle ends the search") {
    const test::TemporaryDirectory directory;
    // Circles of one day: a search that went round them would go on for all the hops it has.
    const auto ends = [&](const std::string& drawing) {
        const std::string path = directory.file("kith.db");
        std::filesystem::remove(path);
        GraphPicture(drawing).write(path);
        const Store store(path);
        store.stop_when(StopCondition().within(60));  // it takes milliseconds
        return !find_time_respecting_path(store, {.from = store.find_entity("Ada").id,
                                                  .to = store.find_entity("Zed").id,
                                                  .filter = {},
                                                  .max_hops = std::numeric_limits<int>::max()});
    };
    const std::string onward = "Ada -supplies(on 2021)-> Bo -supplies(on 2021)-> Cy -supplies(on 2021)-> Bo;";
    const std::string back = "Xi -supplies(on 2020)-> Yu -supplies(on 2020)-> Xi; Yu -supplies(on 2020)-> Zed;";
    CHECK(ends(onward + back));  // gone on with from the start
    // Two at each hop there, so that it is gone on with from the end.
    CHECK(ends(onward + "Ada -supplies(on 2021)-> Bob -supplies(on 2021)-> Cyd -supplies(on 2021)-> Bob;" + back));
}

TEST_CASE("on random stores the path has the fewest hops and arrives earliest") {
    Dice dice(43);
    const char* const names[] = {"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"};
    std::size_t found_some = 0;
    for (int round = 0; round < 40; ++round) {
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("kith.db");
        std::string drawing;
        for (int i = 6 + dice.roll(12); i > 0; --i) {
            const int subject = dice.roll(6), object = (subject + 1 + dice.roll(5)) % 6;
            const std::string when = dice.chance(90) ? "on " + std::to_string(2010 + dice.roll(8)) : "0.5";
            drawing += std::string(names[subject]) + (dice.chance(25) ? " -allied_with(" : " -supplies(") + when +
                       ")-> " + names[object] + ";";
        }
        GraphPicture(drawing).write(path);
        const Store store(path);
        const std::vector<Claim> claims = store.claims({});
        for (int i = 0; i < 20; ++i) {
            const auto one = store.entities_named(names[dice.roll(6)]);
            const auto other = store.entities_named(names[dice.roll(6)]);
            if (one.empty() || other.empty() || one[0].id == other[0].id) continue;
            TimeRespectingQuestion question{one[0].id, other[0].id, {}, 1 + dice.roll(5), dice.chance(70)};
            if (dice.chance(20)) question.filter.min_confidence = 0.6;
            Slow slow{question.filter.min_confidence > 0.5 ? std::vector<Claim>{} : claims,
                      store.ontology().find("allied_with")->id,
                      question.to,
                      question.max_hops,
                      question.directed,
                      {}};
            std::vector<EntityId> passed{question.from};
            slow.extend(question.from, std::numeric_limits<Day>::min(), passed);
            const auto found = find_time_respecting_path(store, question);
            REQUIRE(found.has_value() == slow.best.has_value());
            if (!found) continue;
            ++found_some;
            REQUIRE(found->size() == slow.best->first);
            REQUIRE(found->back().day == slow.best->second);
            Day day = std::numeric_limits<Day>::min();
            EntityId at = question.from;
            for (const TimedHop& hop : *found) {
                const Claim claim = store.claim(hop.claim);
                REQUIRE(hop.from == at);
                REQUIRE(hop.day >= day);
                REQUIRE(claim.day == hop.day);
                REQUIRE(((claim.subject == hop.from && claim.object == hop.to) ||
                         ((!question.directed || slow.symmetric(claim)) && claim.object == hop.from &&
                          claim.subject == hop.to)));
                at = hop.to;
                day = hop.day;
            }
            REQUIRE(at == question.to);
        }
    }
    CHECK(found_some > 150);
}
