#include "graph/rows/projection.hpp"

#include <algorithm>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/projection_builder.hpp"
#include "graph/rows/projection_layout.hpp"

namespace kith {

Projection::Projection(MemoryBlock block) : block_(std::move(block)) {
    const auto refuse = [] { throw Error("the graph file is damaged", "Delete it; `kith index` makes it again."); };
    if (block_.size() < sizeof(ProjectionHeader)) refuse();
    const std::size_t vertices = header().vertices, room = header().arc_room, hubs = header().hubs;
    // Bounded by the block first, so that the layout's products cannot overflow.
    if (std::max({vertices, room, hubs}) > block_.size() || header().arcs > room) refuse();
    const ProjectionLayout layout(vertices, room, hubs);
    if (layout.end != block_.size()) refuse();

    arc_count_ = header().arcs;
    entities_ = section_of<const EntityId>(block_, layout.entities, vertices);
    out_begins_ = section_of<const std::uint32_t>(block_, layout.out_begins, vertices + 1);
    in_begins_ = section_of<const std::uint32_t>(block_, layout.in_begins, vertices + 1);
    kinds_ = section_of<const std::uint8_t>(block_, layout.kinds, vertices);
    out_arcs_ = section_of<const Arc>(block_, layout.out_arcs, room);
    in_arcs_ = section_of<const Arc>(block_, layout.in_arcs, room);
    hubs_ = section_of<const Vertex>(block_, layout.hubs, hubs);
    hub_counts_ = section_of<const std::uint32_t>(block_, layout.hub_counts, hubs);
    hub_neighbours_ = section_of<const Vertex>(block_, layout.hub_neighbours, hubs * HubNeighbours::most_kept);
    hub_places_ = section_of<const std::uint8_t>(block_, layout.hub_places, hubs * HubNeighbours::most_kept);
}

EntityKind Projection::kind(Vertex vertex) const {
    return static_cast<EntityKind>(std::min(kinds_[vertex], static_cast<std::uint8_t>(EntityKind::organisation)));
}

std::optional<Vertex> Projection::find(EntityId canonical) const {
    const auto found = std::ranges::lower_bound(entities_, canonical);
    if (found == entities_.end() || *found != canonical) return std::nullopt;
    return static_cast<Vertex>(found - entities_.begin());
}

std::optional<HubNeighbours> Projection::hub(Vertex vertex) const {
    const auto found = std::ranges::lower_bound(hubs_, vertex);
    if (found == hubs_.end() || *found != vertex) return std::nullopt;
    const auto i = static_cast<std::size_t>(found - hubs_.begin());
    const std::size_t count = hub_counts_[i], begin = i * HubNeighbours::most_kept;
    const std::size_t kept = std::min(count, HubNeighbours::most_kept);
    return HubNeighbours{count, hub_neighbours_.subspan(begin, kept), hub_places_.subspan(begin, kept)};
}

Projection project(const std::vector<std::pair<EntityId, EntityKind>>& entities, std::vector<ProjectedClaim> claims) {
    std::vector<std::pair<EntityId, EntityKind>> sorted = entities;
    std::ranges::sort(sorted);
    std::ranges::stable_sort(claims, {}, &ProjectedClaim::subject);
    const auto vertex_of = [&](EntityId id) {
        const auto found = std::ranges::lower_bound(sorted, id, {}, &std::pair<EntityId, EntityKind>::first);
        if (found == sorted.end() || found->first != id) throw Error("there is no entity number " + std::to_string(id));
        return static_cast<Vertex>(found - sorted.begin());
    };

    ProjectionBuilder builder(MemoryBlock::anonymous(ProjectionBuilder::bytes_for(sorted.size(), claims.size())),
                              sorted.size(), claims.size());
    auto claim = claims.begin();
    for (Vertex vertex = 0; vertex < sorted.size(); ++vertex) {
        builder.set_vertex(vertex, sorted[vertex].first, sorted[vertex].second);
        for (; claim != claims.end() && claim->subject == sorted[vertex].first; ++claim) {
            const ArcWord word(claim->relation, claim->status, claim->confidence_thousandths);
            builder.add({vertex_of(claim->object), word}, claim - claims.begin());
        }
        builder.end_row(0, [&](const ClaimArc& made, const auto& visit) {
            const auto thousandths = static_cast<std::uint32_t>(made.arc.word.confidence_thousandths());
            for (const std::uint32_t source : claims[static_cast<std::size_t>(made.claim)].sources) {
                visit(SourceConfidence{source, thousandths});
            }
        });
    }
    if (claim != claims.end()) throw Error("there is no entity number " + std::to_string(claim->subject));
    return std::move(builder).finish(0);
}

}  // namespace kith
