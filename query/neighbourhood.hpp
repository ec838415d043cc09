// What lies around an entity: everything within some hops of it, by breadth-first search over the store's claims.
//
//     for (const Reached& each : reach(store, wagner, 2, filter, 1000)) ...   // {wagner, 0}, {hezbollah, 1}, {iran, 2}
#pragma once

#include <vector>

#include "graph/store.hpp"

namespace kith {

struct Reached {
    EntityId entity = 0;
    int hops = 0;
};

// Entities within `depth` hops over claims that pass the filter, nearest first, the start among them. Entities that the
// filter avoids, or whose kind it does not name, are not entered. Throws Error once more than `limit` are reached.
std::vector<Reached> reach(const Store& store, EntityId start, int depth, const ClaimFilter& filter, std::size_t limit);

// The claims among those entities, by id.
std::vector<Claim> claims_within(const Store& store, const std::vector<Reached>& reached, const ClaimFilter& filter);

// Whether the filter lets a search enter the entity.
bool admits(const ClaimFilter& filter, const Entity& entity);

}  // namespace kith
