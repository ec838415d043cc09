// What a claim must be for any sink to take it: the rules of the store, as far as the claim alone tells. Every sink
// asks here, so that `kith extract` refuses what `kith ingest` refuses.
//
//     const Relation& relation = require_acceptable(claim, ontology);   // "supplies does not tie event to state"
//
// Kinds are those that the claim's source gives. What another source has called the same entity does not count: whether
// a claim is taken must not depend on what was read before.
#pragma once

#include <cstddef>
#include <string>

#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace kith {

// Readers of records take no longer names: what is longer is no name.
inline constexpr std::size_t longest_name_bytes = 1000;

// Throws RejectedRecord for a relation that the ontology does not have, kinds outside its domain or range, names
// without letters or digits, an entity tied to itself, two speakers, a time that is no date, a confidence outside 0
// to 1.
const Relation& require_acceptable(const ClaimRecord& claim, const Ontology& ontology);

// "PUTIN, Vladimir" of a list the other way round; empty for a name that is no person's or does not stand so.
std::string given_name_first(const EntityReference& reference);

// The name's key. Throws RejectedRecord for a name without letters or digits, which has none.
std::string required_name_key(const EntityReference& reference);

}  // namespace kith
