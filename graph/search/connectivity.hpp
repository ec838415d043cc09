// What hangs together, and by what single threads.
//
//     Ada - Bo - Cy - Dee       One component. Cy - Dee is a bridge: without that tie Dee hangs together with nobody.
//       \___|___/               Cy is an articulation point: without Cy, too. Ada, Bo and Cy hold each other.
//
// Claims count whichever way they point, and all claims between two entities are one tie: a bridge is a pair of
// entities. One depth-first search (Hopcroft and Tarjan, 1973) with its own stack, since a chain of a million entities
// would overflow the program's.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct Connectivity {
    std::vector<std::vector<EntityId>> components;       // largest first, then by least id; ids ascending within
    std::vector<std::pair<EntityId, EntityId>> bridges;  // lesser id first, ascending
    std::vector<EntityId> articulation_points;           // ascending
};

// Of all entities; those without a claim that passes are components of one. `kinds` and `avoided` leave entities out.
Connectivity find_connectivity(const Store& store, const ClaimFilter& filter = {});

}  // namespace kith
