#include "ingest/evaluation/name_score.hpp"

#include <algorithm>
#include <utility>

namespace kith::evaluation {
namespace {

using KindsBySpan = std::map<std::pair<std::size_t, std::size_t>, std::string>;

KindsBySpan by_span(const std::vector<NamedSpan>& names) {
    KindsBySpan kinds;
    for (const NamedSpan& name : names) kinds[{name.span.begin, name.span.end}] = name.kind;
    return kinds;
}

}  // namespace

void NameScorer::add(const std::vector<NamedSpan>& gold, const std::vector<NamedSpan>& found) {
    const KindsBySpan gold_kinds = by_span(gold), found_kinds = by_span(found);
    ++score_.articles;
    for (Tally* tally : {&score_.span, &score_.coarse, &score_.fine}) {
        tally->gold += gold_kinds.size();
        tally->found += found_kinds.size();
    }
    for (const auto& [span, kind] : gold_kinds) {
        KindRecall& recall = kinds_[kind];
        recall.kind = kind;
        ++recall.gold;
        const auto match = found_kinds.find(span);
        if (match == found_kinds.end()) continue;
        ++recall.found;
        ++score_.span.right;
        if (coarse_kind(match->second) == coarse_kind(kind)) ++score_.coarse.right;
        if (match->second == kind) ++score_.fine.right;
    }
}

NameScore NameScorer::score() const {
    NameScore result = score_;
    for (const auto& [kind, recall] : kinds_) result.kinds.push_back(recall);
    std::ranges::stable_sort(result.kinds, std::ranges::greater{}, &KindRecall::gold);
    return result;
}

}  // namespace kith::evaluation
