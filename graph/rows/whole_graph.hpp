// A graph as algorithms about all vertices want it: undirected, one edge for each pair of neighbours, no loops, in flat
// arrays.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/rows/walk.hpp"

namespace kith {

class WholeGraph {
public:
    WholeGraph() = default;
    // Vertices that the walk may not pass are there, without edges.
    explicit WholeGraph(const Walk<Projection>& walk) : stop_(walk.rules().stop) {
        const auto count = static_cast<Vertex>(walk.graph().vertex_count());
        begins_.push_back(0);
        std::vector<Vertex> row;
        for (Vertex vertex = 0; vertex < count; ++vertex) {
            row.clear();
            if (walk.may_pass(vertex)) {
                walk.for_each_step(vertex, Side::start, [&](Vertex next, const EdgeDescriptor&) {
                    if (walk.may_pass(next)) row.push_back(next);
                });
            }
            std::ranges::sort(row);
            neighbours_.insert(neighbours_.end(), row.begin(), std::unique(row.begin(), row.end()));
            begins_.push_back(neighbours_.size());
        }
    }

    std::size_t size() const { return begins_.size() - 1; }
    std::span<const Vertex> neighbours(Vertex vertex) const {
        return std::span(neighbours_).subspan(begins_[vertex], begins_[vertex + 1] - begins_[vertex]);
    }

    // As Walk::spend: for what is computed on the graph.
    void spend(std::size_t steps) const {
        if (stop_) stop_->step(steps);
    }

private:
    StopCheck* stop_ = nullptr;
    std::vector<std::size_t> begins_;
    std::vector<Vertex> neighbours_;
};

}  // namespace kith
