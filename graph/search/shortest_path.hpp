// Shortest path: the fewest hops between two vertices, and among those paths the surest.
//
//     Ada - Bo - Dee      Two paths of two hops. Both ends grow in turn, level by level, the smaller first, until
//     Ada - Cy - Dee      they meet: {Ada} {Dee}, then {Bo, Cy}: met, in Bo and in Cy. Bo's hops are surer: Ada Bo Dee.
//
// Breadth-first search from both ends (Pohl, "Bi-directional search", 1971) touches about the square root of what one
// from the start does. The level in which the ends meet is finished, and each vertex keeps every claim by which it was
// reached from the level before, so all shortest paths are known: each has one step from the one tree to the other.
// Only then are the costs of their hops worked out, a few dozen instead of thousands, and the surest path chosen, level
// by level from either end. Ties break by entities from the start.
//
// Nearly all of the time is waiting for memory, so what will be read next is fetched as soon as it is known: where a
// vertex's rows begin when the vertex is met, the rows themselves some vertices ahead.
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
        : walk_(walk),
          exclusions_(exclusions),
          restricted_(exclusions.any() || walk.restricts_vertices()),
          from_(from),
          to_(to) {
        labels_.insert(from, {0, Side::start});
        labels_.insert(to, {0, Side::end});
    }

    // The weight is that of PathOrder::fewest_hops. Nothing: no path within the limits.
    std::optional<VertexPath> find(const PathLimits& limits) {
        const Weight most_hops = std::min({limits.max_weight >> 40, static_cast<Weight>(limits.max_hops), deepest});
        Tree start(Side::start, from_), end(Side::end, to_);
        while (true) {
            if (start.depth + end.depth >= static_cast<int>(most_hops)) return std::nullopt;
            if (start.frontier.empty() || end.frontier.empty()) return std::nullopt;
            const bool start_is_less = work(start) <= work(end);
            Tree& tree = start_is_less ? start : end;
            find_crossings(tree, start_is_less ? end : start);
            if (!crossings_.empty()) break;
            grow(tree);
        }
        VertexPath path = surest();
        if (path.weight > limits.max_weight) return std::nullopt;
        return path;
    }

private:
    static constexpr Weight deepest = std::numeric_limits<std::int16_t>::max();
    static constexpr std::uint32_t no_link = std::numeric_limits<std::uint32_t>::max();

    // A vertex that was reached: how far from which side, and by which claims.
    struct Label {
        std::int16_t depth = 0;
        Side side = Side::start;
        std::uint32_t links = no_link;  // newest first
    };
    // A claim between a vertex and one that is a level nearer to its side's end.
    struct Link {
        Vertex nearer = no_vertex;
        ArcWord word;
        bool nearer_is_subject = false;
        std::uint32_t next = no_link;
    };
    // The last level of one side.
    struct Tree {
        Tree(Side of, Vertex root) : side(of), frontier{root} { level.insert(root); }

        Side side;
        std::int16_t depth = 0;
        std::vector<Vertex> frontier;
        VertexBloomFilter level;          // holds the frontier
        std::optional<std::size_t> work;  // what growing costs, once it was asked for
    };
    // A claim between the trees. Both ends are of their tree's last level.
    struct Crossing {
        Vertex start_side, end_side;
        EdgeDescriptor edge;
    };
    // The best way from a vertex to its side's end.
    struct Best {
        Weight weight = 0;
        Vertex nearer = no_vertex;
    };

    // Degrees are known without reading a row only where the rows are in memory.
    std::size_t work(Tree& tree) const {
        if (tree.work) return *tree.work;
        if constexpr (Walk<Graph>::graph_is_in_memory) {
            tree.work = 0;
            for (const Vertex vertex : tree.frontier) *tree.work += walk_.row_length(vertex, tree.side);
        } else {
            tree.work = tree.frontier.size();
        }
        return *tree.work;
    }

    // Notes the claims between the last levels of the trees. Most steps lead elsewhere, which the filter tells without a
    // look into memory that is not at hand.
    void find_crossings(const Tree& tree, const Tree& other) {
        for (const Vertex vertex : tree.frontier) walk_.expect_rows(vertex, tree.side);
        for (const Vertex vertex : tree.frontier) {
            walk_.for_each_step_to(
                vertex, tree.side, [&](Vertex next) { return other.level.may_contain(next); },
                [&](Vertex next, const EdgeDescriptor& edge) { cross(tree.side, vertex, next, edge); });
        }
    }

    void cross(Side side, Vertex vertex, Vertex next, const EdgeDescriptor& edge) {
        const Label* label = labels_.find(next);
        if (!label || label->side == side || (restricted_ && !allowed(vertex, next, side))) return;
        const bool forward = side == Side::start;
        crossings_.push_back({forward ? vertex : next, forward ? next : vertex, edge});
    }

    // The trees must not touch.
    void grow(Tree& tree) {
        const std::vector<Vertex> frontier = std::exchange(tree.frontier, {});
        tree.level = {};
        tree.work.reset();
        ++tree.depth;
        for (const Vertex vertex : frontier) {
            walk_.for_each_step(vertex, tree.side, [&](Vertex next, const EdgeDescriptor& edge) {
                if (!restricted_ || allowed(vertex, next, tree.side)) reach(tree, vertex, next, edge);
            });
        }
    }

    void reach(Tree& tree, Vertex vertex, Vertex next, const EdgeDescriptor& edge) {
        const auto [label, is_new] = labels_.insert(next, {tree.depth, tree.side, no_link});
        if (label->side != tree.side || label->depth != tree.depth) return;
        links_.push_back({vertex, edge.word, edge.source == vertex, label->links});
        label->links = static_cast<std::uint32_t>(links_.size() - 1);
        if (!is_new) return;
        tree.frontier.push_back(next);
        tree.level.insert(next);
        walk_.expect_begins(next, tree.side);
    }

    bool allowed(Vertex vertex, Vertex next, Side side) const {
        const bool forward = side == Side::start;
        return exclusions_.allow(forward ? vertex : next, forward ? next : vertex, from_) &&
               (walk_.may_pass(next) || next == from_ || next == to_);
    }

    // The best way from `vertex` to its side's end, by the best ways of the neighbours nearer to it.
    Best best_way(Vertex vertex) {
        if (const Best* known = ways_.find(vertex)) return *known;
        const Label label = *labels_.find(vertex);
        Best best;
        for (std::uint32_t at = label.links; at != no_link; at = links_[at].next) {
            const auto& [nearer, word, nearer_is_subject, next] = links_[at];
            const Weight rest = best_way(nearer).weight;
            if (best.nearer != no_vertex && rest + weight_of(0, PathOrder::fewest_hops) > best.weight) continue;
            const EdgeDescriptor edge{nearer_is_subject ? nearer : vertex, nearer_is_subject ? vertex : nearer, word};
            const Weight weight = rest + weight_of(walk_.tie_cost(edge), PathOrder::fewest_hops);
            const bool better = best.nearer == no_vertex || weight < best.weight ||
                                (weight == best.weight && earlier(label.side, nearer, best.nearer));
            if (better) best = {weight, nearer};
        }
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
        for (const auto& [start_side, end_side, edge] : crossings_) {
            const Weight hop = weight_of(walk_.tie_cost(edge), PathOrder::fewest_hops);
            const Weight weight = best_way(start_side).weight + hop + best_way(end_side).weight;
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
    bool restricted_;
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
