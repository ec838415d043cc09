// What earlier editions of lists said of an entity, where a later one says something else of the same record, or has it no
// more (graph/store/list_editions).
#pragma once

#include <optional>
#include <vector>

#include "graph/store/store.hpp"

namespace kith {

struct PastClaim {
    Claim claim{};                    // of canonical entities, without a number
    EvidenceWithDocument said{};      // where
    std::optional<Document> until{};  // the edition since which it is past
    bool is_dropped = false;          // its record is on the list no longer
};

// In the order of what was said; what the next edition repeats is left out.
std::vector<PastClaim> past_claims(const Store& store, EntityId entity);

}  // namespace kith
