// When two claims are one. The rule is written here alone; the store, the printer and the analysis of texts use it.
//
// Claims are one where subject, relation, object, status, speaker, place and time are equal, item and role up to
// plurals (term_key: "drones" and "drone" are the same goods), and the words for an unnamed speaker up to their
// determiner. A symmetric relation is one claim whichever side is named first. What else a source tells (its words, its
// confidence, the line) is evidence.
#pragma once

#include <string>
#include <string_view>

#include "graph/claim.hpp"

namespace kith {

// What a claim says beyond its entities and relation.
struct ClaimDetails {
    Status status = Status::actual;
    std::string_view time{}, item{}, role{}, unnamed_speaker{};
};
ClaimDetails details_of(const ClaimRecord& claim);

// Equal for details that are the same. Neither stored nor shown.
std::string details_key(const ClaimDetails& details);

// Equal for claims that are one, as far as the names that a single source uses tell which entities they mean. For those
// who have no store.
std::string identity_key(const ClaimRecord& claim, bool is_symmetric);

}  // namespace kith
