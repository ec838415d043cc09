// The graph of a store as compressed rows: for each entity, the claims that leave it and those that reach it.
//
//     const Projection graph = project(store);                 // or open_snapshot(store), without reading the claims
//     for (const Arc& arc : graph.out(*graph.find(wagner))) use(graph.entity(arc.other), arc.word.relation());
//
// Vertices are the canonical entities in order of id, so comparing vertices compares entities. Edges are claims; a row
// is sorted (graph/rows/arc.hpp). The graph models Boost's VertexListGraph, EdgeListGraph and BidirectionalGraph
// (graph/rows/boost_graph.hpp). All of it lies in one block of bytes, in memory or mapped from a snapshot file:
//
//     header | entity ids 8 V | out begins 4 (V + 1) | in begins 4 (V + 1) | kinds V | out arcs 8 E | in arcs 8 E |
//     hubs 4 H | counts of their neighbours 4 H | their strongest neighbours 4 * 200 H | those' places 200 H |
//     checksums: 8 for each 64 KiB of what stands between header and checksums; graph/rows/snapshot fills them
//
// Hubs stand in snapshots (graph/rows/hub_lists); other projections have none.
// 10 million claims among a million entities take 177 MB. Rejected: one row with a direction bit for each arc, since
// directed questions would read twice what they need; claim ids and days in the rows (another 80 MB), since only the
// claims of the few hops found are ever shown, and the covering indexes give those.
//
// Nothing in the block is trusted: positions are cut to their section and an arc to a vertex that does not exist reads
// as a loop (see EdgeIterator), so a damaged file gives wrong answers at worst, never a read out of bounds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/entity.hpp"
#include "graph/rows/arc.hpp"
#include "graph/rows/memory_block.hpp"
#include "graph/store/store.hpp"

namespace kith {

// Starts the block. Numbers are in the machine's byte order: a snapshot is a cache and does not travel.
struct ProjectionHeader {
    static constexpr std::uint64_t expected_magic = 0x6870'6172'6768'746b;  // "kthgraph" in memory
    static constexpr std::uint64_t current_version = 4;

    std::uint64_t magic = expected_magic;
    std::uint64_t version = current_version;
    std::uint64_t database = 0;  // fingerprint of the state that was projected: graph/rows/snapshot
    std::uint64_t vertices = 0;
    std::uint64_t arcs = 0;
    std::uint64_t arc_room = 0;  // arcs that the sections have room for
    std::uint64_t hubs = 0;
    std::uint64_t checksums_checksum = 0;  // of the section of checksums
    std::uint64_t header_checksum = 0;     // of the numbers above
};

// Whom a vertex with many arcs is most strongly tied to, by claims of either direction that are not denied.
struct HubNeighbours {
    static constexpr std::size_t most_kept = 200;  // whoever has more arcs is a hub

    std::size_t count = 0;                 // neighbours that it has
    std::span<const Vertex> strongest;     // in order of vertex; one that does not exist: the file is damaged
    std::span<const std::uint8_t> places;  // of those: 0 is the strongest
};

class Projection {
public:
    // Takes over a block whose header fits its size; throws Error where it does not.
    explicit Projection(MemoryBlock block);

    std::size_t vertex_count() const { return entities_.size(); }
    std::size_t arc_count() const { return arc_count_; }
    // Arcs without those that stand for less sure sources of a claim. Reads all.
    std::size_t claim_count() const {
        const auto of_claims = out_arcs_.first(arc_count_);
        return static_cast<std::size_t>(
            std::ranges::count_if(of_claims, [](const Arc& arc) { return !arc.word.further(); }));
    }

    EntityId entity(Vertex vertex) const { return entities_[vertex]; }
    EntityKind kind(Vertex vertex) const;
    // Of a canonical entity. Nothing: it is not in the graph.
    std::optional<Vertex> find(EntityId canonical) const;

    std::span<const Arc> out(Vertex vertex) const { return row(out_begins_, out_arcs_, vertex); }
    std::span<const Arc> in(Vertex vertex) const { return row(in_begins_, in_arcs_, vertex); }
    // Arcs from one to the other, all fields filled.
    std::span<const Arc> between(Vertex from, Vertex to) const { return arcs_to(out(from), to); }

    // Nothing: it is none, or hubs were not looked for.
    std::optional<HubNeighbours> hub(Vertex vertex) const;

    // Starts to fetch what `out` and `in` will look up.
    void expect_begins(Vertex vertex, bool out, bool in) const {
        if (out) __builtin_prefetch(&out_begins_[vertex]);
        if (in) __builtin_prefetch(&in_begins_[vertex]);
    }

    const ProjectionHeader& header() const { return *reinterpret_cast<const ProjectionHeader*>(block_.data()); }
    std::span<const std::byte> bytes() const { return {block_.data(), block_.size()}; }

private:
    std::span<const Arc> row(std::span<const std::uint32_t> begins, std::span<const Arc> arcs, Vertex vertex) const {
        const std::size_t end = std::min<std::size_t>(begins[vertex + 1], arc_count_);
        const std::size_t begin = std::min<std::size_t>(begins[vertex], end);
        return arcs.subspan(begin, end - begin);
    }

    MemoryBlock block_;
    std::size_t arc_count_ = 0;
    std::span<const EntityId> entities_;
    std::span<const std::uint32_t> out_begins_, in_begins_;
    std::span<const std::uint8_t> kinds_;
    std::span<const Arc> out_arcs_, in_arcs_;
    std::span<const Vertex> hubs_, hub_neighbours_;
    std::span<const std::uint32_t> hub_counts_;
    std::span<const std::uint8_t> hub_places_;
};

// The claims of a store that the filter lets through, read into memory (5 million claims a second). `kinds` and
// `avoided` are for searches and do not count here; nor does `min_sources` where arcs can judge it. Throws Error: more
// than 1023 relations or 2^32 - 2 claims.
Projection project(const Store& store, const ClaimFilter& filter = {});

// A claim by itself, for graphs that come from elsewhere than a store.
struct ProjectedClaim {
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    Status status = Status::actual;
    int confidence_thousandths = 500;
    std::vector<std::uint32_t> sources = {0};  // lineages
};
Projection project(const std::vector<std::pair<EntityId, EntityKind>>& entities, std::vector<ProjectedClaim> claims);

}  // namespace kith
