// Fills a projection row by row.
//
//     ProjectionBuilder builder(MemoryBlock::anonymous(ProjectionBuilder::bytes_for(2, 1)), 2, 1);
//     builder.set_vertex(0, ada, EntityKind::person);
//     builder.set_vertex(1, bo, EntityKind::person);
//     builder.add({1, ArcWord(supplies, Status::actual, 900)}, claim);
//     builder.end_row(sources_of);                    // Ada's; sources_of(claim): who makes it
//     builder.end_row(sources_of);                    // Bo's
//     Projection graph = std::move(builder).finish(fingerprint);
//
// Rows come in order of vertex. The incoming rows are the outgoing ones turned round: one pass to count, one to place;
// since it goes through the subjects in order, they come out sorted.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/rows/projection.hpp"
#include "graph/stop_check.hpp"

namespace kith {

// Writes down for each arc of a sorted row how many sources it stands for (see graph/rows/arc.hpp). `sources_of(i)`
// gives the sources of the arc at position i; the order within a tie may change with equal confidence.
class SourceCounter {
public:
    template <typename SourcesOf>
    void count(std::span<Arc> row, const SourcesOf& sources_of) {
        for (std::size_t begin = 0, end = 0; begin < row.size(); begin = end) {
            while (end < row.size() && same_tie(row[begin], row[end])) ++end;
            if (end - begin == 1) {
                const std::size_t sources = sources_of(begin).size();
                finish(row[begin], sources, sources, false);
            } else {
                count_shared(row, begin, end, sources_of);
            }
        }
    }

private:
    static bool same_tie(const Arc& a, const Arc& b) {
        return a.other == b.other && a.word.relation_and_status() == b.word.relation_and_status();
    }
    static void finish(Arc& arc, std::size_t sources, std::size_t tie_sources, bool shared) {
        arc.word.set_sources(sources);
        arc.word.set_tie_sources(tie_sources);
        arc.word.set_shared(shared);
    }

    // Surest last: a source counts for the last claim that it makes.
    template <typename SourcesOf>
    void count_shared(std::span<Arc> row, std::size_t begin, std::size_t end, const SourcesOf& sources_of) {
        owners_.clear();
        for (std::size_t i = begin; i < end; ++i) {
            for (const std::uint32_t source : sources_of(i)) owners_.push_back({source, i});
        }
        std::ranges::sort(owners_);
        counts_.assign(end - begin, 0);
        std::size_t all = 0;
        for (std::size_t i = 0; i < owners_.size(); ++i) {
            if (i + 1 < owners_.size() && owners_[i + 1].source == owners_[i].source) continue;
            ++counts_[owners_[i].arc - begin];
            ++all;
        }
        for (std::size_t i = begin; i < end; ++i) finish(row[i], counts_[i - begin], all, true);
        std::sort(row.begin() + static_cast<std::ptrdiff_t>(begin), row.begin() + static_cast<std::ptrdiff_t>(end));
    }

    struct Owner {
        std::uint32_t source;
        std::size_t arc;
        auto operator<=>(const Owner&) const = default;
    };
    std::vector<Owner> owners_;
    std::vector<std::size_t> counts_;
};

class ProjectionBuilder {
public:
    static std::size_t bytes_for(std::size_t vertices, std::size_t arc_room);

    // `arc_room`: the most arcs there can be. The block must have bytes_for these and be zeroed.
    ProjectionBuilder(MemoryBlock block, std::size_t vertices, std::size_t arc_room, StopCheck* stop = nullptr);

    void set_vertex(Vertex vertex, EntityId entity, EntityKind kind);

    // An arc of the current row, in any order, for a claim.
    void add(Arc arc, std::int64_t claim) { pending_.push_back({arc, claim}); }
    // `sources_of` gives the sources of a claim as a span.
    template <typename SourcesOf>
    void end_row(const SourcesOf& sources_of) {
        const std::span<Arc> row = place_row();
        source_counter_.count(row, [&](std::size_t i) { return sources_of(pending_[i].claim); });
        pending_.clear();
    }

    Projection finish(std::uint64_t database_fingerprint) &&;

private:
    struct Pending {
        Arc arc;
        std::int64_t claim;
    };

    std::span<Arc> place_row();
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
    std::vector<Pending> pending_;
    SourceCounter source_counter_;
};

}  // namespace kith
