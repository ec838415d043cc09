// A ClaimFilter made ready for millions of arcs: one bit test and two comparisons each.
//
// Arcs tell relation, status, confidence and (up to ArcWord::most_tie_sources) sources. What they do not tell, an
// IndexedGraph or project(store, filter) has judged before; `can_judge` says whether an arc alone is enough.
#pragma once

#include <bitset>
#include <cmath>
#include <span>

#include "graph/claim_filter.hpp"
#include "graph/rows/arc.hpp"

namespace kith {

class ArcFilter {
public:
    // Lets every claim through.
    ArcFilter() { allowed_.set(); }
    explicit ArcFilter(const ClaimFilter& filter);

    static bool can_judge(const ClaimFilter& filter) {
        return filter.speakers.empty() && filter.publishers.empty() && filter.extractors.empty() && !filter.since &&
               !filter.until && filter.min_sources <= ArcWord::most_tie_sources;
    }

    bool passes(ArcWord word) const {
        return allowed_[word.relation_and_status()] && word.confidence_thousandths() >= least_confidence_ &&
               word.tie_sources() >= least_sources_;
    }
    bool operator()(ArcWord word) const { return passes(word); }

    // This filter, for claims of these relations alone.
    ArcFilter of_relations(std::span<const RelationId> relations) const;
    // Lets no claim through.
    static ArcFilter nothing() { return ArcFilter().of_relations({}); }
    bool passes_some() const { return allowed_.any(); }
    // What questions without a filter take.
    static const ArcFilter& not_denied() {
        static const ArcFilter filter(without_denied({}));
        return filter;
    }

    bool operator==(const ArcFilter&) const = default;

private:
    std::bitset<std::size_t{ArcWord::most_relations} * 8> allowed_;  // by relation and status
    int least_confidence_ = 0;
    int least_sources_ = 0;
};

}  // namespace kith
