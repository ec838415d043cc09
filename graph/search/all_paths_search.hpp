// The search of graph/search/all_paths over any graph.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/rows/vertex_map.hpp"
#include "graph/rows/walk.hpp"
#include "graph/search/vertex_path.hpp"
#include "graph/stop.hpp"

namespace kith {

template <typename Graph>
class AllPathsSearch {
public:
    AllPathsSearch(const Walk<Graph>& walk, Vertex from, Vertex to, std::size_t most_paths, std::size_t most_steps)
        : walk_(walk), from_(from), to_(to), most_paths_(most_paths), steps_left_(most_steps) {}

    // False: the budget was used up, or the time. Throws Stopped where that leaves nothing.
    bool find(int max_hops) {
        bool is_late = false;
        try {
            measure(max_hops);
            path_ = {from_};
            extend(max_hops);
        } catch (const Stopped& stopped) {
            if (stopped.reason() == Stopped::Reason::request || paths_.empty()) throw;
            is_late = exhausted_ = true;
        }
        std::ranges::sort(paths_, [&](const std::vector<Vertex>& a, const std::vector<Vertex>& b) {
            if (!is_late) walk_.spend(a.size());
            return a.size() != b.size() ? a.size() < b.size() : precedes(walk_, a, b);
        });
        return !exhausted_;
    }
    const std::vector<std::vector<Vertex>>& paths() const { return paths_; }

private:
    bool spend() {
        exhausted_ = exhausted_ || steps_left_ == 0;
        if (!exhausted_) --steps_left_;
        return !exhausted_;
    }

    bool may_enter(Vertex vertex) const { return vertex == from_ || vertex == to_ || walk_.may_pass(vertex); }

    // Hops to the end of vertices that are near enough.
    void measure(int max_hops) {
        std::vector<Vertex> frontier{to_};
        distances_.insert(to_, 0);
        for (int hops = 1; hops <= max_hops && !frontier.empty(); ++hops) {
            std::vector<Vertex> next_frontier;
            for (const Vertex vertex : frontier) {
                if (vertex == from_) continue;
                walk_.for_each_step(vertex, Side::end, [&](Vertex next, const EdgeDescriptor&) {
                    if (!may_enter(next) || distances_.contains(next) || !spend()) return;
                    distances_.insert(next, hops);
                    next_frontier.push_back(next);
                });
            }
            frontier = std::move(next_frontier);
        }
    }

    // Depth at most max_hops.
    void extend(int hops_left) {
        const Vertex last = path_.back();
        if (last == to_) {
            exhausted_ = exhausted_ || paths_.size() == most_paths_;
            if (!exhausted_) paths_.push_back(path_);
            return;
        }
        std::vector<Vertex> nexts;
        walk_.for_each_step(last, Side::start, [&](Vertex next, const EdgeDescriptor&) {
            const int* distance = distances_.find(next);
            if (!distance || *distance >= hops_left || std::ranges::find(path_, next) != path_.end()) return;
            nexts.push_back(next);
        });
        std::ranges::sort(nexts, {}, [&](Vertex vertex) { return walk_.entity(vertex); });
        nexts.erase(std::unique(nexts.begin(), nexts.end()), nexts.end());
        for (const Vertex next : nexts) {
            if (exhausted_ || !spend()) return;
            path_.push_back(next);
            extend(hops_left - 1);
            path_.pop_back();
        }
    }

    const Walk<Graph>& walk_;
    Vertex from_, to_;
    std::size_t most_paths_, steps_left_;
    bool exhausted_ = false;
    VertexMap<int> distances_;
    std::vector<Vertex> path_;
    std::vector<std::vector<Vertex>> paths_;
};

}  // namespace kith
