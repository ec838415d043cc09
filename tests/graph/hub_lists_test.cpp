#include "graph/rows/hub_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/random_graph.hpp"
#include "graph/search/neighbourhood_search.hpp"

using namespace kith;

namespace {

// A few hubs among many vertices, with parallel, denied and symmetric claims of several sources.
RandomGraph graph_with_hubs(Dice& dice, int vertices, int claims) {
    RandomGraph graph;
    for (int i = 0; i < vertices; ++i) graph.entities.emplace_back(2 * i + 3, EntityKind::organisation);
    const int hubs = 1 + dice.roll(3);
    for (int i = 0; i < claims; ++i) {
        const auto hub = static_cast<Vertex>(dice.roll(hubs)), other = static_cast<Vertex>(dice.roll(vertices));
        const bool outgoing = dice.chance(50);
        graph.claims.push_back({graph.id(outgoing ? hub : other),
                                static_cast<RelationId>(1 + dice.roll(3)),
                                graph.id(outgoing ? other : hub),
                                static_cast<Status>(dice.roll(6)),
                                100 * (1 + dice.roll(9)),
                                {static_cast<std::uint32_t>(dice.roll(3))}});
    }
    return graph;
}

Projection with_its_hubs(const RandomGraph& graph) {
    Projection plain = project(graph.entities, graph.claims);
    const auto held = plain.bytes();
    const auto grow = [&](std::size_t bytes) {
        MemoryBlock block = MemoryBlock::anonymous(bytes);
        std::ranges::copy(held, block.data());
        return block;
    };
    return with_hubs(std::move(plain), grow, nullptr);
}

VertexNeighbourhood two_hops(const Projection& graph, WalkRules rules, Vertex from, std::size_t most) {
    return neighbourhood(Walk(graph, std::move(rules)), {from}, 2, most, 100'000);
}

WalkRules not_denied() {
    WalkRules rules;
    rules.arcs = ArcFilter::not_denied();
    return rules;
}

bool same(const VertexNeighbourhood& a, const VertexNeighbourhood& b) {
    return a.vertices == b.vertices && a.cut == b.cut && a.cut_neighbours == b.cut_neighbours && a.full == b.full;
}

}  // namespace

TEST_CASE("neighbourhoods of random graphs are the same with hubs kept and without") {
    Dice dice(23);
    int hubs_met = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGraph graph = graph_with_hubs(dice, 150 + dice.roll(600), 200 + dice.roll(2500));
        const Projection plain = project(graph.entities, graph.claims);
        const Projection kept = with_its_hubs(graph);
        hubs_met += static_cast<int>(kept.header().hubs);
        for (const std::size_t most : {1U, 20U, 199U, 200U, 201U, 1000U}) {
            const auto from = static_cast<Vertex>(dice.roll(dice.chance(50) ? 4 : 150));
            REQUIRE(same(two_hops(kept, not_denied(), from, most), two_hops(plain, not_denied(), from, most)));
            WalkRules directed = not_denied();
            directed.directed = true;
            REQUIRE(same(two_hops(kept, directed, from, most), two_hops(plain, directed, from, most)));
            ClaimFilter filter;
            filter.min_confidence = 0.5;
            WalkRules sure;
            sure.arcs = ArcFilter(filter);
            REQUIRE(same(two_hops(kept, sure, from, most), two_hops(plain, sure, from, most)));
            WalkRules avoiding = not_denied();
            avoiding.avoided = {0};
            REQUIRE(same(two_hops(kept, avoiding, from, most), two_hops(plain, avoiding, from, most)));
        }
    }
    CHECK(hubs_met > 60);
}

TEST_CASE("a hub's claims that are all denied leave it without neighbours") {
    RandomGraph graph;
    for (EntityId id = 1; id <= 300; ++id) graph.entities.emplace_back(id, EntityKind::organisation);
    for (EntityId id = 2; id <= 300; ++id) graph.claims.push_back({1, 1, id, Status::denied, 900, {0}});
    const Projection kept = with_its_hubs(graph);
    REQUIRE(kept.hub(0));
    CHECK(kept.hub(0)->count == 0);
    CHECK(two_hops(kept, not_denied(), 0, 200).vertices.size() == 1);
}

TEST_CASE("of a damaged list of a hub, what is no vertex is left out") {
    RandomGraph graph;
    for (EntityId id = 1; id <= 300; ++id) graph.entities.emplace_back(id, EntityKind::organisation);
    for (EntityId id = 2; id <= 300; ++id) graph.claims.push_back({1, 1, id, Status::actual, 900, {0}});
    const Projection kept = with_its_hubs(graph);
    REQUIRE(kept.hub(0)->strongest.size() == 200);
    const_cast<Vertex&>(kept.hub(0)->strongest[7]) = 1'000'000;  // as a damaged file would have it
    const VertexNeighbourhood found = two_hops(kept, not_denied(), 0, 200);
    CHECK(found.vertices.size() == 200);
    CHECK(found.cut_neighbours == std::vector<std::size_t>{299});
}
