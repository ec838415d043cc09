// A walk: how searches step from vertex to vertex of a graph under a question's filter.
//
//     const Walk walk(graph, {.arcs = ArcFilter(filter), .directed = false});
//     walk.for_each_step(ada, Side::start, [&](Vertex next) { ... });   // where a path may go from Ada
//     walk.for_each_step(bo, Side::end, [&](Vertex previous) { ... });  // where a path that goes to Bo may come from
//
// A claim can be walked both ways unless the question is directed. The graph is any model of Boost's BidirectionalGraph
// with kith's edges that also gives the claims between two vertices: Projection, IndexedGraph.
#pragma once

#include <algorithm>
#include <bitset>
#include <tuple>
#include <vector>

#include "graph/rows/arc_filter.hpp"
#include "graph/rows/boost_graph.hpp"
#include "graph/rows/strength.hpp"

namespace kith {

// From which end of the path a search grows.
enum class Side : std::uint8_t { start, end };

struct WalkRules {
    ArcFilter arcs;
    bool directed = false;
    std::vector<Vertex> avoided;  // not to pass
    EntityKindSet kinds;          // entities on the way are of one of these; none: any
};

// What one search inside a larger one leaves out.
struct Exclusions {
    std::vector<Vertex> vertices;     // taken away from the graph
    std::vector<Vertex> first_steps;  // not to be the second vertex of the path

    bool any() const { return !vertices.empty() || !first_steps.empty(); }
    bool allow(Vertex tail, Vertex head, Vertex from) const {
        if (!any()) return true;
        const auto holds = [](const std::vector<Vertex>& some, Vertex vertex) {
            return std::ranges::find(some, vertex) != some.end();
        };
        return !(tail == from && holds(first_steps, head)) && !holds(vertices, head) && !holds(vertices, tail);
    }
};

template <typename Graph>
class Walk {
public:
    Walk(const Graph& graph, WalkRules rules) : graph_(&graph), rules_(std::move(rules)) {
        std::ranges::sort(rules_.avoided);
    }

    const Graph& graph() const { return *graph_; }
    const WalkRules& rules() const { return rules_; }

    // Calls step(vertex, edge) for each claim that the filter lets through; parallel claims follow one another for each
    // direction. Loops are left out.
    template <typename Step>
    void for_each_step(Vertex vertex, Side side, const Step& step) const {
        if (side == Side::start || !rules_.directed) {
            auto [edge, last] = out_edges(vertex, *graph_);
            for (; edge != last; ++edge) {
                const EdgeDescriptor found = *edge;
                if (rules_.arcs.passes(found.word) && found.target != vertex) step(found.target, found);
            }
        }
        if (side == Side::end || !rules_.directed) {
            auto [edge, last] = in_edges(vertex, *graph_);
            for (; edge != last; ++edge) {
                const EdgeDescriptor found = *edge;
                if (rules_.arcs.passes(found.word) && found.source != vertex) step(found.source, found);
            }
        }
    }

    bool restricts_vertices() const { return !rules_.avoided.empty() || rules_.kinds.any(); }
    // Whether a path may have this vertex between its ends.
    bool may_pass(Vertex vertex) const {
        if (!rules_.avoided.empty() && std::ranges::binary_search(rules_.avoided, vertex)) return false;
        return rules_.kinds.none() || rules_.kinds.test(static_cast<std::size_t>(graph_->kind(vertex)));
    }

    // Of the strongest tie that lets a path step from one to the other; there must be one.
    double step_strength(Vertex from, Vertex to) const {
        const double strength = strongest_tie(graph_->between(from, to), rules_.arcs);
        if (rules_.directed) return strength;
        return std::max(strength, strongest_tie(graph_->between(to, from), rules_.arcs));
    }
    Cost step_cost(Vertex from, Vertex to) const { return cost_of(step_strength(from, to)); }

    // Of the one tie that an edge belongs to. Its row must have its sources counted.
    Cost tie_cost(const EdgeDescriptor& edge) const {
        if (!edge.word.shared()) return TieCosts::all()[edge.word];
        const std::uint32_t tie = edge.word.relation_and_status();
        return cost_of(strongest_tie(graph_->between(edge.source, edge.target), [&](ArcWord word) {
            return word.relation_and_status() == tie && rules_.arcs.passes(word);
        }));
    }

    // Paths tie-break by this.
    EntityId entity(Vertex vertex) const { return graph_->entity(vertex); }

private:
    const Graph* graph_;
    WalkRules rules_;
};

}  // namespace kith
