// Shortest path: the fewest hops between two vertices, and among those paths the surest.
//
//     Ada - Bo - Dee      Two paths of two hops. Both ends grow in turn, level by level, the smaller first, until
//     Ada - Cy - Dee      they meet: {Ada} {Dee}, then {Bo, Cy}: met, in Bo and in Cy. Bo's hops are surer: Ada Bo Dee.
//
// Breadth-first search from both ends (Pohl, "Bi-directional search", 1971) touches about the square root of what one
// from the start does. The level in which the ends meet is finished, and each vertex keeps all its predecessors of the
// level before, so all shortest paths are known: each passes exactly one vertex where the ends met. Only then are the
// costs of their hops looked up, a few dozen instead of thousands, and the surest path chosen, level by level from
// either end. Ties break by entities from the start.
#pragma once

#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "graph/vertex_map.hpp"
#include "graph/vertex_path.hpp"

namespace kith {

template <typename Graph>
class ShortestPathSearch {
public:
    ShortestPathSearch(const Walk<Graph>& walk, Vertex from, Vertex to, const Exclusions& exclusions)
        : walk_(walk), exclusions_(exclusions), from_(from), to_(to) {
        labels_.insert(from, {0, Side::start});
        labels_.insert(to, {0, Side::end});
        start_.frontier.push_back(from);
        end_.frontier.push_back(to);
    }

    // The weight is that of PathOrder::fewest_hops. Nothing: no path within the limits.
    std::optional<VertexPath> find(const PathLimits& limits) {
        const Weight most_hops = std::min<Weight>(limits.max_weight >> 40, static_cast<Weight>(limits.max_hops));
        while (met_.empty()) {
            if (start_.depth + end_.depth >= static_cast<int>(most_hops)) return std::nullopt;
            if (start_.frontier.empty() || end_.frontier.empty()) return std::nullopt;
            grow(work(start_) <= work(end_) ? start_ : end_);
        }
        VertexPath path = surest();
        if (path.weight > limits.max_weight) return std::nullopt;
        return path;
    }

private:
    static constexpr std::uint32_t no_link = std::numeric_limits<std::uint32_t>::max();

    // A vertex that has been reached, from which side, and its neighbours one level nearer to that side's end. A vertex
    // where the sides meet belongs to the side that came first; what the other side says of it is in met_.
    struct Label {
        int depth = 0;
        Side side = Side::start;
        bool met = false;
        Vertex nearer = no_vertex;      // the first such neighbour
        std::uint32_t links = no_link;  // further ones
    };
    struct Link {
        Vertex nearer = no_vertex;
        std::uint32_t next = no_link;
    };
    struct Tree {
        Side side;
        int depth = 0;
        std::vector<Vertex> frontier;
        std::optional<std::size_t> work;  // what growing costs, once asked for
    };
    // A step between the two trees: one end is of the start's last level, the other of the end's.
    struct Crossing {
        Vertex start_side, end_side;
    };
    // The best way from a vertex to its side's end.
    struct Best {
        Weight weight = 0;
        Vertex nearer = no_vertex;
    };

    // Degrees are known without reading a row only where the rows are in memory.
    std::size_t work(Tree& tree) const {
        if (!tree.work) {
            tree.work = 0;
            for (const Vertex vertex : tree.frontier) {
                if constexpr (std::is_same_v<Graph, Projection>) {
                    *tree.work += degree(vertex, walk_.graph());
                } else {
                    *tree.work += 1;
                }
            }
        }
        return *tree.work;
    }

    // TODO
    // The best way from `vertex` to the end of the tree, by the ways of the level nearer to it.
    Best best_way(const Tree& tree, VertexMap<Best>& ways, Vertex vertex) const {
        if (const Best* known = ways.find(vertex)) return *known;
        const Label& label = *tree.labels.find(vertex);
        std::optional<Best> best;
        for (std::uint32_t link = label.links; link != no_link; link = tree.links[link].next) {
            const Vertex nearer = tree.links[link].nearer;
            const bool forward = tree.side == Side::start;
            const Cost cost = forward ? walk_.step_cost(nearer, vertex) : walk_.step_cost(vertex, nearer);
            const Weight weight = best_way(tree, ways, nearer).weight + weight_of(cost, PathOrder::fewest_hops);
            if (!best || weight < best->weight || (weight == best->weight && earlier(tree, ways, nearer, best->nearer)))
                best = {weight, nearer};
        }
        const Best found = best.value_or(Best{});
        ways.insert(vertex, found);
        return found;
    }

    // Which of two equally good continuations gives the path that comes first.
    bool earlier(const Tree& tree, const VertexMap<Best>& ways, Vertex a, Vertex b) const {
        if (tree.side == Side::end) return walk_.entity(a) < walk_.entity(b);
        return precedes(walk_, way(ways, a, Side::start), way(ways, b, Side::start));
    }

    // Vertices between `vertex` and its side's end, both included, in the order of the path.
    std::vector<Vertex> way(const VertexMap<Best>& ways, Vertex vertex, Side side) const {
        std::vector<Vertex> vertices;
        for (Vertex at = vertex; at != no_vertex; at = ways.find(at)->nearer) vertices.push_back(at);
        if (side == Side::start) std::ranges::reverse(vertices);
        return vertices;
    }

    VertexPath surest() const {
        VertexMap<Best> to_start, to_end;
        VertexPath best;
        for (const Vertex middle : met_) {
            const Weight weight = best_way(start_, to_start, middle).weight + best_way(end_, to_end, middle).weight;
            if (!best.vertices.empty() && weight > best.weight) continue;
            VertexPath path{way(to_start, middle, Side::start), weight};
            const std::vector<Vertex> rest = way(to_end, middle, Side::end);
            path.vertices.insert(path.vertices.end(), rest.begin() + 1, rest.end());
            if (best.vertices.empty() || better(walk_, path, best)) best = std::move(path);
        }
        return best;
    }

    const Walk<Graph>& walk_;
    const Exclusions& exclusions_;
    Vertex from_, to_;
    Tree start_, end_;
    std::vector<Vertex> met_;
};

template <typename Graph>
std::optional<VertexPath> shortest_path(const Walk<Graph>& walk, Vertex from, Vertex to, const PathLimits& limits = {},
                                        const Exclusions& exclusions = {}) {
    return ShortestPathSearch<Graph>(walk, from, to, exclusions).find(limits);
}

}  // namespace kith
