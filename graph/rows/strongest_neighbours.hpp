// The few vertices that one is most strongly tied to.
//
//     StrongestNeighbours strongest(walk, 200);
//     const std::size_t count = strongest.offer_all_of(hub);
//     for (const Vertex next : strongest.take()) ...
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/rows/walk.hpp"

namespace kith {

// Rows must have sources counted. Most are turned down by one comparison with the weakest that is kept.
template <typename Graph>
class StrongestNeighbours {
public:
    StrongestNeighbours(const Walk<Graph>& walk, std::size_t most) : walk_(walk), most_(most) {}

    void offer(Vertex vertex, Cost cost) {
        if (cost > weakest_) return;
        kept_.push_back({cost, vertex});
        if (kept_.size() >= 2 * most_ + 64) shrink();
    }

    // How many there are of this vertex.
    std::size_t offer_all_of(Vertex vertex) {
        std::size_t count = 0;
        walk_.for_each_neighbour(vertex, Side::start, [&](Vertex next, const auto& ties) {
            ++count;
            offer(next, walk_.cost(ties));
        });
        return count;
    }

    // Strongest first; of equally strong ones, the lesser entity.
    std::vector<Vertex> take() {
        if (kept_.size() > most_) shrink();
        std::ranges::sort(kept_, {}, order());
        std::vector<Vertex> vertices;
        for (const auto& [cost, vertex] : kept_) vertices.push_back(vertex);
        return vertices;
    }

private:
    auto order() const {
        return [this](const auto& one) { return std::pair(one.first, walk_.rank(one.second)); };
    }
    void shrink() {
        const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(most_);
        std::ranges::nth_element(kept_, last, {}, order());
        weakest_ = last->first;  // not kept itself, but another as weak may come before it
        kept_.erase(last, kept_.end());
    }

    const Walk<Graph>& walk_;
    std::size_t most_;
    Cost weakest_ = ~Cost{0};
    std::vector<std::pair<Cost, Vertex>> kept_;
};

}  // namespace kith
