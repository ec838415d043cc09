// The arcs of a row, made from its claims and from who says each of them how surely.
//
// A tie is held by its sources, each with the surest evidence that it gives for any claim of the tie: a source counts
// once however many of the claims it makes. Each claim has an arc of its own confidence. The sources of a tie are
// counted on the arcs, by confidence, so that the arcs above any least confidence tell which sources hold it that
// surely. Where no claim of the tie has the confidence of some source (the second source of a claim is less sure than
// the first), a further arc stands for it.
//
//     claim 7: source 1 says so with .9, source 2 with .6; claim 8: source 1 with .7
//     arcs:    .6 (1 source, further)   .7 (0 sources)   .9 (1 source)
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/rows/arc.hpp"

namespace kith {

// A source with the confidence of the surest evidence that it gives for a claim.
struct SourceConfidence {
    std::uint32_t source = 0;
    std::uint32_t thousandths = 0;
    auto operator<=>(const SourceConfidence&) const = default;
};

// The arc of a claim, before sources are counted.
struct ClaimArc {
    Arc arc;
    std::int64_t claim = 0;
};

class RowArcs {
public:
    // Sorts the claims by arc and gives the row's arcs, sorted. `visit_sources(claim_arc, visit)` calls visit with each
    // SourceConfidence of a claim. Evidence less sure than `least` makes no arc. What it gives holds until the next
    // call.
    template <typename VisitSources>
    std::span<Arc> make(std::vector<ClaimArc>& claims, std::uint32_t least, const VisitSources& visit_sources) {
        std::ranges::sort(claims, [](const ClaimArc& a, const ClaimArc& b) {
            return a.arc != b.arc ? a.arc < b.arc : a.claim < b.claim;
        });
        arcs_.clear();
        for (std::size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
            while (end < claims.size() && same_tie(claims[begin].arc, claims[end].arc)) ++end;
            sources_.clear();
            for (std::size_t i = begin; i < end; ++i) {
                visit_sources(claims[i], [&](SourceConfidence source) { sources_.push_back(source); });
            }
            add_tie(std::span(claims).subspan(begin, end - begin), least);
        }
        return arcs_;
    }

private:
    static bool same_tie(const Arc& a, const Arc& b) {
        return a.other == b.other && a.word.relation_and_status() == b.word.relation_and_status();
    }

    void add_tie(std::span<const ClaimArc> claims, std::uint32_t least) {
        keep_surest_of_each();
        const std::size_t all = sources_.size();
        std::erase_if(sources_, [&](const SourceConfidence& source) { return source.thousandths < least; });
        std::ranges::sort(sources_, {}, &SourceConfidence::thousandths);
        const std::size_t first = arcs_.size();
        auto source = sources_.begin();
        const auto count_of = [&](std::uint32_t thousandths) {
            const auto begin = source;
            while (source != sources_.end() && source->thousandths == thousandths) ++source;
            return static_cast<std::size_t>(source - begin);
        };
        const auto add = [&](Arc arc, std::size_t count, bool is_further) {
            arc.word.set_sources(count);
            arc.word.set_tie_sources(all);
            arc.word.set_further(is_further);
            arcs_.push_back(arc);
        };
        const auto add_further_below = [&](std::uint32_t thousandths) {
            while (source != sources_.end() && source->thousandths < thousandths) {
                const Arc& like = claims.front().arc;
                const std::uint32_t own = source->thousandths;
                const ArcWord word(like.word.relation(), like.word.status(), static_cast<int>(own));
                add({like.other, word}, count_of(own), true);
            }
        };
        for (const ClaimArc& claim : claims) {
            const auto thousandths = static_cast<std::uint32_t>(claim.arc.word.confidence_thousandths());
            add_further_below(thousandths);
            add(claim.arc, count_of(thousandths), false);
        }
        add_further_below(1001);
        const std::span<Arc> tie = std::span(arcs_).subspan(first);
        if (tie.size() == 1) return;
        for (Arc& arc : tie) arc.word.set_shared(true);
        std::ranges::sort(tie);
    }

    void keep_surest_of_each() {
        if (sources_.size() < 2) return;
        std::ranges::sort(sources_, std::ranges::greater{});
        const auto same = [](const SourceConfidence& a, const SourceConfidence& b) { return a.source == b.source; };
        sources_.erase(std::unique(sources_.begin(), sources_.end(), same), sources_.end());
    }

    std::vector<Arc> arcs_;
    std::vector<SourceConfidence> sources_;
};

}  // namespace kith
