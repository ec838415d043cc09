// Arcs: claims packed into eight bytes, as rows of a projection hold them.
//
//     other 32 | relation 10 | status 3 | confidence 10 | sources 4 | further 1 | tie sources 3 | shared 1
//
// A row is sorted by these 64 bits, so the claims of one tie (same ends, relation and status: Tie in
// graph/store/store.hpp) stand side by side, surest last. `sources` are those that hold the tie with this confidence: a
// source counts once however many of the tie's claims it makes, and still counts when a filter lets only sure claims
// through (graph/rows/row_arcs). A `further` arc is no claim by itself: it stands for a less sure source of one. `tie
// sources` are the sources of the whole tie. `shared` tells that the tie has further arcs; without it the strength of
// the tie follows from this arc alone.
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstdint>
#include <span>

#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace kith {

using Vertex = std::uint32_t;
inline constexpr Vertex no_vertex = 0xffff'ffff;

class ArcWord {
public:
    static constexpr unsigned most_relations = 1024;
    static constexpr int most_sources = 15;     // counted up to here
    static constexpr int most_tie_sources = 7;  // counted up to here

    constexpr ArcWord() = default;
    constexpr ArcWord(RelationId relation, Status status, int confidence_thousandths)
        : bits_(std::uint32_t{relation} << 22 | static_cast<std::uint32_t>(status) << 19 |
                static_cast<std::uint32_t>(confidence_thousandths) << 9) {}

    constexpr RelationId relation() const { return static_cast<RelationId>(bits_ >> 22); }
    constexpr Status status() const { return static_cast<Status>(bits_ >> 19 & 7U); }
    constexpr int confidence_thousandths() const { return static_cast<int>(bits_ >> 9 & 1023U); }
    constexpr int sources() const { return static_cast<int>(bits_ >> 5 & 15U); }
    constexpr bool further() const { return (bits_ & 0x10U) != 0; }
    constexpr int tie_sources() const { return static_cast<int>(bits_ >> 1 & 7U); }
    constexpr bool shared() const { return (bits_ & 1U) != 0; }

    constexpr void set_sources(std::size_t count) {
        bits_ = (bits_ & ~0x1e0U) | static_cast<std::uint32_t>(std::min<std::size_t>(count, most_sources)) << 5;
    }
    constexpr void set_further(bool further) { bits_ = (bits_ & ~0x10U) | (further ? 0x10U : 0U); }
    constexpr void set_tie_sources(std::size_t count) {
        bits_ = (bits_ & ~0xeU) | static_cast<std::uint32_t>(std::min<std::size_t>(count, most_tie_sources)) << 1;
    }
    constexpr void set_shared(bool shared) { bits_ = (bits_ & ~1U) | (shared ? 1U : 0U); }

    // Relation and status in one number below 8192.
    constexpr std::uint32_t relation_and_status() const { return bits_ >> 19; }
    // Confidence and sources in one number below 16384.
    constexpr std::uint32_t confidence_and_sources() const { return bits_ >> 5 & 0x3fffU; }

    constexpr auto operator<=>(const ArcWord&) const = default;

private:
    std::uint32_t bits_ = 0;
};

// One claim seen from one of its ends: the other end and what the claim says.
struct Arc {
    Vertex other = 0;
    ArcWord word;

    constexpr auto operator<=>(const Arc&) const = default;
};
static_assert(sizeof(Arc) == 8);

// The arcs of a sorted row that lead to `other`.
inline std::span<const Arc> arcs_to(std::span<const Arc> row, Vertex other) {
    const auto found = std::ranges::equal_range(row, other, {}, &Arc::other);
    return {found.begin(), found.end()};
}

}  // namespace kith
