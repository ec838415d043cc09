// What two stores claim differently: what came, what went, and what is the same claim with another status.
//
//     const Store june("june.db"), july("july.db");
//     const Difference found = difference_between(june, each_asked_claim(june, {}), july, each_asked_claim(july, {}));
//     for (const ClaimId id : found.came) ...        // of july
//
// Row numbers mean nothing from one file to another, so claims are told by what they say (graph/claim_identity), and
// entities by name and kind as claims know them; where several go by one name in either store, by their identifiers too.
// More evidence for a claim is no difference. Who are one in either store are taken for one in both, so that a merge is
// told as what it is, and not as claims that went under one name and came under another.
//
// It takes 24 bytes for each claim of the first store and for each difference, 16 for each entity and some 80 for each that was merged. Two claims are taken
// for one by mistake about as often as two hashes of 128 bits are equal.
#pragma once

#include <vector>

#include "query/export/graph_stream.hpp"

namespace kith {

struct ChangedClaim {
    ClaimId id = 0;                  // in the second store
    Status before = Status::actual;  // in the first
};

// Two entities that are one in one of the stores and two in the other.
struct Regrouped {
    Entity kept, other;  // as the store knows them where they are one; the first is whose name both go by there

    bool operator==(const Regrouped&) const = default;
};

// By number. A claim that a store has twice, under entities that are one by now, is here once.
struct Difference {
    std::vector<ClaimId> went{}, came{};
    std::vector<ChangedClaim> changed{};
    std::vector<Regrouped> merged{}, parted{};  // whom the claims name
    std::vector<ClaimId> regrouped{};           // claims of the second store, in the first too, on one of those

    bool is_empty() const {
        return went.empty() && came.empty() && changed.empty() && merged.empty() && parted.empty();
    }
};

Difference difference_between(const Store& first, const EachClaim& each_of_first, const Store& second,
                              const EachClaim& each_of_second);

}  // namespace kith
