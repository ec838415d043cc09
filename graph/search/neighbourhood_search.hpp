// The searches of graph/search/neighbourhood over any graph.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/rows/hub_lists.hpp"
#include "graph/rows/strongest_neighbours.hpp"
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

// The neighbours of one vertex after the other. Rows must have sources counted.
template <typename Graph>
class NeighbourReader {
public:
    NeighbourReader(const Walk<Graph>& walk, std::size_t most)
        : walk_(walk), most_(most), knows_hubs_(most <= HubNeighbours::most_kept && fits_hubs(walk.rules())) {}

    // How many there are.
    std::size_t read(Vertex vertex) {
        found_.clear();
        if (walk_.row_length(vertex, Side::start) <= most_) {
            walk_.for_each_neighbour(vertex, Side::start, [&](Vertex next, const auto&) { found_.push_back(next); });
            // Rows are in order of vertex.
            if constexpr (!Walk<Graph>::graph_is_in_memory) sort();
            return found_.size();
        }
        if constexpr (Walk<Graph>::graph_is_in_memory) {
            const auto hub = knows_hubs_ ? walk_.graph().hub(vertex) : std::nullopt;
            if (hub) return take(*hub);
        }
        StrongestNeighbours<Graph> strongest(walk_, most_);
        const std::size_t count = strongest.offer_all_of(vertex);
        found_ = strongest.take();
        sort();
        return count;
    }
    // Those read last, once each, in order of entity; of more than `most`, the most strongly tied.
    const std::vector<Vertex>& found() const { return found_; }

private:
    void sort() {
        std::ranges::sort(found_, {}, [&](Vertex vertex) { return walk_.rank(vertex); });
    }
    std::size_t take(const HubNeighbours& hub) {
        walk_.spend(hub.strongest.size());
        const std::size_t vertices = walk_.graph().vertex_count();  // a damaged snapshot may name others
        for (std::size_t i = 0; i < hub.strongest.size(); ++i) {
            if (hub.places[i] < most_ && hub.strongest[i] < vertices) found_.push_back(hub.strongest[i]);
        }
        return hub.count;
    }

    const Walk<Graph>& walk_;
    std::size_t most_;
    bool knows_hubs_;
    std::vector<Vertex> found_;
};

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
    NeighbourReader<Graph> neighbours(walk, most_neighbours);
    std::size_t begin = 0;
    for (int hops = 1; hops <= depth && begin < answer.vertices.size(); ++hops) {
        const std::size_t end = answer.vertices.size();
        for (std::size_t i = begin; i < end && !answer.full; ++i) {
            const Vertex vertex = answer.vertices[i].vertex;
            if (hops > 1 && !walk.may_pass(vertex)) continue;
            const std::size_t count = neighbours.read(vertex);
            for (const Vertex next : neighbours.found()) {
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
