#include "graph/rows/arc_filter.hpp"

#include <algorithm>

namespace kith {

ArcFilter::ArcFilter(const ClaimFilter& filter)
    : least_confidence_(static_cast<int>(std::ceil(filter.min_confidence * 1000.0 - 1e-6))),
      least_sources_(filter.min_sources > 1 ? filter.min_sources : 0) {
    for (unsigned relation = 0; relation < ArcWord::most_relations; ++relation) {
        const auto id = static_cast<RelationId>(relation);
        if (!filter.relations.empty() && std::ranges::find(filter.relations, id) == filter.relations.end()) continue;
        if (std::ranges::find(filter.excluded_relations, id) != filter.excluded_relations.end()) continue;
        for (unsigned status = 0; status < 8; ++status) {
            allowed_.set(relation * 8 + status, allows_status(filter, static_cast<Status>(status)));
        }
    }
}

ArcFilter ArcFilter::of_relations(std::span<const RelationId> relations) const {
    std::bitset<std::size_t{ArcWord::most_relations} * 8> theirs;
    for (const RelationId relation : relations) {
        for (std::size_t status = 0; status < 8; ++status) theirs.set(std::size_t{relation} * 8 + status);
    }
    ArcFilter narrower = *this;
    narrower.allowed_ &= theirs;
    return narrower;
}

}  // namespace kith
