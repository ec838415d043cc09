// The searches of graph/search/neighbourhood over any graph.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/rows/vertex_map.hpp"
#include "graph/rows/walk.hpp"

namespace kith {

struct VertexNeighbour {
    Vertex vertex = no_vertex;
    int hops = 0;
    Vertex through = no_vertex;
    bool operator==(const VertexNeighbour&) const = default;
};

struct VertexNeighbourhood {
    std::vector<VertexNeighbour> vertices;
    std::vector<Vertex> cut;
    bool full = false;
};

// Distinct neighbours in order of entity; of more than `most`, the most strongly tied. Rows must have sources counted.
template <typename Graph>
std::vector<Vertex> neighbours(const Walk<Graph>& walk, Vertex vertex, std::size_t most, bool& was_cut) {
    struct Step {
        Vertex vertex;
        Cost cost;
    };
    std::vector<Step> steps;
    walk.for_each_step(vertex, Side::start, [&](Vertex next, const EdgeDescriptor&) { steps.push_back({next, 0}); });
    if (steps.size() > most) {
        steps.clear();
        walk.for_each_step(vertex, Side::start, [&](Vertex next, const EdgeDescriptor& edge) {
            steps.push_back({next, walk.tie_cost(edge)});
        });
    }
    std::ranges::sort(steps, {}, [](const Step& step) { return std::uint64_t{step.vertex} << 32 | step.cost; });
    const auto others = std::ranges::unique(steps, {}, &Step::vertex);
    steps.erase(others.begin(), others.end());
    was_cut = steps.size() > most;
    if (was_cut) {
        const auto last = steps.begin() + static_cast<std::ptrdiff_t>(most);
        std::ranges::nth_element(steps, last, {},
                                 [&](const Step& step) { return std::pair(step.cost, walk.entity(step.vertex)); });
        steps.erase(last, steps.end());
    }
    std::ranges::sort(steps, {}, [&](const Step& step) { return walk.entity(step.vertex); });
    std::vector<Vertex> found;
    for (const Step& step : steps) found.push_back(step.vertex);
    return found;
}

template <typename Graph>
VertexNeighbourhood neighbourhood(const Walk<Graph>& walk, const std::vector<Vertex>& from, int depth,
                                  std::size_t most_neighbours, std::size_t most_vertices) {
    VertexNeighbourhood answer;
    VertexMap<bool> reached;
    for (const Vertex vertex : from) {
        if (reached.insert(vertex).second) answer.vertices.push_back({vertex, 0, no_vertex});
    }
    const auto by_entity = [&](const VertexNeighbour& one) { return walk.entity(one.vertex); };
    std::size_t begin = 0;
    for (int hops = 1; hops <= depth && begin < answer.vertices.size(); ++hops) {
        const std::size_t end = answer.vertices.size();
        for (std::size_t i = begin; i < end && !answer.full; ++i) {
            const Vertex vertex = answer.vertices[i].vertex;
            if (hops > 1 && !walk.may_pass(vertex)) continue;
            bool was_cut = false;
            for (const Vertex next : neighbours(walk, vertex, most_neighbours, was_cut)) {
                if (reached.contains(next)) continue;
                if (answer.vertices.size() == most_vertices) {
                    answer.full = true;
                    break;
                }
                reached.insert(next);
                answer.vertices.push_back({next, hops, vertex});
            }
            if (was_cut) answer.cut.push_back(vertex);
        }
        begin = end;
        std::ranges::sort(answer.vertices.begin() + static_cast<std::ptrdiff_t>(begin), answer.vertices.end(), {},
                          by_entity);
    }
    std::ranges::sort(answer.cut, {}, [&](Vertex vertex) { return walk.entity(vertex); });
    return answer;
}

// Vertices that have a step with both, whichever way claims point.
template <typename Graph>
std::vector<Vertex> common_neighbours(const Walk<Graph>& walk, Vertex first, Vertex second) {
    VertexMap<bool> of_first;  // true: of the second, too
    walk.for_each_step(first, Side::start, [&](Vertex next, const EdgeDescriptor&) { of_first.insert(next); });
    std::vector<Vertex> found;
    walk.for_each_step(second, Side::start, [&](Vertex next, const EdgeDescriptor&) {
        bool* known = of_first.find(next);
        if (!known || std::exchange(*known, true) || next == first || next == second) return;
        if (walk.may_pass(next)) found.push_back(next);
    });
    return found;
}

}  // namespace kith
