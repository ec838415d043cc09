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
        : walk_(walk), exclusions_(exclusions), from_(from), to_(to), start_(Side::start), end_(Side::end) {
        start_.reach(from, walk);
        end_.reach(to, walk);
    }

    // The weight is that of PathOrder::fewest_hops. Nothing: no path within the limits.
    std::optional<VertexPath> find(const PathLimits& limits) {
        const Weight most_hops = std::min<Weight>(limits.max_weight >> 40, static_cast<Weight>(limits.max_hops));
        while (met_.empty()) {
            if (start_.depth + end_.depth >= static_cast<int>(most_hops)) return std::nullopt;
            if (start_.frontier.empty() || end_.frontier.empty()) return std::nullopt;
            if (start_.work <= end_.work) {
                grow(start_, end_);
            } else {
                grow(end_, start_);
            }
        }
        VertexPath path = surest();
        if (path.weight > limits.max_weight) return std::nullopt;
        return path;
    }

private:
    static constexpr std::uint32_t no_link = std::numeric_limits<std::uint32_t>::max();

    struct Label {
        int depth = 0;
        std::uint32_t links = no_link;  // newest first
    };
    struct Link {
        Vertex nearer = no_vertex;  // neighbour one level nearer to this side's end
        std::uint32_t next = no_link;
    };
    struct Tree {
        explicit Tree(Side which) : side(which) {}

        Label& reach(Vertex vertex, const Walk<Graph>& walk) {
            frontier.push_back(vertex);
            work += work_of(vertex, walk);
            return *labels.insert(vertex, {depth, no_link}).first;
        }
        void link(Label& label, Vertex nearer) {
            // Parallel claims come together, so looking at the newest link is enough.
            if (label.links != no_link && links[label.links].nearer == nearer) return;
            links.push_back({nearer, label.links});
            label.links = static_cast<std::uint32_t>(links.size() - 1);
        }

        Side side;
        int depth = 0;
        std::vector<Vertex> frontier;
        std::size_t work = 0;  // estimate of what growing costs
        VertexMap<Label> labels;
        std::vector<Link> links;
    };
    // The best way from a vertex to this side's end.
    struct Best {
        Weight weight = 0;
        Vertex nearer = no_vertex;
    };

    // Degrees are known without reading a row only where the rows are in memory.
    static std::size_t work_of(Vertex vertex, const Walk<Graph>& walk) {
        if constexpr (std::is_same_v<Graph, Projection>) {
            return degree(vertex, walk.graph());
        } else {
            return 1;
        }
    }

    bool excluded(Vertex tail, Vertex head) const {
        const auto holds = [](const std::vector<Vertex>& some, Vertex vertex) {
            return std::ranges::find(some, vertex) != some.end();
        };
        return (tail == from_ && holds(exclusions_.first_steps, head)) || holds(exclusions_.vertices, head) ||
               holds(exclusions_.vertices, tail);
    }

    void grow(Tree& tree, const Tree& other) {
        const std::vector<Vertex> frontier = std::exchange(tree.frontier, {});
        tree.work = 0;
        ++tree.depth;
        const bool any_exclusions = !exclusions_.vertices.empty() || !exclusions_.first_steps.empty();
        for (const Vertex vertex : frontier) {
            walk_.for_each_step(vertex, tree.side, [&](Vertex next, const EdgeDescriptor&) {
                if (any_exclusions) {
                    const bool forward = tree.side == Side::start;
                    if (excluded(forward ? vertex : next, forward ? next : vertex)) return;
                }
                if (Label* label = tree.labels.find(next)) {
                    if (label->depth == tree.depth) tree.link(*label, vertex);
                } else if (other.labels.contains(next)) {
                    met_.push_back(next);
                    tree.link(*tree.labels.insert(next, {tree.depth, no_link}).first, vertex);
                } else if (met_.empty() && walk_.may_pass(next)) {
                    // Once the ends have met, vertices that are new to both are on no shortest path.
                    tree.link(tree.reach(next, walk_), vertex);
                }
            });
        }
    }

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
