// What a claim must be for a sink without a database to take it: the rules of the store, as far as names alone tell.
//
//     require_acceptable(claim);   // "supplies does not tie event to state"
#pragma once

#include "graph/claim.hpp"

namespace kith {

// Throws RejectedRecord for a relation that kith does not have, kinds outside its domain or range, and an entity tied
// to itself.
void require_acceptable(const ClaimRecord& claim);

}  // namespace kith
