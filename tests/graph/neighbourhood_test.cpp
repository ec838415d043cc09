#include "graph/search/neighbourhood.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "graph/random_graph.hpp"
#include "graph/rows/snapshot.hpp"
#include "graph/search/k_shortest_paths.hpp"
#include "graph/search/neighbourhood_search.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

TEST_CASE("a neighbourhood lists entities by hops, each with one it is reached through") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -meets- Bo -meets- Cy -meets- Dee; Ada -meets- Eve").write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const NeighbourhoodQuestion question{.from = {id("Ada")}, .filter = {}, .depth = 2};
    const std::vector<Neighbour> expected = {
        {id("Ada"), 0, 0}, {id("Bo"), 1, id("Ada")}, {id("Eve"), 1, id("Ada")}, {id("Cy"), 2, id("Bo")}};
    const Neighbourhood found = find_neighbourhood(store, question);
    CHECK(found.entities == expected);
    CHECK(found.cut.empty());
    CHECK_FALSE(found.full);
    build_snapshot(store);
    CHECK(find_neighbourhood(store, question).entities == expected);
}

TEST_CASE("of a hub only the strongest ties are taken, and the hub is named") {
    const GraphPicture picture("Hub -meets(0.2)- Ada; Hub -meets(0.9)- Bo; Hub -meets(0.5)- Cy");
    const Projection graph = picture.projection();
    const VertexNeighbourhood found = neighbourhood(Walk(graph, {}), {picture.vertex("Hub")}, 1, 2, 100);
    CHECK(found.vertices.size() == 3);
    CHECK(picture.name(found.vertices[1].vertex) == "Bo");
    CHECK(picture.name(found.vertices[2].vertex) == "Cy");
    CHECK(found.cut == std::vector<Vertex>{picture.vertex("Hub")});
    CHECK(found.cut_neighbours == std::vector<std::size_t>{3});
    CHECK(neighbourhood(Walk(graph, {}), {picture.vertex("Hub")}, 1, 9, 2).full);
}

TEST_CASE("common neighbours come with the strongest tie to each side, surest first") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Ada -meets(0.5)- Cy -meets(0.6)- Bo; Ada -backs(0.9)-> Dee; Bo -supplies(0.8)-> Dee; Ada -meets- Eve;"
        "Ada -meets- Bo; Ada -backs(0.7)-> Cy")
        .write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const auto common = find_common_neighbours(store, id("Ada"), id("Bo"));
    REQUIRE(common.size() == 2);
    CHECK(common[0].entity == id("Dee"));
    CHECK(common[1].entity == id("Cy"));
    CHECK(common[1].first_strength == doctest::Approx(0.7));
    CHECK(common[1].second_strength == doctest::Approx(0.6));
}

TEST_CASE("a million claims on one hub are walked in a moment") {
    std::vector<std::pair<EntityId, EntityKind>> entities;
    std::vector<ProjectedClaim> claims;
    for (EntityId id = 1; id <= 200'002; ++id) entities.emplace_back(id, EntityKind::organisation);
    for (int i = 0; i < 1'000'000; ++i) claims.push_back({1, 1, 2 + i % 200'000, Status::actual, 500, {0}});
    claims.push_back({200'001, 1, 200'002, Status::actual, 500, {0}});
    const Projection graph = project(entities, std::move(claims));
    const Walk walk(graph, {});
    CHECK(shortest_path(walk, 5, 200'001)->vertices == std::vector<Vertex>{5, 0, 200'000, 200'001});
    CHECK(cheapest_path(walk, 5, 200'001)->hops() == 3);
    CHECK(k_shortest_paths(walk, 5, 6, 3, PathOrder::fewest_hops, 6).size() == 1);
    CHECK(neighbourhood(walk, {0}, 3, 50, 1000).vertices.size() == 51);
}

TEST_CASE("on thousands of random graphs everything within some hops is found, with the fewest") {
    Dice dice(11);
    for (int round = 0; round < 3000; ++round) {
        const RandomGraph graph = random_graph(dice, 12, 30);
        const Projection projection = project(graph.entities, graph.claims);
        RandomQuestion question = random_question(dice, graph);
        question.filter.kinds.clear();
        question.filter.avoided.clear();
        question.filter.max_degree = 0;
        const int depth = dice.roll(5);
        const StrengthOfStep steps = slow_steps(graph, question);
        std::map<Vertex, int> expected{{question.from, 0}};
        for (int hops = 1; hops <= depth; ++hops) {
            for (const auto& [step, strength] : steps) {
                const auto from = expected.find(step.first);
                if (from != expected.end() && from->second == hops - 1) expected.emplace(step.second, hops);
            }
        }
        const auto found = neighbourhood(walk_of(projection, question), {question.from}, depth, 1000, 1000);
        REQUIRE(found.vertices.size() == expected.size());
        for (const VertexNeighbour& one : found.vertices) {
            REQUIRE(expected.at(one.vertex) == one.hops);
            if (one.hops > 0) REQUIRE(steps.contains({one.through, one.vertex}));
        }

        std::set<Vertex> common;
        question.directed = false;
        const StrengthOfStep both = slow_steps(graph, question);
        for (Vertex vertex = 0; vertex < graph.entities.size(); ++vertex) {
            if (vertex == question.from || vertex == question.to) continue;
            if (both.contains({vertex, question.from}) && both.contains({vertex, question.to})) common.insert(vertex);
        }
        const auto shared = common_neighbours(walk_of(projection, question), question.from, question.to);
        REQUIRE(std::set<Vertex>(shared.begin(), shared.end()) == common);
        REQUIRE(shared.size() == common.size());
    }
}
