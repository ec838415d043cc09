// Which entities are worth comparing: those whose names share a rare word, two words, their letters or their initials,
// and those that share an identifier.
// Comparing all with all would take a day for a million; this stays linear, since buckets are bounded.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "graph/resolution/entity_profiles.hpp"
#include "graph/stop_check.hpp"

namespace kith {

// What an entity shares with all that are worth comparing with it, and only with those of kinds that can be one.
// Consonants of words, so that spellings fall together. A key that more entities have tells nothing by itself.
struct BlockingKey {
    std::string text{};
    std::size_t most_entities = 0;
};

// Visits each, some more than once.
void each_blocking_key(const EntityProfile& profile, const std::function<void(const BlockingKey&)>& visit);

// Pairs of indices into profiles that share a key, the smaller first, each once, in order. `stop` may be null.
std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<EntityProfile>& profiles,
                                                                 StopCheck* stop);

}  // namespace kith
