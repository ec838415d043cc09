// Groups claims into ties: the rule for what is one tie, how many sources it has and how strong it is.
//
// A symmetric tie has its ends in order of number, so that it stands once. A claim is stored so (graph/store/
// store_writer); where an end has been merged into another since, its canonical ends may stand the other way round, and
// whoever reads claims turns them: store, graph/rows, graph/search/time_respecting_path, and in SQL the view `edge`.
//
//     for (const Tie& tie : ties_of(claims, [&](const Claim& claim) { return sources_of(claim); })) ...
#pragma once

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "graph/store/store.hpp"

namespace kith {

// One source of a claim, and how sure the claim is by it.
struct ClaimSource {
    DocumentId source = 0;
    double confidence = 0.0;
};

// In order of first appearance. `sources_of(claim)` gives its ClaimSources; of one that comes more than once, the surest
// counts.
template <typename SourcesOf>
std::vector<Tie> ties_of(const std::vector<Claim>& claims, const SourcesOf& sources_of) {
    std::vector<Tie> ties;
    std::map<std::tuple<EntityId, RelationId, EntityId, Status>, std::size_t> index;
    std::vector<std::map<DocumentId, double>> best;  // for each tie and source, the best confidence
    for (const Claim& claim : claims) {
        const auto [found, is_new] =
            index.try_emplace({claim.subject, claim.relation, claim.object, claim.status}, ties.size());
        if (is_new) {
            ties.push_back({claim.subject, claim.relation, claim.object, claim.status, {}, 0, 0.0});
            best.emplace_back();
        }
        ties[found->second].claims.push_back(claim.id);
        for (const ClaimSource& each : sources_of(claim)) {
            double& confidence = best[found->second][each.source];
            confidence = std::max(confidence, each.confidence);
        }
    }
    for (std::size_t i = 0; i < ties.size(); ++i) {
        double doubt = 1.0;
        for (const auto& [source, confidence] : best[i]) doubt *= 1.0 - confidence;
        ties[i].sources = static_cast<int>(best[i].size());
        ties[i].strength = 1.0 - doubt;
    }
    return ties;
}

}  // namespace kith
