// Which entities are worth comparing: those whose names share a rare word, two words, their letters or their initials,
// and those that share an identifier.
// Comparing all with all would take a day for a million; this stays linear, since buckets are bounded.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/resolution/entity_profiles.hpp"
#include "graph/stop_check.hpp"

namespace kith {

// Pairs of indices into profiles, the smaller first, each once, in order; only of kinds that can be one. Keys are
// consonants of words, so that spellings fall together. A key that more than some dozens of entities have tells nothing
// by itself and is passed over. `stop` may be null.
std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<EntityProfile>& profiles,
                                                                 StopCheck* stop);

}  // namespace kith
