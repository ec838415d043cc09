// What a claim must be for a sink without a database to take it: the rules of the store, as far as names alone tell.
//
//     require_acceptable(claim, ontology);   // "supplies does not tie event to state"
#pragma once

#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace kith {

// Throws RejectedRecord for a relation that the ontology does not have, kinds outside its domain or range, an entity
// tied to itself, and two speakers.
const Relation& require_acceptable(const ClaimRecord& claim, const Ontology& ontology);

// Throws RejectedRecord where a speaker is named and another is not.
void require_one_speaker(const ClaimRecord& claim);

}  // namespace kith
