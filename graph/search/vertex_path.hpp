// A path as searches find it: vertices from start to end, and its weight.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "graph/rows/walk.hpp"
#include "graph/search/path_weight.hpp"

namespace kith {

struct VertexPath {
    std::vector<Vertex> vertices;
    Weight weight = 0;

    int hops() const { return static_cast<int>(vertices.size()) - 1; }
    bool operator==(const VertexPath&) const = default;
};

// Whether the entities of the first sequence come before those of the second, compared from the front.
template <typename Graph>
bool precedes(const Walk<Graph>& walk, std::span<const Vertex> a, std::span<const Vertex> b) {
    return std::ranges::lexicographical_compare(
        a, b, {}, [&](Vertex vertex) { return walk.entity(vertex); },
        [&](Vertex vertex) { return walk.entity(vertex); });
}

// The order of answers: lighter first, then by entities from the start.
template <typename Graph>
bool better(const Walk<Graph>& walk, const VertexPath& a, const VertexPath& b) {
    return a.weight != b.weight ? a.weight < b.weight : precedes(walk, a.vertices, b.vertices);
}

template <typename Graph>
Weight weight_of_path(const Walk<Graph>& walk, std::span<const Vertex> vertices, PathOrder order) {
    Weight weight = 0;
    for (std::size_t i = 0; i + 1 < vertices.size(); ++i) {
        weight += weight_of(walk.step_cost(vertices[i], vertices[i + 1]), order);
    }
    return weight;
}

// Product of the strengths of the hops, whatever a search has added to the costs of listings.
template <typename Graph>
double true_strength_of(const Walk<Graph>& walk, std::span<const Vertex> vertices) {
    Weight weight = 0;
    for (std::size_t i = 0; i + 1 < vertices.size(); ++i)
        weight += weight_of(cost_of(walk.step_strength(vertices[i], vertices[i + 1])), PathOrder::surest);
    return strength_of(weight, PathOrder::surest);
}

// What a search may use up.
struct PathLimits {
    int max_hops = 6;
    Weight max_weight = ~Weight{0};
};

}  // namespace kith
