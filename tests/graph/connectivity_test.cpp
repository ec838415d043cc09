#include "graph/search/connectivity.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <set>

#include "graph/random_graph.hpp"
#include "graph/search/connectivity_search.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

using Ties = std::set<std::pair<Vertex, Vertex>>;

// Components by joining the ends of every tie, without some vertex.
std::size_t count_components(std::size_t vertices, const Ties& ties, Vertex without = no_vertex) {
    std::vector<Vertex> group(vertices);
    std::iota(group.begin(), group.end(), Vertex{0});
    for (const auto& [one, other] : ties) {
        if (one == without || other == without) continue;
        const Vertex from = group[one], to = group[other];
        std::ranges::replace(group, from, to);
    }
    std::set<Vertex> groups;
    for (Vertex vertex = 0; vertex < vertices; ++vertex) {
        if (vertex != without) groups.insert(group[vertex]);
    }
    return groups.size();
}

}  // namespace

TEST_CASE("components, the ties that alone hold them together, and the entities that do") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -meets- Bo -meets- Cy -meets- Ada; Cy -backs-> Dee; Cy -supplies-> Dee; Eve -meets- Fay")
        .write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const Connectivity found = find_connectivity(store);
    REQUIRE(found.components.size() == 2);
    CHECK(found.components[0] == std::vector<EntityId>{id("Ada"), id("Bo"), id("Cy"), id("Dee")});
    CHECK(found.bridges == std::vector<std::pair<EntityId, EntityId>>{{id("Cy"), id("Dee")}, {id("Eve"), id("Fay")}});
    CHECK(found.articulation_points == std::vector<EntityId>{id("Cy")});
}

TEST_CASE("a chain of a million entities does not overflow the stack") {
    std::vector<std::pair<EntityId, EntityKind>> entities;
    std::vector<ProjectedClaim> claims;
    for (EntityId id = 1; id <= 1'000'000; ++id) {
        entities.emplace_back(id, EntityKind::person);
        if (id > 1) claims.push_back({id - 1, 1, id, Status::actual, 500, {0}});
    }
    const Projection graph = project(entities, std::move(claims));
    CHECK(connectivity(WholeGraph(Walk(graph, {}))).bridges.size() == 999'999);
}

TEST_CASE("on thousands of random graphs bridges and articulation points are what parts them when taken away") {
    Dice dice(17);
    for (int round = 0; round < 3000; ++round) {
        const RandomGraph random = random_graph(dice, 12, 20);
        const Projection projection = project(random.entities, random.claims);
        RandomQuestion question = random_question(dice, random);
        question.directed = false;
        question.filter.kinds.clear();
        question.filter.avoided.clear();
        question.filter.max_degree = 0;
        Ties ties;
        for (const auto& [step, strength] : slow_steps(random, question)) {
            if (step.first != step.second) ties.insert(std::minmax(step.first, step.second));
        }
        const std::size_t size = random.entities.size();
        const VertexConnectivity found = connectivity(WholeGraph(walk_of(projection, question)));
        const std::size_t components = count_components(size, ties);
        REQUIRE(found.components.size() == components);
        for (const auto& tie : ties) {
            Ties others = ties;
            others.erase(tie);
            const bool is_bridge = std::ranges::binary_search(found.bridges, tie);
            REQUIRE(is_bridge == (count_components(size, others) > components));
        }
        for (Vertex vertex = 0; vertex < size; ++vertex) {
            const bool alone = std::ranges::none_of(
                ties, [&](const auto& tie) { return tie.first == vertex || tie.second == vertex; });
            const bool parts = count_components(size, ties, vertex) > components - (alone ? 1 : 0);
            REQUIRE(std::ranges::binary_search(found.articulation_points, vertex) == (parts && !alone));
        }
    }
}
