// Every search ends soon after its deadline, and after somebody asks it to.
#include "graph/stop.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "bench/random_database.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/rows/projection.hpp"
#include "graph/search/all_paths.hpp"
#include "graph/search/centrality.hpp"
#include "graph/search/communities.hpp"
#include "graph/search/connectivity.hpp"
#include "graph/search/fragility.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"
#include "graph/search/source_cut.hpp"
#include "graph/search/time_respecting_path.hpp"
#include "graph/store/database.hpp"
#include "processor_seconds.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using kith::test::processor_seconds;

namespace {

struct Search {
    std::string name;
    std::function<void(const Store&)> ask;
};

// Each would take from some milliseconds to hours.
std::vector<Search> all_searches() {
    constexpr EntityId from = 17, to = 4711;
    const ClaimFilter dated{.since = 0};  // not to be judged by the rows of an index
    return {
        {"shortest paths",
         [=](const Store& store) { find_paths(store, {.from = from, .to = to, .filter = {}, .count = 1'000}); }},
        {"surest paths",
         [=](const Store& store) {
             find_paths(store, {.from = from, .to = to, .filter = {}, .count = 1'000, .order = PathOrder::surest});
         }},
        {"paths by a filter of days",
         [=](const Store& store) { find_paths(store, {.from = from, .to = to, .filter = dated, .count = 1'000}); }},
        {"all paths",
         [=](const Store& store) {
             find_all_paths(store, {.from = from,
                                    .to = to,
                                    .filter = {},
                                    .max_hops = 12,
                                    .most_paths = 1'000'000'000,
                                    .most_steps = 1'000'000'000'000});
         }},
        {"a path in order of time",
         [=](const Store& store) {
             find_time_respecting_path(store, {.from = from, .to = to, .filter = {}, .max_hops = 40});
         }},
        {"a neighbourhood",
         [=](const Store& store) {
             find_neighbourhood(
                 store,
                 {.from = {from}, .filter = {}, .depth = 20, .most_neighbours = 1'000'000, .most_entities = 1'000'000});
         }},
        {"common neighbours", [=](const Store& store) { find_common_neighbours(store, from, to); }},
        {"fragility",
         [=](const Store& store) {
             find_fragility(store, {.from = from, .to = to, .filter = {}, .max_hops = 8, .most_ties = 1'000'000});
         }},
        {"links", [](const Store& store) { rank_by_links(store); }},
        {"betweenness", [](const Store& store) { rank_by_betweenness(store, {.filter = {}, .most_sources = 5'000}); }},
        {"communities", [](const Store& store) { find_communities(store); }},
        {"components", [](const Store& store) { find_connectivity(store); }},
        {"the rows of a store", [](const Store& store) { project(store); }},
        {"the index of paths", [](const Store& store) { make_path_index(store); }},
        {"all claims", [](const Store& store) { store.claims({}); }},
        {"names", [](const Store& store) { store.similar_names("Aktor 1234567"); }},
    };
}

}  // namespace

TEST_CASE("every search stops within 100 ms of its deadline, with and without an index") {
    constexpr double allowed = 0.02;
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 20'000, .claims = 120'000, .seed = 5}, path);
    for (const bool indexed : {false, true}) {
        const Store store(path);
        if (indexed) make_path_index(store);
        for (const Search& search : all_searches()) {
            INFO(search.name << (indexed ? ", indexed" : ""));
            const double begin = processor_seconds();
            store.stop_when(StopCondition().within(allowed));
            bool stopped = false;
            while (!stopped) {  // quick ones are asked again and again
                try {
                    search.ask(store);
                } catch (const Stopped& reason) {
                    stopped = true;
                    CHECK(reason.reason() == Stopped::Reason::deadline);
                    CHECK_FALSE(reason.next_step().empty());
                }
            }
            CHECK(processor_seconds() - begin < allowed + 0.1);

            store.stop_when({});
            CHECK(store.entity(17).id == 17);  // it is as good as before
        }
        CHECK(find_paths(store, {.from = 17, .to = 4711, .filter = {}}).size() == 1);
    }
    for (const auto& entry : std::filesystem::directory_iterator(directory.path())) {
        CHECK(entry.path().filename().string().starts_with("kith.db.graph.") == false);  // nothing half-written
    }
}

TEST_CASE("at their deadline all paths are those found so far, not said to be all") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 5'000, .claims = 50'000, .seed = 5}, path);
    const Store store(path);
    make_path_index(store);
    store.stop_when(StopCondition().within(0.5));
    const AllPaths found = find_all_paths(store, {.from = 17,
                                                  .to = 4711,
                                                  .filter = {},
                                                  .max_hops = 12,
                                                  .most_paths = 1'000'000'000,
                                                  .most_steps = 1'000'000'000'000});
    CHECK_FALSE(found.complete);
    CHECK(found.paths.size() > 10);
    for (std::size_t i = 1; i < found.paths.size(); ++i) {
        REQUIRE(found.paths[i - 1].size() <= found.paths[i].size());
    }
}

TEST_CASE("a search stops when it is asked to, and says so") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 5'000, .claims = 50'000, .seed = 5}, path);
    const Store store(path);
    for (const Search& search : all_searches()) {
        INFO(search.name);
        std::stop_source stop;
        store.stop_when({stop.get_token(), {}});
        stop.request_stop();
        const double begin = processor_seconds();
        try {
            search.ask(store);
            FAIL("not stopped");
        } catch (const Stopped& reason) {
            CHECK(reason.reason() == Stopped::Reason::request);
        }
        CHECK(processor_seconds() - begin < 0.1);
    }
}

TEST_CASE("a long statement stops in its midst") {
    const test::TemporaryDirectory directory;
    Database database(directory.file("any.db"), Database::Mode::create);
    database.stop_when(StopCondition().within(0.01));
    const double begin = processor_seconds();
    CHECK_THROWS_AS(database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) "
                                     "FROM n"),
                    Stopped);
    CHECK(processor_seconds() - begin < 0.1);
    database.stop_when({});
    CHECK(database.integer("SELECT 7") == 7);
}

TEST_CASE("the search for the fewest sources stops between its branches") {
    // A source on many ties each, so that flows bound badly and branches multiply.
    SourceCutQuestion question{.vertices = 42, .ties = {}, .from = 0, .to = 41, .most_branches = 100'000'000};
    for (std::uint32_t layer = 0; layer < 10; ++layer) {
        for (std::uint32_t i = 0; i < 16; ++i) {
            const std::uint32_t from = layer == 0 ? 0 : 1 + (layer - 1) * 4 + i / 4;
            const std::uint32_t to = layer == 9 ? 41 : 1 + layer * 4 + i % 4;
            question.ties.push_back({from, to, {(layer * 7 + i * 5) % 23, (layer * 11 + i * 3 + 1) % 23}});
            std::ranges::sort(question.ties.back().sources);
        }
    }
    StopCheck stop(StopCondition().within(0.02));
    question.stop = &stop;
    const double begin = processor_seconds();
    while (true) {
        try {
            find_source_cut(question);
        } catch (const Stopped&) {
            break;
        }
    }
    CHECK(processor_seconds() - begin < 0.12);
}
