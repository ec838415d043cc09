#include "graph/search/all_paths.hpp"

#include <doctest/doctest.h>

#include "graph/random_graph.hpp"
#include "graph/search/all_paths_search.hpp"
#include "graph_picture.hpp"

using namespace kith;

TEST_CASE("all ways up to a length come by hops, and the budget cuts them off honestly") {
    const GraphPicture picture("Ada -meets- Bo -meets- Zoe -meets- Ada; Bo -meets- Cy -meets- Zoe");
    const Projection graph = picture.projection();
    const Walk walk(graph, {});
    const auto ways = [&](int max_hops, std::size_t most_paths, std::size_t most_steps) {
        AllPathsSearch search(walk, picture.vertex("Ada"), picture.vertex("Zoe"), most_paths, most_steps);
        std::string text = search.find(max_hops) ? "all:" : "some:";
        for (const auto& path : search.paths()) text += " " + picture.names(path) + ";";
        return text;
    };
    CHECK(ways(9, 100, 1000) == "all: Ada Zoe; Ada Bo Zoe; Ada Bo Cy Zoe;");
    CHECK(ways(2, 100, 1000) == "all: Ada Zoe; Ada Bo Zoe;");
    CHECK(ways(9, 2, 1000).starts_with("some:"));
    CHECK(ways(9, 100, 4).starts_with("some:"));
    CHECK(ways(9, 3, 1000).starts_with("all:"));
}

TEST_CASE("on thousands of random graphs all simple paths are found") {
    Dice dice(13);
    for (int round = 0; round < 3000; ++round) {
        const RandomGraph graph = random_graph(dice);
        const Projection projection = project(graph.entities, graph.claims);
        const RandomQuestion question = random_question(dice, graph);
        std::vector<std::pair<std::size_t, std::vector<Vertex>>> expected;
        for (const VertexPath& path : slow_paths(graph, question)) {
            expected.emplace_back(path.vertices.size(), path.vertices);
        }
        std::ranges::sort(expected);
        const auto walk = walk_of(projection, question);
        AllPathsSearch search(walk, question.from, question.to, 100'000, 10'000'000);
        REQUIRE(search.find(question.max_hops));
        REQUIRE(search.paths().size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) REQUIRE(search.paths()[i] == expected[i].second);
    }
}
