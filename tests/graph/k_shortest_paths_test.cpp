#include "graph/search/k_shortest_paths.hpp"

#include <doctest/doctest.h>

#include "graph/random_graph.hpp"
#include "graph_picture.hpp"

using namespace kith;

namespace {

std::vector<std::string> paths(const GraphPicture& picture, std::size_t count, PathOrder order, int max_hops = 6,
                               WalkRules rules = {}) {
    const Projection graph = picture.projection();
    const Walk walk(graph, std::move(rules));
    std::vector<std::string> found;
    for (const VertexPath& path :
         k_shortest_paths(walk, picture.vertex("Ada"), picture.vertex("Zoe"), count, order, max_hops)) {
        found.push_back(picture.names(path.vertices));
    }
    return found;
}

using Answers = std::vector<std::string>;

}  // namespace

TEST_CASE("the path with the fewest hops comes first, and among equals the surest") {
    const GraphPicture picture(
        "Ada -meets(0.9)- Bo -meets(0.9)- Cy -meets(0.9)- Zoe; Ada -meets(0.4)- Dee -meets(0.4)- Zoe;"
        "Ada -meets(0.6)- Eve -meets(0.6)- Zoe");
    CHECK(paths(picture, 3, PathOrder::fewest_hops) == Answers{"Ada Eve Zoe", "Ada Dee Zoe", "Ada Bo Cy Zoe"});
}

TEST_CASE("the surest path may be the longer one") {
    const GraphPicture picture("Ada -meets(0.5)- Zoe; Ada -meets(0.9)- Bo -meets(0.9)- Zoe");
    CHECK(paths(picture, 2, PathOrder::surest) == Answers{"Ada Bo Zoe", "Ada Zoe"});
    CHECK(paths(picture, 2, PathOrder::surest, 1) == Answers{"Ada Zoe"});
}

TEST_CASE("two sources make a tie surer than one, and a source that repeats itself does not") {
    const GraphPicture picture(
        "Ada -meets(0.6 from one)- Bo -meets(1)- Zoe; Ada -meets(0.5 from one,two)- Cy -meets(1)- Zoe;"
        "Ada -meets(0.6 from one)- Dee -meets(1)- Zoe; Ada -meets(0.6 from one)- Dee");
    CHECK(paths(picture, 3, PathOrder::surest) == Answers{"Ada Cy Zoe", "Ada Bo Zoe", "Ada Dee Zoe"});
}

TEST_CASE("a directed question follows claims from subject to object only") {
    const GraphPicture picture("Zoe -supplies-> Ada; Ada -supplies-> Bo -supplies-> Zoe");
    CHECK(paths(picture, 9, PathOrder::fewest_hops) == Answers{"Ada Zoe", "Ada Bo Zoe"});
    WalkRules rules;
    rules.directed = true;
    CHECK(paths(picture, 9, PathOrder::fewest_hops, 6, rules) == Answers{"Ada Bo Zoe"});
}

TEST_CASE("an avoided entity is not passed, but may be an end") {
    const GraphPicture picture("Ada -meets- Bo -meets- Zoe; Ada -meets- Cy -meets- Dee -meets- Zoe");
    WalkRules rules;
    rules.avoided = {picture.vertex("Bo"), picture.vertex("Zoe")};
    CHECK(paths(picture, 9, PathOrder::fewest_hops, 6, rules) == Answers{"Ada Cy Dee Zoe"});
}

TEST_CASE("a hub is not passed, but may be an end; what the filter leaves out makes none") {
    const GraphPicture picture(
        "Ada -meets- Bo -meets- Zoe; Ada -meets- Cy -meets- Dee -meets- Zoe; Bo -meets- Eve; Bo -meets(denied)- Fay;"
        "Zoe -meets- Gus; Zoe -meets- Hal");
    WalkRules rules;
    rules.max_degree = 3;
    CHECK(paths(picture, 1, PathOrder::fewest_hops, 6, rules) == Answers{"Ada Cy Dee Zoe"});
    rules.arcs = ArcFilter({.statuses = {Status::actual}});
    CHECK(paths(picture, 1, PathOrder::fewest_hops, 6, rules) == Answers{"Ada Bo Zoe"});
    rules.max_degree = 2;
    CHECK(paths(picture, 1, PathOrder::surest, 6, rules) == Answers{"Ada Cy Dee Zoe"});
}

TEST_CASE("entities that hang together with nothing have no path") {
    const GraphPicture picture("Ada -meets- Bo; Zoe -meets- Cy");
    CHECK(paths(picture, 3, PathOrder::fewest_hops).empty());
    CHECK(paths(picture, 3, PathOrder::surest).empty());
    CHECK(paths(picture, 0, PathOrder::surest).empty());
}

TEST_CASE("on thousands of random graphs the k best paths are those that trying all of them gives") {
    Dice dice(20231121);
    std::size_t answered = 0, limited = 0;
    for (int round = 0; round < 6000; ++round) {
        const RandomGraph graph = random_graph(dice);
        const Projection projection = project(graph.entities, graph.claims);
        const RandomQuestion question = random_question(dice, graph);
        const std::size_t count = static_cast<std::size_t>(1 + dice.roll(12));
        std::vector<VertexPath> expected = slow_paths(graph, question);
        limited += expected.size() > count;
        expected.resize(std::min(expected.size(), count));
        const auto walk = walk_of(projection, question);
        const auto found = k_shortest_paths(walk, question.from, question.to, count, question.order, question.max_hops);
        INFO("round " << round);
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            REQUIRE(found[i].vertices == expected[i].vertices);
            REQUIRE(found[i].weight == expected[i].weight);
        }
        answered += !found.empty();
    }
    CHECK(answered > 2000);  // the questions are not all about nothing
    CHECK(limited > 150);
}
