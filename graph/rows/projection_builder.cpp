#include "graph/rows/projection_builder.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/projection_layout.hpp"

namespace kith {

std::size_t ProjectionBuilder::bytes_for(std::size_t vertices, std::size_t arc_room) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() - 1;
    if (vertices > most || arc_room > most) {
        throw Error("the graph has more than " + std::to_string(most) + " entities or claims",
                    "Filter the claims, or split the database.");
    }
    return ProjectionLayout(vertices, arc_room, 0).end;
}

ProjectionBuilder::ProjectionBuilder(MemoryBlock block, std::size_t vertices, std::size_t arc_room, StopCheck* stop)
    : block_(std::move(block)), stop_(stop) {
    const ProjectionLayout layout(vertices, arc_room, 0);
    header_.vertices = vertices;
    header_.arc_room = arc_room;
    entities_ = section_of<EntityId>(block_, layout.entities, vertices);
    out_begins_ = section_of<std::uint32_t>(block_, layout.out_begins, vertices + 1);
    in_begins_ = section_of<std::uint32_t>(block_, layout.in_begins, vertices + 1);
    kinds_ = section_of<std::uint8_t>(block_, layout.kinds, vertices);
    out_arcs_ = section_of<Arc>(block_, layout.out_arcs, arc_room);
    in_arcs_ = section_of<Arc>(block_, layout.in_arcs, arc_room);
}

void ProjectionBuilder::set_vertex(Vertex vertex, EntityId entity, EntityKind kind) {
    entities_[vertex] = entity;
    kinds_[vertex] = static_cast<std::uint8_t>(kind);
}

void ProjectionBuilder::place_row(std::span<const Arc> row) {
    if (row.size() > out_arcs_.size() - arcs_) throw Error("the database changed while it was read", "Try again.");
    std::ranges::copy(row, out_arcs_.begin() + static_cast<std::ptrdiff_t>(arcs_));
    arcs_ += row.size();
    out_begins_[++current_] = static_cast<std::uint32_t>(arcs_);
}

void ProjectionBuilder::turn_round() {
    // begins[v + 1] first counts v's arcs, then says where the next of them goes, and so ends where v's row ends.
    const auto spend = [&](Vertex subject) {
        if (stop_) stop_->step(out_begins_[subject + 1] - out_begins_[subject] + 1);
    };
    for (Vertex subject = 0; subject < entities_.size(); ++subject) {
        spend(subject);
        for (std::size_t i = out_begins_[subject]; i < out_begins_[subject + 1]; ++i) {
            ++in_begins_[out_arcs_[i].other + 1];
        }
    }
    std::exclusive_scan(in_begins_.begin() + 1, in_begins_.end(), in_begins_.begin() + 1, std::uint32_t{0});
    for (Vertex subject = 0; subject < entities_.size(); ++subject) {
        spend(subject);
        for (std::size_t i = out_begins_[subject]; i < out_begins_[subject + 1]; ++i) {
            const Arc& arc = out_arcs_[i];
            in_arcs_[in_begins_[arc.other + 1]++] = {subject, arc.word};
        }
    }
}

Projection ProjectionBuilder::finish(std::uint64_t database_fingerprint) && {
    turn_round();
    header_.arcs = arcs_;
    header_.database = database_fingerprint;
    std::memcpy(block_.data(), &header_, sizeof header_);
    return Projection(std::move(block_));
}

}  // namespace kith
