// Cheapest path: the one most probably true, the smallest sum of -log(strength) over its hops.
//
//     Ada -0.5- Bo           One hop of strength 0.5, or two of 0.9: 0.81 in all. Ada Cy Bo is cheaper, though longer.
//     Ada -0.9- Cy -0.9- Bo
//
// Dijkstra's search from both ends (Nicholson 1966; Pohl 1971): one of the trees settles its next vertex, and every
// step between the two trees is a path. Once the two next vertices together cost more than the best path, no other can
// be as cheap; until then all paths of that cost are seen, so ties break exactly: fewest hops (part of the weight),
// then by entities from the start. The tree with fewer open vertices goes on (Pohl's cardinality principle), not the
// one that is behind in cost: when one end has met a hub, the other need not wait for thousands of its neighbours. On
// ten million claims that is 15 times faster.
//
// A limit on hops is kept by a second search, run only where the cheapest path has too many. Its vertices are pairs of
// vertex and hops; it grows layer by layer from both ends and drops what is dearer than the best path of few hops.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "graph/rows/vertex_map.hpp"
#include "graph/search/path_weight.hpp"
#include "graph/search/shortest_path.hpp"
#include "graph/search/vertex_path.hpp"

namespace kith {

template <typename Graph>
class CheapestPathSearch {
public:
    CheapestPathSearch(const Walk<Graph>& walk, Vertex from, Vertex to, const Exclusions& exclusions)
        : walk_(walk), exclusions_(exclusions), from_(from), to_(to) {}

    std::optional<VertexPath> find(Weight max_weight) {
        best_ = max_weight;
        start_.open(from_);
        end_.open(to_);
        while (true) {
            const Weight start_least = least(start_), end_least = least(end_);
            if (start_least == none || end_least == none || start_least + end_least > best_) break;
            if (start_.heap.size() <= end_.heap.size()) {
                settle(start_, end_, end_least);
            } else {
                settle(end_, start_, start_least);
            }
        }
        return best_crossing();
    }

    // After find: no way from the vertex to the end of the path (or from its start, for Side::start) weighs less.
    Weight least_way(Vertex vertex, Side side) const {
        const Tree& tree = side == Side::start ? start_ : end_;
        const Label* label = tree.labels.find(vertex);
        return label && label->settled ? label->weight : tree.settled_to;
    }

private:
    static constexpr Weight none = ~Weight{0};

    struct Label {
        Weight weight = none;
        Vertex nearer = no_vertex;
        bool settled = false;
    };
    struct Entry {
        Weight weight;
        Vertex vertex;
        bool operator>(const Entry& other) const { return weight > other.weight; }
    };
    struct Tree {
        explicit Tree(Side which) : side(which) {}
        void open(Vertex vertex) {
            labels.insert(vertex, {0, no_vertex, false});
            push({0, vertex});
        }
        void push(Entry entry) {
            heap.push_back(entry);
            std::ranges::push_heap(heap, std::greater{});
        }
        Side side;
        VertexMap<Label> labels;
        std::vector<Entry> heap;
        Weight settled_to = 0;
    };
    struct Crossing {
        Vertex start_side, end_side;
    };

    // Weight of the next vertex to settle; entries of vertices settled before are dropped.
    Weight least(Tree& tree) {
        while (!tree.heap.empty()) {
            const Entry& top = tree.heap.front();
            const Label& label = *tree.labels.find(top.vertex);
            if (!label.settled && label.weight == top.weight) return top.weight;
            std::ranges::pop_heap(tree.heap, std::greater{});
            tree.heap.pop_back();
        }
        return none;
    }

    void settle(Tree& tree, const Tree& other, Weight other_least) {
        const Entry top = tree.heap.front();
        std::ranges::pop_heap(tree.heap, std::greater{});
        tree.heap.pop_back();
        tree.labels.find(top.vertex)->settled = true;
        tree.settled_to = top.weight;
        const bool forward = tree.side == Side::start;
        walk_.for_each_tie(top.vertex, tree.side, [&](Vertex next, Cost cost) {
            if (!exclusions_.allow(forward ? top.vertex : next, forward ? next : top.vertex, from_)) return;
            const Weight weight = top.weight + weight_of(cost, PathOrder::surest);
            if (weight > best_) return;
            if (const Label* reached = other.labels.find(next)) {
                const Weight whole = weight + reached->weight;
                if (whole < best_) crossings_.clear();
                if (whole <= best_) {
                    best_ = whole;
                    crossings_.push_back(forward ? Crossing{top.vertex, next} : Crossing{next, top.vertex});
                }
            }
            if (weight + other_least <= best_) relax(tree, next, weight, top.vertex);
        });
    }

    void relax(Tree& tree, Vertex vertex, Weight weight, Vertex nearer) {
        Label* label = tree.labels.find(vertex);
        if (!label) {
            if (vertex != from_ && vertex != to_ && !walk_.may_pass(vertex)) return;
            label = tree.labels.insert(vertex).first;
        }
        if (weight < label->weight) {
            label->weight = weight;
            label->nearer = nearer;
            tree.push({weight, vertex});
        } else if (weight == label->weight && nearer != label->nearer && label->nearer != no_vertex &&
                   earlier(tree, nearer, label->nearer)) {
            label->nearer = nearer;
        }
    }

    // Both are settled, and the ways over them weigh the same and so have as many hops.
    bool earlier(const Tree& tree, Vertex a, Vertex b) const {
        if (tree.side == Side::end) return walk_.entity(a) < walk_.entity(b);
        return precedes(walk_, way(tree, a), way(tree, b));
    }

    // Vertices between `vertex` and its tree's root, both included, in the order of the path.
    std::vector<Vertex> way(const Tree& tree, Vertex vertex) const {
        std::vector<Vertex> vertices;
        for (Vertex at = vertex; at != no_vertex; at = tree.labels.find(at)->nearer) vertices.push_back(at);
        if (tree.side == Side::start) std::ranges::reverse(vertices);
        return vertices;
    }

    std::optional<VertexPath> best_crossing() const {
        std::optional<VertexPath> best;
        for (const Crossing& crossing : crossings_) {
            VertexPath path{way(start_, crossing.start_side), best_};
            const std::vector<Vertex> rest = way(end_, crossing.end_side);
            path.vertices.insert(path.vertices.end(), rest.begin(), rest.end());
            if (!best || precedes(walk_, path.vertices, best->vertices)) best = std::move(path);
        }
        return best;
    }

    const Walk<Graph>& walk_;
    const Exclusions& exclusions_;
    Vertex from_, to_;
    Tree start_{Side::start}, end_{Side::end};
    Weight best_ = none;
    std::vector<Crossing> crossings_;
};

// The cheapest of the paths with few hops. `dearest` is the weight of a known one: what weighs more is dropped.
template <typename Graph>
class HopLimitedSearch {
public:
    HopLimitedSearch(const Walk<Graph>& walk, Vertex from, Vertex to, const Exclusions& exclusions,
                     const CheapestPathSearch<Graph>& unlimited)
        : walk_(walk), exclusions_(exclusions), unlimited_(unlimited), from_(from), to_(to) {
        start_.open(from);
        end_.open(to);
    }

    std::optional<VertexPath> find(int max_hops, Weight dearest) {
        dearest_ = dearest;
        for (int hops = 0; hops < max_hops; ++hops) {
            const bool start_is_less = start_.layers.back().size() <= end_.layers.back().size();
            grow(start_is_less ? start_ : end_, start_is_less ? end_ : start_, hops + 1 == max_hops);
        }
        return best_joint();
    }

private:
    struct Label {
        Vertex vertex = no_vertex;
        Weight weight = 0;
        std::size_t nearer = 0;  // place in the layer before
    };
    struct Tree {
        explicit Tree(Side which) : side(which) {}
        void open(Vertex vertex) {
            layers.push_back({{vertex, 0, 0}});
            lightest.insert(vertex, 0);
        }
        Side side;
        std::vector<std::vector<Label>> layers;  // by hops from the root
        VertexMap<Weight> lightest;              // of all layers so far
    };

    // The last layer of all is only wanted where it meets the other tree.
    void grow(Tree& tree, const Tree& other, bool is_last) {
        const bool forward = tree.side == Side::start;
        std::vector<Label> layer;
        VertexMap<std::size_t> places;  // in the new layer
        const std::vector<Label>& last = tree.layers.back();
        for (std::size_t place = 0; place < last.size(); ++place) {
            const Vertex vertex = last[place].vertex;
            if (vertex == (forward ? to_ : from_)) continue;
            walk_.for_each_tie(vertex, tree.side, [&](Vertex next, Cost cost) {
                const Weight weight = last[place].weight + weight_of(cost, PathOrder::surest);
                if (weight + unlimited_.least_way(next, forward ? Side::end : Side::start) > dearest_) return;
                if (!exclusions_.allow(forward ? vertex : next, forward ? next : vertex, from_)) return;
                if (next != from_ && next != to_ && !walk_.may_pass(next)) return;
                if (const Weight* lightest = tree.lightest.find(next); lightest && *lightest < weight) return;
                if (const Weight* rest = other.lightest.find(next)) {
                    dearest_ = std::min(dearest_, weight + *rest);  // together they keep the limit
                } else if (is_last) {
                    return;
                }
                const auto [found, is_new] = places.insert(next, layer.size());
                if (is_new) layer.push_back({next, weight, place});
                Label& label = layer[*found];
                if (weight < label.weight || (weight == label.weight && earlier(tree, place, label.nearer))) {
                    label.weight = weight;
                    label.nearer = place;
                }
            });
        }
        for (const Label& label : layer) {
            *tree.lightest.insert(label.vertex, label.weight).first = label.weight;
        }
        tree.layers.push_back(std::move(layer));
    }

    // Of two labels of the last finished layer: which continuation gives the path that comes first.
    bool earlier(const Tree& tree, std::size_t a, std::size_t b) const {
        const std::size_t hops = tree.layers.size() - 1;
        if (tree.side == Side::end) {
            return walk_.entity(tree.layers[hops][a].vertex) < walk_.entity(tree.layers[hops][b].vertex);
        }
        return precedes(walk_, way(tree, hops, a), way(tree, hops, b));
    }

    std::vector<Vertex> way(const Tree& tree, std::size_t hops, std::size_t place) const {
        std::vector<Vertex> vertices;
        for (std::size_t layer = hops + 1; layer-- > 0; place = tree.layers[layer][place].nearer) {
            vertices.push_back(tree.layers[layer][place].vertex);
        }
        if (tree.side == Side::start) std::ranges::reverse(vertices);
        return vertices;
    }

    std::optional<VertexPath> best_joint() const {
        VertexMap<std::vector<std::pair<std::size_t, std::size_t>>> ends;  // vertex: layer and place in the end's tree
        for (std::size_t hops = 0; hops < end_.layers.size(); ++hops) {
            for (std::size_t place = 0; place < end_.layers[hops].size(); ++place) {
                ends.insert(end_.layers[hops][place].vertex).first->emplace_back(hops, place);
            }
        }
        std::optional<VertexPath> best;
        for (std::size_t hops = 0; hops < start_.layers.size(); ++hops) {
            for (std::size_t place = 0; place < start_.layers[hops].size(); ++place) {
                const Label& label = start_.layers[hops][place];
                const auto* met = ends.find(label.vertex);
                if (!met) continue;
                for (const auto& [end_hops, end_place] : *met) {
                    const Weight weight = label.weight + end_.layers[end_hops][end_place].weight;
                    if (weight > dearest_ || (best && weight > best->weight)) continue;
                    VertexPath path{way(start_, hops, place), weight};
                    const std::vector<Vertex> rest = way(end_, end_hops, end_place);
                    path.vertices.insert(path.vertices.end(), rest.begin() + 1, rest.end());
                    if (!best || better(walk_, path, *best)) best = std::move(path);
                }
            }
        }
        return best;
    }

    const Walk<Graph>& walk_;
    const Exclusions& exclusions_;
    const CheapestPathSearch<Graph>& unlimited_;
    Vertex from_, to_;
    Tree start_{Side::start}, end_{Side::end};
    Weight dearest_ = 0;
};

// The weight is that of PathOrder::surest. Nothing: no path within the limits.
template <typename Graph>
std::optional<VertexPath> cheapest_path(const Walk<Graph>& walk, Vertex from, Vertex to, const PathLimits& limits = {},
                                        const Exclusions& exclusions = {}) {
    // Found in no time, and a bound from the start: hubs have thousands of steps that cost more.
    const std::optional<VertexPath> shortest = shortest_path(walk, from, to, {.max_hops = limits.max_hops}, exclusions);
    if (!shortest) return std::nullopt;
    const Weight dearest = std::min(limits.max_weight, weight_of_path(walk, shortest->vertices, PathOrder::surest));
    CheapestPathSearch<Graph> unlimited(walk, from, to, exclusions);
    std::optional<VertexPath> path = unlimited.find(dearest);
    if (!path || path->hops() <= limits.max_hops) return path;
    return HopLimitedSearch<Graph>(walk, from, to, exclusions, unlimited).find(limits.max_hops, dearest);
}

}  // namespace kith
