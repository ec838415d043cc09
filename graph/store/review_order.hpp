// Which claims a person should look at first: those that a verdict changes most, and on which most hangs.
//
//     for (const RankedClaim& each : claims_to_review(store, hezbollah, {}, 20)) ...
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/store/store.hpp"

namespace kith {

struct RankedClaim {
    Claim claim{};
    double priority = 0.0;
};

// doubt x weight.
// Doubt: p (1 - p), the variance of right or wrong, shared by the independent sources that say the same: a claim as good
// as certain, or as good as refuted, teaches little, and what several say does not fall with one.
// Weight: log2(1 + a b), where a and b count the claims of its two parties: a tie between the two carries a b connections
// of three hops. The logarithm keeps claims about the most named from hiding all others.
double review_priority(double confidence, int sources, std::int64_t subject_claims, std::int64_t object_claims);

// Those that nobody has judged yet, of an entity or of all, by priority; equal ones by number.
std::vector<RankedClaim> claims_to_review(const Store& store, std::optional<EntityId> about, const ClaimFilter& filter,
                                          std::size_t most);

}  // namespace kith
