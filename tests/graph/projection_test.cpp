#include "graph/rows/projection.hpp"

#include <doctest/doctest.h>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <limits>

#include "graph/random_graph.hpp"
#include "graph/rows/boost_graph.hpp"
#include "graph/search/cheapest_path.hpp"
#include "graph/search/shortest_path.hpp"
#include "graph_picture.hpp"

using namespace kith;

TEST_CASE("the graph models Boost's concepts") {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Projection>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Projection>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Projection>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<IndexedGraph>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Projection, EdgeDescriptor, boost::edge_weight_t>));
    CHECK(true);
}

TEST_CASE("an edge is the same seen from either end, and claims that say the same are different edges") {
    const GraphPicture picture("Ada -supplies-> Bo; Ada -supplies-> Bo; Ada -backs-> Bo; Bo -backs-> Bo");
    const Projection graph = picture.projection();
    std::vector<EdgeDescriptor> leaving, reaching;
    for (const Vertex vertex : {0U, 1U}) {
        const auto [out, out_end] = out_edges(vertex, graph);
        leaving.insert(leaving.end(), out, out_end);
        const auto [in, in_end] = in_edges(vertex, graph);
        reaching.insert(reaching.end(), in, in_end);
    }
    std::ranges::sort(leaving);
    std::ranges::sort(reaching);
    CHECK(leaving.size() == 4);
    CHECK(leaving == reaching);
    CHECK(std::ranges::adjacent_find(leaving) == leaving.end());
    const auto [all, all_end] = edges(graph);
    CHECK(std::vector<EdgeDescriptor>(all, all_end).size() == num_edges(graph));
}

TEST_CASE("a source counts once for each tie, with the surest claim it makes") {
    const GraphPicture picture(
        "Ada -supplies(0.5 from one,two)-> Bo; Ada -supplies(0.9 from two,three)-> Bo; Ada -supplies(planned 0.1)-> "
        "Bo");
    const Projection graph = picture.projection();
    const std::span<const Arc> row = graph.out(0);
    REQUIRE(row.size() == 3);
    CHECK(row[0].word.sources() == 1);
    CHECK(row[0].word.tie_sources() == 3);
    CHECK(row[0].word.shared());
    CHECK(row[1].word.confidence_thousandths() == 900);
    CHECK(row[1].word.sources() == 2);
    CHECK(row[2].word.status() == Status::planned);
    CHECK(row[2].word.sources() == 1);
    CHECK_FALSE(row[2].word.shared());
    CHECK(strongest_tie(row, ArcFilter()) == doctest::Approx(1 - 0.5 * 0.1 * 0.1));
}

TEST_CASE("entities that stand in no claim are vertices too") {
    const Projection graph = project({{4, EntityKind::person}, {9, EntityKind::state}}, {});
    CHECK(graph.vertex_count() == 2);
    CHECK(graph.find(9) == Vertex{1});
    CHECK_FALSE(graph.find(5));
    CHECK(graph.kind(1) == EntityKind::state);
    CHECK(graph.out(1).empty());
}

TEST_CASE("Boost's own searches run on the graph unchanged and agree with kith's") {
    Dice dice(7);
    for (int round = 0; round < 1000; ++round) {
        const RandomGraph random = random_graph(dice, 30, 90);
        const Projection graph = project(random.entities, random.claims);
        WalkRules rules;
        rules.directed = true;
        const Walk walk(graph, rules);

        std::vector<int> hops(graph.vertex_count(), -1);
        hops[0] = 0;
        boost::breadth_first_search(
            graph, 0,
            boost::visitor(boost::make_bfs_visitor(boost::record_distances(hops.data(), boost::on_tree_edge()))));
        std::vector<std::uint64_t> costs(graph.vertex_count());
        const auto nowhere = std::numeric_limits<std::uint64_t>::max();
        boost::dijkstra_shortest_paths(graph, Vertex{0},
                                       boost::weight_map(get(boost::edge_weight, graph))
                                           .distance_map(costs.data())
                                           .distance_inf(nowhere)
                                           .distance_zero(std::uint64_t{0}));
        for (Vertex to = 1; to < graph.vertex_count(); ++to) {
            const auto shortest = shortest_path(walk, 0, to, {.max_hops = 100});
            const auto cheapest = cheapest_path(walk, 0, to, {.max_hops = 100});
            REQUIRE((shortest ? shortest->hops() : -1) == hops[to]);
            REQUIRE((cheapest ? cheapest->weight >> 20 : nowhere) == costs[to]);
        }
    }
}
