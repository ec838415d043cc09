// The part of a graph that lies among some entities: what `kith export --around` writes of what
// graph/search/neighbourhood finds.
#pragma once

#include <vector>

#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

// The claims that pass the filter and have both ends among the entities, by id.
std::vector<Claim> claims_within(const Store& store, const std::vector<EntityId>& entities, const ClaimFilter& filter);

// Whether the filter's `kinds` and `avoided` let the entity stand.
bool admits(const ClaimFilter& filter, const Entity& entity);

}  // namespace kith
