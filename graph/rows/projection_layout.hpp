// Where the sections of a projection's block lie (graph/rows/projection.hpp has the picture).
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/rows/projection.hpp"

namespace kith {

struct ProjectionLayout {
    ProjectionLayout(std::size_t vertices, std::size_t arc_room, std::size_t hub_count) {
        const auto section = [this](std::size_t bytes) {
            const std::size_t begin = end;
            end += (bytes + 7) / 8 * 8;
            return begin;
        };
        section(sizeof(ProjectionHeader));
        entities = section(vertices * sizeof(EntityId));
        out_begins = section((vertices + 1) * sizeof(std::uint32_t));
        in_begins = section((vertices + 1) * sizeof(std::uint32_t));
        kinds = section(vertices);
        out_arcs = section(arc_room * sizeof(Arc));
        in_arcs = section(arc_room * sizeof(Arc));
        hubs = section(hub_count * sizeof(Vertex));
        hub_counts = section(hub_count * sizeof(std::uint32_t));
        hub_neighbours = section(hub_count * HubNeighbours::most_kept * sizeof(Vertex));
        hub_places = section(hub_count * HubNeighbours::most_kept);
        checksums =
            section((end - sizeof(ProjectionHeader) + checksum_block - 1) / checksum_block * sizeof(std::uint64_t));
    }

    // Bytes between header and checksums that have one checksum.
    static constexpr std::size_t checksum_block = 1 << 16;

    std::size_t entities = 0, out_begins = 0, in_begins = 0, kinds = 0, out_arcs = 0, in_arcs = 0;
    std::size_t hubs = 0, hub_counts = 0, hub_neighbours = 0, hub_places = 0, checksums = 0;
    std::size_t end = 0;  // size of the whole
};

// `count` values at a place of the block.
template <typename T>
std::span<T> section_of(const MemoryBlock& block, std::size_t begin, std::size_t count) {
    return {reinterpret_cast<T*>(block.data() + begin), count};
}

}  // namespace kith
