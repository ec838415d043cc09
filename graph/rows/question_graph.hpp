// On which graph a question is answered, and by which rules.
//
//     on_best_graph(store, filter, directed, IndexedGraph::Sources::when_asked,
//                   [&](const auto& walk) { return search(walk); });
//
// A snapshot that matches the database, where its arcs can judge the filter; else the database's indexes. Questions
// about all entities at once read the store into memory where there is no snapshot.
#pragma once

#include "graph/claim_filter.hpp"
#include "graph/rows/indexed_graph.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/rows/snapshot.hpp"
#include "graph/rows/walk.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

// A filter as rules for a graph whose arcs pass `arcs`, and what ends the question.
template <typename Graph>
WalkRules walk_rules(const Store& store, const Graph& graph, const ArcFilter& arcs, const ClaimFilter& filter,
                     bool directed) {
    WalkRules rules;
    rules.arcs = arcs;
    rules.directed = directed;
    rules.turned = rules.arcs.of_relations(symmetric_relations(store.ontology()));
    rules.stop = database_of(store).stop_check();
    for (const EntityId id : filter.avoided) {
        if (const auto vertex = graph.find(store.canonical(id))) rules.avoided.push_back(*vertex);
    }
    rules.max_degree = filter.max_degree;
    for (const EntityKind kind : filter.kinds) rules.kinds.set(static_cast<std::size_t>(kind));
    return rules;
}

// A projection whose arcs can judge the filter.
inline Walk<Projection> walk_over(const Store& store, const Projection& projection, const ClaimFilter& filter,
                                  bool directed) {
    return Walk(projection, walk_rules(store, projection, ArcFilter(filter), filter, directed));
}

template <typename Use>
auto on_indexed_graph(const Store& store, const ClaimFilter& filter, bool directed, IndexedGraph::Sources sources,
                      const Use& use) {
    const ReadTransaction transaction(database_of(store));
    const IndexedGraph graph(store, filter, sources);
    return use(Walk(graph, walk_rules(store, graph, {}, filter, directed)));
}

template <typename Use>
auto on_best_graph(const Store& store, const ClaimFilter& filter, bool directed, IndexedGraph::Sources sources,
                   const Use& use) {
    const ReadTransaction transaction(database_of(store));
    if (ArcFilter::can_judge(filter)) {
        if (const auto projection = open_snapshot(store)) return use(walk_over(store, *projection, filter, directed));
    }
    return on_indexed_graph(store, filter, directed, sources, use);
}

template <typename Use>
auto on_whole_graph(const Store& store, const ClaimFilter& filter, bool directed, const Use& use) {
    const ReadTransaction transaction(database_of(store));
    if (ArcFilter::can_judge(filter)) {
        const auto snapshot = open_snapshot(store);
        const auto read = snapshot ? std::nullopt : std::optional(project(store));
        return use(walk_over(store, snapshot ? *snapshot : *read, filter, directed));
    }
    const Projection projection = project(store, filter);
    return use(Walk(projection, walk_rules(store, projection, {}, filter, directed)));
}

}  // namespace kith
