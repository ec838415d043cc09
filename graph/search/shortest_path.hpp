// Shortest path: the fewest hops between two vertices, and among those paths the surest.
//
//     Ada - Bo - Dee      Two paths of two hops. Both ends grow in turn, level by level, the smaller first, until
//     Ada - Cy - Dee      they meet: {Ada} {Dee}, then {Bo, Cy}: met, in Bo and in Cy. Bo's hops are surer: Ada Bo Dee.
//
// Breadth-first search from both ends (Pohl, "Bi-directional search", 1971) touches about the square root of what one
// from the start does. The level in which the ends meet is finished, and each vertex keeps all its predecessors of the
// level before, so all shortest paths are known: each has one step from the one tree to the other. Only then are the
// costs of their hops looked up, a few dozen instead of thousands, and the surest path chosen, level by level from
// either end. Ties break by entities from the start.
#pragma once

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "graph/rows/vertex_map.hpp"
#include "graph/search/path_weight.hpp"
#include "graph/search/vertex_path.hpp"

namespace kith {

template <typename Graph>
class ShortestPathSearch {
public:
    ShortestPathSearch(const Walk<Graph>& walk, Vertex from, Vertex to, const Exclusions& exclusions)
        : walk_(walk), exclusions_(exclusions), from_(from), to_(to) {
        labels_.insert(from, {0, Side::start});
        labels_.insert(to, {0, Side::end});
    }

    // The weight is that of PathOrder::fewest_hops. Nothing: no path within the limits.
    std::optional<VertexPath> find(const PathLimits& limits) {
        const Weight most_hops = std::min({limits.max_weight >> 40, static_cast<Weight>(limits.max_hops), deepest});
        Tree start{Side::start, 0, {from_}, {}}, end{Side::end, 0, {to_}, {}};
        while (crossings_.empty()) {
            if (start.depth + end.depth >= static_cast<int>(most_hops)) return std::nullopt;
            if (start.frontier.empty() || end.frontier.empty()) return std::nullopt;
            const bool start_is_less = work(start) <= work(end);
            grow(start_is_less ? start : end, start_is_less ? end : start);
        }
        VertexPath path = surest();
        if (path.weight > limits.max_weight) return std::nullopt;
        return path;
    }

private:
    static constexpr Weight deepest = std::numeric_limits<std::int16_t>::max();
    static constexpr std::uint32_t no_link = std::numeric_limits<std::uint32_t>::max();

    // A vertex that was reached, from which side, and its neighbours one level nearer to that side's end.
    struct Label {
        std::int16_t depth = 0;
        Side side = Side::start;
        Vertex nearer = no_vertex;      // the first
        std::uint32_t links = no_link;  // the others, newest first
    };
    struct Link {
        Vertex nearer = no_vertex;
        std::uint32_t next = no_link;
    };
    struct Tree {
        Side side;
        std::int16_t depth;
        std::vector<Vertex> frontier;
        std::optional<std::size_t> work;  // what growing costs, once it was asked for
    };
    // A step from one tree to the other. Both ends are of their tree's last level, or the trees had met before.
    struct Crossing {
        Vertex start_side, end_side;
        bool operator==(const Crossing&) const = default;
    };
    // The best way from a vertex to its side's end.
    struct Best {
        Weight weight = 0;
        Vertex nearer = no_vertex;
    };

    // Degrees are known without reading a row only where the rows are in memory.
    std::size_t work(Tree& tree) const {
        if (tree.work) return *tree.work;
        if constexpr (std::is_same_v<Graph, Projection>) {
            tree.work = 0;
            for (const Vertex vertex : tree.frontier) *tree.work += degree(vertex, walk_.graph());
        } else {
            tree.work = tree.frontier.size();
        }
        return *tree.work;
    }

    void grow(Tree& tree, const Tree& other) {
        const std::vector<Vertex> frontier = std::exchange(tree.frontier, {});
        tree.work.reset();
        ++tree.depth;
        const bool forward = tree.side == Side::start;
        const bool restricted = exclusions_.any() || walk_.restricts_vertices();
        const auto allowed = [&](Vertex vertex, Vertex next) {
            return exclusions_.allow(forward ? vertex : next, forward ? next : vertex, from_) &&
                   (walk_.may_pass(next) || next == from_ || next == to_);
        };
        bool met = false;
        VertexSieve others;  // the last level of the other tree
        for (const Vertex vertex : frontier) {
            walk_.for_each_step(vertex, tree.side, [&](Vertex next, const EdgeDescriptor&) {
                if (restricted && !allowed(vertex, next)) return;
                if (met) {
                    // Once the trees have met, only steps to the other tree's last level make shortest paths.
                    if (others.may_contain(next)) {
                        if (Label* label = labels_.find(next)) reach_again(tree, vertex, next, *label);
                    }
                    return;
                }
                const auto [label, is_new] = labels_.insert(next, {tree.depth, tree.side, vertex});
                if (is_new) {
                    tree.frontier.push_back(next);
                } else {
                    reach_again(tree, vertex, next, *label);
                    met = !crossings_.empty();
                    if (met) std::ranges::for_each(other.frontier, [&](Vertex one) { others.insert(one); });
                }
            });
        }
    }

    // Parallel claims come together, so it is enough to look at the newest to keep each neighbour once.
    void reach_again(const Tree& tree, Vertex vertex, Vertex next, Label& label) {
        if (label.side != tree.side) {
            const Crossing crossing = tree.side == Side::start ? Crossing{vertex, next} : Crossing{next, vertex};
            if (crossings_.empty() || crossings_.back() != crossing) crossings_.push_back(crossing);
        } else if (label.depth == tree.depth) {
            const Vertex newest = label.links == no_link ? label.nearer : links_[label.links].nearer;
            if (newest == vertex) return;
            links_.push_back({vertex, label.links});
            label.links = static_cast<std::uint32_t>(links_.size() - 1);
        }
    }

    // The best way from `vertex` to its side's end, by the best ways of the neighbours nearer to it.
    Best best_way(Vertex vertex) {
        if (const Best* known = ways_.find(vertex)) return *known;
        const Label label = *labels_.find(vertex);
        Best best;
        const auto consider = [&](Vertex nearer) {
            const Weight rest = best_way(nearer).weight;
            if (best.nearer != no_vertex && rest + weight_of(0, PathOrder::fewest_hops) > best.weight) return;
            const Cost cost =
                label.side == Side::start ? walk_.step_cost(nearer, vertex) : walk_.step_cost(vertex, nearer);
            const Weight weight = rest + weight_of(cost, PathOrder::fewest_hops);
            const bool better = best.nearer == no_vertex || weight < best.weight ||
                                (weight == best.weight && earlier(label.side, nearer, best.nearer));
            if (better) best = {weight, nearer};
        };
        if (label.nearer != no_vertex) consider(label.nearer);
        for (std::uint32_t link = label.links; link != no_link; link = links_[link].next) consider(links_[link].nearer);
        ways_.insert(vertex, best);
        return best;
    }

    // Which of two equally good continuations gives the path that comes first.
    bool earlier(Side side, Vertex a, Vertex b) const {
        if (side == Side::end) return walk_.entity(a) < walk_.entity(b);
        return precedes(walk_, way(a, side), way(b, side));
    }

    // Vertices between `vertex` and its side's end, both included, in the order of the path.
    std::vector<Vertex> way(Vertex vertex, Side side) const {
        std::vector<Vertex> vertices;
        for (Vertex at = vertex; at != no_vertex; at = ways_.find(at)->nearer) vertices.push_back(at);
        if (side == Side::start) std::ranges::reverse(vertices);
        return vertices;
    }

    VertexPath surest() {
        VertexPath best;
        for (const auto& [start_side, end_side] : crossings_) {
            const Cost cost = walk_.step_cost(start_side, end_side);
            const Weight weight =
                best_way(start_side).weight + weight_of(cost, PathOrder::fewest_hops) + best_way(end_side).weight;
            if (!best.vertices.empty() && weight > best.weight) continue;
            VertexPath path{way(start_side, Side::start), weight};
            const std::vector<Vertex> rest = way(end_side, Side::end);
            path.vertices.insert(path.vertices.end(), rest.begin(), rest.end());
            if (best.vertices.empty() || better(walk_, path, best)) best = std::move(path);
        }
        return best;
    }

    const Walk<Graph>& walk_;
    const Exclusions& exclusions_;
    Vertex from_, to_;
    VertexMap<Label> labels_;
    std::vector<Link> links_;
    std::vector<Crossing> crossings_;
    VertexMap<Best> ways_;
};

template <typename Graph>
std::optional<VertexPath> shortest_path(const Walk<Graph>& walk, Vertex from, Vertex to, const PathLimits& limits = {},
                                        const Exclusions& exclusions = {}) {
    return ShortestPathSearch<Graph>(walk, from, to, exclusions).find(limits);
}

}  // namespace kith
