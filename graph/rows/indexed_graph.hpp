// The graph of a store read row by row from the database's covering indexes, for a first answer without a snapshot.
//
// A search from both ends touches some hundred entities; fetching just their rows takes milliseconds where reading ten
// million claims takes seconds. Rows are kept, so a second search over the same graph is quicker. The rows hold the
// claims that pass the whole filter, judged by SQL, so that this graph also serves what a projection's arcs cannot
// tell: speakers, publishers, dates.
//
// Sources are looked up only for the claims between two vertices that a search asks about (`between`), which is enough
// to choose among shortest paths; searches by strength ask for them in every row.
//
// Vertices are numbered as they are met: 0, 1, ... They do not compare like entities. SQLite's mmap_size stays off (it
// makes the first answer after a cold start 14 times slower).
#pragma once

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/rows/arc.hpp"
#include "graph/rows/row_arcs.hpp"
#include "graph/store/database.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store.hpp"

namespace kith {

// Not to be copied: reading fills it, so it is for one thread, and the store must outlive it.
class IndexedGraph {
public:
    enum class Sources { when_asked, in_rows };

    IndexedGraph(const Store& store, const ClaimFilter& filter, Sources sources = Sources::when_asked);

    // Vertices met so far.
    std::size_t vertex_count() const { return entities_.size(); }
    EntityId entity(Vertex vertex) const { return entities_[vertex]; }
    EntityKind kind(Vertex vertex) const;
    // Of a canonical entity, met before or not.
    Vertex vertex(EntityId canonical) const;
    std::optional<Vertex> find(EntityId canonical) const { return vertex(canonical); }

    // Sorted rows, with their sources counted if that was asked for. They hold until the graph goes.
    std::span<const Arc> out(Vertex vertex) const { return row(vertex, outgoing).arcs; }
    std::span<const Arc> in(Vertex vertex) const { return row(vertex, incoming).arcs; }
    // Arcs from one to the other with their sources counted.
    std::vector<Arc> between(Vertex from, Vertex to) const;

private:
    enum Side { outgoing, incoming };

    struct Row {
        bool fetched = false;
        std::vector<Arc> arcs;
        std::vector<ClaimId> claims;  // of the arcs, in their order; empty once sources are counted
    };
    Statement select(Side side, const std::string& more = "") const;
    Row& row(Vertex vertex, Side side) const;
    void fetch(Vertex vertex, Side side, Row& row) const;
    // Adds a member's claims that one of the statements gives; `is_own`: of the row's own side.
    void read(Statement& rows, EntityId member, EntityId id, Side side, bool is_own,
              std::vector<ClaimArc>& found) const;
    void keep_those_with_sources(EntityId id, Side side, std::vector<ClaimArc>& found) const;
    // With their sources counted. Holds until the next call.
    std::span<const Arc> counted(std::vector<ClaimArc>& claims) const;

    const Store& store_;
    ClaimFilter filter_;
    MergedEntities merged_;
    bool any_merged_;
    Sources when_;
    mutable Statement rows_[2];
    mutable Statement symmetric_[2];  // of the other side, where a merge may have turned them
    mutable Statement sources_;
    mutable Statement kind_;
    mutable std::vector<EntityId> entities_;
    mutable std::unordered_map<EntityId, Vertex> vertices_;
    mutable std::vector<Row> fetched_[2];
    mutable RowArcs row_arcs_;
};

}  // namespace kith
