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
    std::vector<std::size_t> cut_neighbours;  // how many neighbours each of those has
    bool full = false;
};

// The few most strongly tied of many neighbours. Most are turned down by one comparison with the weakest that is kept.
template <typename Graph>
class StrongestNeighbours {
public:
    StrongestNeighbours(const Walk<Graph>& walk, std::size_t most) : walk_(walk), most_(most) {}

    void offer(Vertex vertex, Cost cost) {
        if (cost > weakest_) return;
        kept_.push_back({cost, vertex});
        if (kept_.size() >= 2 * most_ + 64) shrink();
    }

    // In order of entity.
    std::vector<Vertex> take() {
        if (kept_.size() > most_) shrink();
        std::vector<Vertex> vertices;
        for (const auto& [cost, vertex] : kept_) vertices.push_back(vertex);
        std::ranges::sort(vertices, {}, [&](Vertex vertex) { return walk_.rank(vertex); });
        return vertices;
    }

private:
    void shrink() {
        const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(most_);
        std::ranges::nth_element(kept_, last, {},
                                 [&](const auto& one) { return std::pair(one.first, walk_.rank(one.second)); });
        weakest_ = last->first;  // not kept itself, but another as weak may come before it
        kept_.erase(last, kept_.end());
    }

    const Walk<Graph>& walk_;
    std::size_t most_;
    Cost weakest_ = ~Cost{0};
    std::vector<std::pair<Cost, Vertex>> kept_;
};

// Distinct neighbours in order of entity; of more than `most`, the most strongly tied, and `count` tells how many there
// are. Rows must have sources counted.
template <typename Graph>
std::vector<Vertex> neighbours(const Walk<Graph>& walk, Vertex vertex, std::size_t most, std::size_t& count) {
    count = 0;
    if (walk.row_length(vertex, Side::start) <= most) {
        std::vector<Vertex> all;
        walk.for_each_neighbour(vertex, Side::start, [&](Vertex next, const auto&) { all.push_back(next); });
        std::ranges::sort(all, {}, [&](Vertex next) { return walk.rank(next); });
        return all;
    }
    StrongestNeighbours<Graph> strongest(walk, most);
    walk.for_each_neighbour(vertex, Side::start, [&](Vertex next, const auto& ties) {
        ++count;
        strongest.offer(next, walk.cost(ties));
    });
    return strongest.take();
}

template <typename Graph>
VertexNeighbourhood neighbourhood(const Walk<Graph>& walk, const std::vector<Vertex>& from, int depth,
                                  std::size_t most_neighbours, std::size_t most_vertices) {
    VertexNeighbourhood answer;
    VertexMap<bool> reached;
    for (const Vertex vertex : from) {
        if (reached.insert(vertex).second) answer.vertices.push_back({vertex, 0, no_vertex});
    }
    const auto by_entity = [&](const VertexNeighbour& one) { return walk.rank(one.vertex); };
    std::vector<std::pair<Vertex, std::size_t>> cut;
    std::size_t begin = 0;
    for (int hops = 1; hops <= depth && begin < answer.vertices.size(); ++hops) {
        const std::size_t end = answer.vertices.size();
        for (std::size_t i = begin; i < end && !answer.full; ++i) {
            const Vertex vertex = answer.vertices[i].vertex;
            if (hops > 1 && !walk.may_pass(vertex)) continue;
            std::size_t count = 0;
            for (const Vertex next : neighbours(walk, vertex, most_neighbours, count)) {
                if (answer.vertices.size() < most_vertices) {
                    if (reached.insert(next).second) answer.vertices.push_back({next, hops, vertex});
                } else if (!reached.contains(next)) {
                    answer.full = true;
                    break;
                }
            }
            if (count > most_neighbours) cut.emplace_back(vertex, count);
        }
        begin = end;
        std::ranges::sort(answer.vertices.begin() + static_cast<std::ptrdiff_t>(begin), answer.vertices.end(), {},
                          by_entity);
    }
    std::ranges::sort(cut, {}, [&](const auto& one) { return walk.rank(one.first); });
    for (const auto& [vertex, count] : cut) {
        answer.cut.push_back(vertex);
        answer.cut_neighbours.push_back(count);
    }
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
