// Fills a projection row by row.
//
//     ProjectionBuilder builder(MemoryBlock::anonymous(ProjectionBuilder::bytes_for(2, 1)), 2, 1);
//     builder.set_vertex(0, ada, EntityKind::person);
//     builder.set_vertex(1, bo, EntityKind::person);
//     builder.add({1, ArcWord(supplies, Status::actual, 900)}, claim);
//     builder.end_row(0, visit_sources);              // Ada's; visit_sources: see graph/rows/row_arcs
//     builder.end_row(0, visit_sources);              // Bo's
//     Projection graph = std::move(builder).finish(fingerprint);
//
// Rows come in order of vertex. The incoming rows are the outgoing ones turned round: one pass to count, one to place;
// since it goes through the subjects in order, they come out sorted.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/rows/projection.hpp"
#include "graph/rows/row_arcs.hpp"
#include "graph/stop_check.hpp"

namespace kith {

class ProjectionBuilder {
public:
    static std::size_t bytes_for(std::size_t vertices, std::size_t arc_room);

    // `arc_room`: the most arcs there can be. The block must have bytes_for these and be zeroed.
    ProjectionBuilder(MemoryBlock block, std::size_t vertices, std::size_t arc_room, StopCheck* stop = nullptr);

    void set_vertex(Vertex vertex, EntityId entity, EntityKind kind);

    // An arc of the current row, in any order, for a claim.
    void add(Arc arc, std::int64_t claim) { claims_.push_back({arc, claim}); }
    template <typename VisitSources>
    void end_row(std::uint32_t least_thousandths, const VisitSources& visit_sources) {
        place_row(row_arcs_.make(claims_, least_thousandths, visit_sources));
        claims_.clear();
    }

    Projection finish(std::uint64_t database_fingerprint) &&;

private:
    void place_row(std::span<const Arc> row);
    void turn_round();

    MemoryBlock block_;
    StopCheck* stop_;  // null: nothing stops it
    ProjectionHeader header_;
    std::span<EntityId> entities_;
    std::span<std::uint32_t> out_begins_, in_begins_;
    std::span<std::uint8_t> kinds_;
    std::span<Arc> out_arcs_, in_arcs_;
    Vertex current_ = 0;
    std::size_t arcs_ = 0;
    std::vector<ClaimArc> claims_;
    RowArcs row_arcs_;
};

}  // namespace kith
