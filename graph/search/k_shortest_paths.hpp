// The k best paths between two vertices, each distinct in its vertices and without going twice through one.
//
//     Ada - Bo - Dee - Eve     k = 3: Ada Bo Dee Eve; then the best that leaves it at Ada, at Bo or at Dee: each is a
//     Ada - Cy - Dee           search of its own, with the part before taken away and the step after forbidden. The
//     Bo  - Fay - Eve          best of all found so far is the next answer, and is left at each of its vertices.
//
// Yen's method ("Finding the k shortest loopless paths in a network", 1971) with Lawler's improvement (1972): an answer
// is only left from where it itself left its parent, so that nothing is found twice. A search stops once it can only
// find paths worse than as many candidates as are still needed.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "graph/search/cheapest_path.hpp"
#include "graph/search/path_weight.hpp"
#include "graph/search/shortest_path.hpp"
#include "graph/search/vertex_path.hpp"

namespace kith {

// The best path in the order asked for.
template <typename Graph>
std::optional<VertexPath> best_path(const Walk<Graph>& walk, Vertex from, Vertex to, PathOrder order,
                                    const PathLimits& limits, const Exclusions& exclusions) {
    return order == PathOrder::fewest_hops ? shortest_path(walk, from, to, limits, exclusions)
                                           : cheapest_path(walk, from, to, limits, exclusions);
}

template <typename Graph>
class PathEnumeration {
public:
    PathEnumeration(const Walk<Graph>& walk, Vertex from, Vertex to, PathOrder order, int max_hops)
        : walk_(walk), from_(from), to_(to), order_(order), max_hops_(max_hops) {}

    // Best first; fewer than `count` where there are no more.
    std::vector<VertexPath> find(std::size_t count) {
        if (count == 0) return {};
        if (auto first = best_path(walk_, from_, to_, order_, {.max_hops = max_hops_}, {})) {
            candidates_.push_back({std::move(*first), 0});
        }
        std::vector<Found> answers;
        while (!candidates_.empty()) {
            answers.push_back(take_best());
            if (answers.size() == count) break;
            branch(answers, count - answers.size());
        }
        std::vector<VertexPath> paths;
        for (Found& answer : answers) paths.push_back(std::move(answer.path));
        return paths;
    }

private:
    struct Found {
        VertexPath path;
        std::size_t left_at = 0;  // position of the vertex where it left its parent
    };

    Found take_best() {
        const auto best = std::ranges::min_element(
            candidates_, [&](const Found& a, const Found& b) { return better(walk_, a.path, b.path); });
        Found found = std::move(*best);
        candidates_.erase(best);
        return found;
    }

    // The heaviest that a further candidate may be when `needed` more answers are wanted.
    Weight weight_bound(std::size_t needed) const {
        if (candidates_.size() < needed) return ~Weight{0};
        std::vector<Weight> weights;
        for (const Found& candidate : candidates_) weights.push_back(candidate.path.weight);
        const auto last = weights.begin() + static_cast<std::ptrdiff_t>(needed) - 1;
        std::ranges::nth_element(weights, last);
        return *last;
    }

    // Leaves the newest answer at each vertex from where it left its parent on.
    void branch(const std::vector<Found>& answers, std::size_t needed) {
        const Found& parent = answers.back();
        const std::vector<Vertex>& vertices = parent.path.vertices;
        Weight before = 0;
        Exclusions exclusions;
        for (std::size_t at = 0; at + 1 < vertices.size(); ++at) {
            if (at >= parent.left_at) branch_at(answers, at, before, exclusions, needed);
            before += weight_of(walk_.step_cost(vertices[at], vertices[at + 1]), order_);
            exclusions.vertices.push_back(vertices[at]);
        }
    }

    void branch_at(const std::vector<Found>& answers, std::size_t at, Weight before, Exclusions& exclusions,
                   std::size_t needed) {
        const std::vector<Vertex>& vertices = answers.back().path.vertices;
        exclusions.first_steps.clear();
        for (const Found& answer : answers) {
            const std::vector<Vertex>& other = answer.path.vertices;
            if (other.size() > at + 1 &&
                std::equal(vertices.begin(), vertices.begin() + static_cast<std::ptrdiff_t>(at) + 1, other.begin())) {
                exclusions.first_steps.push_back(other[at + 1]);
            }
        }
        const Weight bound = weight_bound(needed);
        if (before > bound) return;
        const PathLimits limits{max_hops_ - static_cast<int>(at), bound == ~Weight{0} ? bound : bound - before};
        auto rest = best_path(walk_, vertices[at], to_, order_, limits, exclusions);
        if (!rest) return;
        VertexPath path{{vertices.begin(), vertices.begin() + static_cast<std::ptrdiff_t>(at)}, before + rest->weight};
        path.vertices.insert(path.vertices.end(), rest->vertices.begin(), rest->vertices.end());
        candidates_.push_back({std::move(path), at});
    }

    const Walk<Graph>& walk_;
    Vertex from_, to_;
    PathOrder order_;
    int max_hops_;
    std::vector<Found> candidates_;
};

template <typename Graph>
std::vector<VertexPath> k_shortest_paths(const Walk<Graph>& walk, Vertex from, Vertex to, std::size_t count,
                                         PathOrder order, int max_hops) {
    return PathEnumeration<Graph>(walk, from, to, order, max_hops).find(count);
}

}  // namespace kith
