#include "graph/search/communities.hpp"

#include <doctest/doctest.h>

#include <set>

#include "graph/random_graph.hpp"
#include "graph/search/communities_search.hpp"
#include "graph/search/connectivity_search.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

TEST_CASE("two circles joined by one tie are two communities") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -meets- Bo -meets- Cy -meets- Ada; Cy -meets- Dee; Dee -meets- Eve -meets- Fay -meets- Dee")
        .write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const Communities found = find_communities(store);
    REQUIRE(found.groups.size() == 2);
    CHECK(found.groups[0] == std::vector<EntityId>{id("Ada"), id("Bo"), id("Cy")});
    CHECK(found.modularity == doctest::Approx(6.0 / 7 - 0.5));
}

TEST_CASE("on thousands of random graphs communities hang together and beat each entity alone and all together") {
    Dice dice(31);
    for (int round = 0; round < 2000; ++round) {
        const RandomGraph random = random_graph(dice, 14, 40);
        const Projection projection = project(random.entities, random.claims);
        const WholeGraph graph{Walk(projection, {})};
        std::vector<Vertex> groups = communities(graph);
        REQUIRE(groups == communities(graph));
        const double reached = modularity(graph, groups);

        std::vector<Vertex> alone(graph.size()), together(graph.size(), 0);
        for (Vertex vertex = 0; vertex < graph.size(); ++vertex) alone[vertex] = vertex;
        REQUIRE(reached >= modularity(graph, alone) - 1e-12);
        REQUIRE(reached >= modularity(graph, together) - 1e-12);

        // Each group is one component of the graph without ties to others.
        for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
            std::set<Vertex> seen{vertex};
            for (std::size_t size = 0; size != seen.size();) {
                size = seen.size();
                for (const Vertex one : std::vector<Vertex>(seen.begin(), seen.end())) {
                    for (const Vertex next : graph.neighbours(one)) {
                        if (groups[next] == groups[vertex]) seen.insert(next);
                    }
                }
            }
            REQUIRE(seen.size() == static_cast<std::size_t>(std::ranges::count(groups, groups[vertex])));
        }
    }
}

TEST_CASE("planted groups are found") {
    Dice dice(37);
    RandomGraph random;
    for (EntityId id = 0; id < 400; ++id) random.entities.emplace_back(id, EntityKind::person);
    for (int i = 0; i < 4000; ++i) {
        const int subject = dice.roll(400);
        const int object = dice.chance(90) ? subject / 40 * 40 + dice.roll(40) : dice.roll(400);
        random.claims.push_back({subject, 1, object, Status::actual, 500, {0}});
    }
    const Projection projection = project(random.entities, random.claims);
    const WholeGraph graph{Walk(projection, {})};
    const std::vector<Vertex> groups = communities(graph);
    int right = 0;
    for (Vertex vertex = 0; vertex < 400; ++vertex) right += groups[vertex] == groups[vertex / 40 * 40];
    CHECK(right > 390);
}
