#include "graph/search/centrality.hpp"

#include <doctest/doctest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <numeric>

#include "graph/random_graph.hpp"
#include "graph/search/centrality_search.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

TEST_CASE("the entity that all claims lead to ranks first, and the one in the middle stands between") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -backs-> Cy; Bo -backs-> Cy; Cy -backs-> Dee; Cy -backs(denied)-> Bo").write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const auto ranks = rank_by_links(store);
    REQUIRE(ranks.size() == 4);
    CHECK(ranks[0].entity == id("Dee"));
    CHECK(ranks[1].entity == id("Cy"));
    CHECK(ranks[2].score == doctest::Approx(ranks[3].score));
    const auto between = rank_by_betweenness(store);
    CHECK(between[0].entity == id("Cy"));
    CHECK(between[0].score == doctest::Approx(3));  // Ada Bo, Ada Dee, Bo Dee
    CHECK(between[0].error == 0);
    CHECK(between[1].score == 0);
}

TEST_CASE("ranks are where the chance of being stands still") {
    Dice dice(19);
    for (int round = 0; round < 500; ++round) {
        const RandomGraph random = random_graph(dice, 10, 30);
        const Projection projection = project(random.entities, random.claims);
        const std::size_t size = random.entities.size();
        // Ten thousand rounds of the definition on a full matrix.
        std::set<std::tuple<Vertex, Vertex, RelationId, Status>> ties;
        for (const ProjectedClaim& claim : random.claims) {
            if (claim.subject != claim.object)
                ties.emplace(*projection.find(claim.subject), *projection.find(claim.object), claim.relation,
                             claim.status);
        }
        std::vector<double> expected(size, 1.0 / static_cast<double>(size));
        for (int step = 0; step < 300; ++step) {
            std::vector<double> next(size, 0.15 / static_cast<double>(size));
            for (Vertex vertex = 0; vertex < size; ++vertex) {
                const auto leaves = [&](const auto& tie) { return std::get<0>(tie) == vertex; };
                const auto degree = static_cast<double>(std::ranges::count_if(ties, leaves));
                for (const auto& tie : ties) {
                    if (leaves(tie)) next[std::get<1>(tie)] += 0.85 * expected[vertex] / degree;
                }
                if (degree == 0) {
                    for (double& one : next) one += 0.85 * expected[vertex] / static_cast<double>(size);
                }
            }
            expected = next;
        }
        const std::vector<double> found = page_rank(Walk(projection, {}));
        for (Vertex vertex = 0; vertex < size; ++vertex) {
            REQUIRE(found[vertex] == doctest::Approx(expected[vertex]).epsilon(1e-6));
        }
    }
}

TEST_CASE("betweenness agrees with Boost's") {
    Dice dice(23);
    for (int round = 0; round < 500; ++round) {
        const RandomGraph random = random_graph(dice, 14, 40);
        const Projection projection = project(random.entities, random.claims);
        const WholeGraph graph{Walk(projection, {})};
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> same(graph.size());
        for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
            for (const Vertex next : graph.neighbours(vertex)) {
                if (vertex < next) add_edge(vertex, next, same);
            }
        }
        std::vector<double> expected(graph.size());
        boost::brandes_betweenness_centrality(
            same, boost::make_iterator_property_map(expected.begin(), get(boost::vertex_index, same)));
        const Betweenness found = betweenness(graph, 1000);
        for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
            REQUIRE(found.scores[vertex] == doctest::Approx(expected[vertex]));
            REQUIRE(found.errors[vertex] == 0.0);
        }
    }
}

TEST_CASE("a sample's betweenness is off by about the error it states") {
    Dice dice(29);
    RandomGraph random;
    for (EntityId id = 0; id < 300; ++id) random.entities.emplace_back(id, EntityKind::person);
    for (int i = 0; i < 900; ++i)
        random.claims.push_back({dice.roll(300), 1, dice.roll(300), Status::actual, 500, {0}});
    const Projection projection = project(random.entities, random.claims);
    const WholeGraph graph{Walk(projection, {})};
    const Betweenness exact = betweenness(graph, 300), sampled = betweenness(graph, 100);
    std::size_t within = 0;
    for (Vertex vertex = 0; vertex < 300; ++vertex) {
        within += std::abs(exact.scores[vertex] - sampled.scores[vertex]) <= 3 * sampled.errors[vertex];
    }
    CHECK(within > 250);  // scores are far from normally distributed
}
