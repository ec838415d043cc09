// A walk: how searches step from vertex to vertex of a graph under a question's filter.
//
//     const Walk walk(graph, {.arcs = ArcFilter(filter), .directed = false});
//     walk.for_each_step(ada, Side::start, [&](Vertex next) { ... });   // where a path may go from Ada
//     walk.for_each_step(bo, Side::end, [&](Vertex previous) { ... });  // where a path that goes to Bo may come from
//
// A claim can be walked both ways unless the question is directed: then only one of a symmetric relation can. The graph
// is any model of Boost's BidirectionalGraph with kith's edges that also gives the claims between two vertices:
// Projection, IndexedGraph.
#pragma once

#include <algorithm>
#include <bitset>
#include <limits>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "graph/rows/arc_filter.hpp"
#include "graph/rows/boost_graph.hpp"
#include "graph/rows/strength.hpp"
#include "graph/stop_check.hpp"

namespace kith {

// From which end of the path a search grows.
enum class Side : std::uint8_t { start, end };

struct WalkRules {
    ArcFilter arcs;
    bool directed = false;
    ArcFilter turned = ArcFilter::nothing();  // claims that a directed question may walk from object to subject
    std::vector<Vertex> avoided;              // not to pass
    EntityKindSet kinds;                      // entities on the way are of one of these; none: any
    std::size_t max_degree = 0;               // entities on the way have at most so many neighbours; 0: any
    StopCheck* stop = nullptr;                // what ends the search; null: nothing
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
    // Whether rows are at hand without asking a database.
    static constexpr bool graph_is_in_memory = std::is_same_v<Graph, Projection>;

    Walk(const Graph& graph, WalkRules rules) : graph_(&graph), rules_(std::move(rules)) {
        std::ranges::sort(rules_.avoided);
        if (!rules_.directed) rules_.turned = rules_.arcs;
        turns_ = rules_.turned.passes_some();
    }

    // Claims of these relations list people: of n whom a subject lists, each tie is as dear as one of an n-th of its
    // strength, since two who stand on one list may have nothing else to do with each other. (The resource allocation
    // index of Zhou, Lü and Zhang, "Predicting missing links via local information", 2009.)
    void discount_listings(std::span<const RelationId> relations) {
        listings_ = ArcFilter().of_relations(relations);  // a tie that some arc lets through is one
        has_listings_ = listings_.passes_some();
        listing_costs_.clear();
    }

    const Graph& graph() const { return *graph_; }
    const WalkRules& rules() const { return rules_; }

    // So many claims or vertices were looked at: throws Stopped now and then (graph/stop_check). Rows count by
    // themselves.
    void spend(std::size_t steps) const {
        if (rules_.stop) rules_.stop->step(steps);
    }

    // Calls step(vertex, edge) for each claim that the filter lets through; parallel claims follow one another for each
    // direction. Loops are left out. Straight from the rows: what Boost's iterators do beside (telling equal claims
    // apart) would take half of a search's time.
    template <typename Step>
    void for_each_step(Vertex vertex, Side side, const Step& step) const {
        for_each_step_to(
            vertex, side, [](Vertex) { return true; }, step);
    }
    // Only steps to vertices that are wanted(vertex), which is asked first.
    template <typename Wanted, typename Step>
    void for_each_step_to(Vertex vertex, Side side, const Wanted& wanted, const Step& step) const {
        const auto walk_row = [&](std::span<const Arc> row, const ArcFilter& filter, const auto& edge_of) {
            const std::size_t vertices = graph_->vertex_count();  // after the row was fetched, which may add some
            spend(row.size() + row_costs);
            for (const Arc& arc : row) {
                if (!wanted(arc.other) || !filter.passes(arc.word)) continue;
                if (arc.other != vertex && arc.other < vertices) step(arc.other, edge_of(arc));
            }
        };
        if (steps_out(side)) {
            walk_row(graph_->out(vertex), filter_out(side), [&](const Arc& arc) {
                return EdgeDescriptor{vertex, arc.other, arc.word};
            });
        }
        if (steps_in(side)) {
            walk_row(graph_->in(vertex), filter_in(side), [&](const Arc& arc) {
                return EdgeDescriptor{arc.other, vertex, arc.word};
            });
        }
    }

    // Calls step(vertex, cost) for each tie of which the filter lets some claim through. Arcs of one tie stand side by
    // side, so this costs no look elsewhere, as tie_cost does. Rows must have their sources counted.
    template <typename Step>
    void for_each_tie(Vertex vertex, Side side, const Step& step) const {
        if (has_listings_) {
            for_each_tie(vertex, side, step,
                         [this](Vertex subject, ArcWord word) { return listing_cost(subject, word); });
        } else {
            for_each_tie(vertex, side, step, [](Vertex, ArcWord) { return Cost{0}; });
        }
    }

    // The claims between a vertex and one neighbour, some of which pass: those of the vertex's own row for the side,
    // and those that are walked the other way round.
    struct Ties {
        std::span<const Arc> along, turned;
    };
    // Calls use(neighbour, ties) for each vertex that for_each_step leads to, once, in order of vertex.
    template <typename Use>
    void for_each_neighbour(Vertex vertex, Side side, const Use& use) const {
        RowFront along(row(vertex, side));
        RowFront turned(turns_ ? row(vertex, other_side(side)) : std::span<const Arc>());
        const std::size_t vertices = graph_->vertex_count();
        spend(static_cast<std::size_t>((along.end - along.first) + (turned.end - turned.first)) + row_costs);
        while (true) {
            const Vertex next = std::min(along.other, turned.other);
            if (next >= vertices) return;  // at the end of both rows, or in a damaged snapshot
            const Ties ties{along.take(next), turned.take(next)};
            if (next != vertex && (any_passes(ties.along, rules_.arcs) || any_passes(ties.turned, rules_.turned))) {
                use(next, ties);
            }
        }
    }
    // Of the strongest tie. Rows must have their sources counted.
    Cost cost(const Ties& ties) const {
        return std::min(cost_of_arcs(ties.along, rules_.arcs), cost_of_arcs(ties.turned, rules_.turned));
    }

    // Claims in the rows that for_each_step reads, whatever the filter.
    std::size_t row_length(Vertex vertex, Side side) const {
        return (steps_out(side) ? graph_->out(vertex).size() : 0) + (steps_in(side) ? graph_->in(vertex).size() : 0);
    }

    // For searches that know what they will read next: start to fetch it into the processor's cache. First where a
    // vertex's rows begin, then, once that is there, the rows. Of use where the graph is in memory.
    void expect_begins(Vertex vertex, Side side) const {
        if constexpr (graph_is_in_memory) graph_->expect_begins(vertex, steps_out(side), steps_in(side));
    }
    void expect_rows(Vertex vertex, Side side) const {
        if constexpr (graph_is_in_memory) {
            if (steps_out(side)) __builtin_prefetch(graph_->out(vertex).data());
            if (steps_in(side)) __builtin_prefetch(graph_->in(vertex).data());
        }
    }

    bool restricts_vertices() const { return !rules_.avoided.empty() || rules_.kinds.any() || rules_.max_degree > 0; }
    // Whether a path may have this vertex between its ends.
    bool may_pass(Vertex vertex) const {
        if (!rules_.avoided.empty() && std::ranges::binary_search(rules_.avoided, vertex)) return false;
        if (rules_.kinds.any() && !rules_.kinds.test(static_cast<std::size_t>(graph_->kind(vertex)))) return false;
        return rules_.max_degree == 0 || !is_hub(vertex);
    }

    // Of the strongest tie that lets a path step from one to the other; there must be one.
    double step_strength(Vertex from, Vertex to) const {
        spend(row_costs);
        const double strength = strongest_tie(graph_->between(from, to), rules_.arcs);
        if (!turns_) return strength;
        return std::max(strength, strongest_tie(graph_->between(to, from), rules_.turned));
    }
    // Of the cheapest.
    Cost step_cost(Vertex from, Vertex to) const {
        if (!has_listings_) return cost_of(step_strength(from, to));
        spend(row_costs);
        const Cost along = cheapest_tie(from, to, rules_.arcs);
        return turns_ ? std::min(along, cheapest_tie(to, from, rules_.turned)) : along;
    }

    // Of the one tie that an edge belongs to. Its row must have its sources counted.
    Cost tie_cost(const EdgeDescriptor& edge) const {
        const Cost listing = listing_cost(edge.source, edge.word);
        if (!edge.word.shared()) return TieCosts::all()[edge.word] + listing;
        const std::uint32_t tie = edge.word.relation_and_status();
        spend(row_costs);
        const double strength = strongest_tie(graph_->between(edge.source, edge.target), [&](ArcWord word) {
            return word.relation_and_status() == tie && rules_.arcs.passes(word);
        });
        return cost_of(strength) + listing;
    }

    // Paths tie-break by this.
    EntityId entity(Vertex vertex) const { return graph_->entity(vertex); }
    // Numbers that compare like the entities of the vertices, found without a look at those if that can be.
    EntityId rank(Vertex vertex) const {
        if constexpr (graph_is_in_memory) return vertex;
        return entity(vertex);
    }

private:
    // A row waits for memory, or for the disk, as long as so many claims take.
    static constexpr std::size_t row_costs = 8;

    // Which rows hold the steps from a vertex of a side, and which of their claims can be walked.
    bool steps_out(Side side) const { return side == Side::start || turns_; }
    bool steps_in(Side side) const { return side == Side::end || turns_; }
    const ArcFilter& filter_out(Side side) const { return side == Side::start ? rules_.arcs : rules_.turned; }
    const ArcFilter& filter_in(Side side) const { return side == Side::end ? rules_.arcs : rules_.turned; }
    static Side other_side(Side side) { return side == Side::start ? Side::end : Side::start; }
    std::span<const Arc> row(Vertex vertex, Side side) const {
        return side == Side::start ? graph_->out(vertex) : graph_->in(vertex);
    }

    // What is left of a row, and where its first arc leads.
    struct RowFront {
        explicit RowFront(std::span<const Arc> row) : first(row.data()), end(row.data() + row.size()) { look(); }

        void look() { other = first == end ? no_vertex : first->other; }
        // The arcs to `next`, if they are the first.
        std::span<const Arc> take(Vertex next) {
            const Arc* const begin = first;
            while (other == next) {
                ++first;
                look();
            }
            return {begin, first};
        }

        const Arc* first;
        const Arc* end;
        Vertex other;
    };

    // Whether it has more neighbours than a path may pass, by claims that the filter lets through in either direction.
    // Counted once: a hub's rows are long.
    bool is_hub(Vertex vertex) const {
        const auto [known, is_new] = hubs_.try_emplace(vertex, false);
        if (!is_new) return known->second;
        RowFront out(graph_->out(vertex)), in(graph_->in(vertex));
        spend(static_cast<std::size_t>((out.end - out.first) + (in.end - in.first)) + row_costs);
        std::size_t neighbours = 0;
        while (neighbours <= rules_.max_degree) {
            const Vertex next = std::min(out.other, in.other);
            if (next == no_vertex) break;
            const std::span<const Arc> there = out.take(next), back = in.take(next);
            if (next != vertex && (any_passes(there, rules_.arcs) || any_passes(back, rules_.arcs))) ++neighbours;
        }
        return known->second = neighbours > rules_.max_degree;
    }

    // `added`: what a subject's tie costs beside its strength.
    template <typename Step, typename Added>
    void for_each_tie(Vertex vertex, Side side, const Step& step, const Added& added) const {
        const TieCosts& costs = TieCosts::all();
        const auto walk_row = [&](std::span<const Arc> row, const ArcFilter& filter, bool is_subject) {
            const std::size_t vertices = graph_->vertex_count();
            spend(row.size() + row_costs);
            for (auto arc = row.begin(); arc != row.end();) {
                const auto first = arc++;
                if (first->word.shared()) {
                    while (arc != row.end() && arc->other == first->other &&
                           arc->word.relation_and_status() == first->word.relation_and_status()) {
                        ++arc;
                    }
                } else if (!filter.passes(first->word)) {
                    continue;
                }
                if (first->other == vertex || first->other >= vertices) continue;
                const Vertex subject = is_subject ? vertex : first->other;
                if (!first->word.shared()) {
                    step(first->other, costs[first->word] + added(subject, first->word));
                } else if (const double strength = strongest_tie(std::span(first, arc), filter); strength >= 0) {
                    step(first->other, cost_of(strength) + added(subject, first->word));
                }
            }
        };
        if (steps_out(side)) walk_row(graph_->out(vertex), filter_out(side), true);
        if (steps_in(side)) walk_row(graph_->in(vertex), filter_in(side), false);
    }

    // What its subject's other listings add to the cost of a tie.
    Cost listing_cost(Vertex subject, ArcWord word) const {
        if (!has_listings_ || !listings_.passes(word)) return 0;
        const auto [known, is_new] = listing_costs_.try_emplace(subject, 0);
        if (!is_new) return known->second;
        RowFront row(graph_->out(subject));
        spend(static_cast<std::size_t>(row.end - row.first) + row_costs);
        const auto counted = [&](ArcWord each) { return listings_.passes(each) && rules_.arcs.passes(each); };
        std::size_t listed = 0;
        while (row.other != no_vertex) {
            const Vertex other = row.other;
            listed += any_passes(row.take(other), counted) && other != subject;
        }
        return known->second = cost_of(1.0 / static_cast<double>(std::max<std::size_t>(listed, 1)));
    }

    // Between two vertices; the most there is where none passes.
    Cost cheapest_tie(Vertex subject, Vertex object, const ArcFilter& filter) const {
        const auto& arcs = graph_->between(subject, object);
        Cost cheapest = no_tie;
        for (auto arc = arcs.begin(); arc != arcs.end();) {
            const auto first = arc++;
            const std::uint32_t tie = first->word.relation_and_status();
            while (arc != arcs.end() && arc->word.relation_and_status() == tie) ++arc;
            if (const double strength = strongest_tie(std::span(first, arc), filter); strength >= 0)
                cheapest = std::min(cheapest, cost_of(strength) + listing_cost(subject, first->word));
        }
        return cheapest;
    }

    static constexpr Cost no_tie = std::numeric_limits<Cost>::max();

    static bool any_passes(std::span<const Arc> arcs, const auto& passes) {
        return std::ranges::any_of(arcs, [&](const Arc& arc) { return passes(arc.word); });
    }
    static Cost cost_of_arcs(std::span<const Arc> arcs, const ArcFilter& filter) {
        if (arcs.size() == 1) return filter.passes(arcs[0].word) ? TieCosts::all()[arcs[0].word] : no_tie;
        const double strength = strongest_tie(arcs, filter);
        return strength < 0 ? no_tie : cost_of(strength);
    }

    const Graph* graph_;
    WalkRules rules_;
    bool turns_;  // claims can be walked from object to subject, some at least
    ArcFilter listings_ = ArcFilter::nothing();
    bool has_listings_ = false;
    mutable std::unordered_map<Vertex, Cost> listing_costs_;  // of those looked at
    mutable std::unordered_map<Vertex, bool> hubs_;           // those looked at; a walk is for one thread
};

}  // namespace kith
