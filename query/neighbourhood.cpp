#include "query/neighbourhood.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace kith {

bool admits(const ClaimFilter& filter, const Entity& entity) {
    if (std::ranges::find(filter.avoided, entity.id) != filter.avoided.end()) return false;
    return filter.kinds.empty() || std::ranges::find(filter.kinds, entity.kind) != filter.kinds.end();
}

std::vector<Claim> claims_within(const Store& store, const std::vector<EntityId>& entities, const ClaimFilter& filter) {
    const std::unordered_set<EntityId> inside(entities.begin(), entities.end());
    std::map<ClaimId, Claim> by_id;
    for (const EntityId entity : entities) {
        for (Claim& claim : store.claims_about(entity, filter)) {
            if (inside.contains(claim.subject) && inside.contains(claim.object)) {
                const ClaimId id = claim.id;
                by_id.emplace(id, std::move(claim));
            }
        }
    }
    std::vector<Claim> claims;
    claims.reserve(by_id.size());
    for (auto& [id, claim] : by_id) claims.push_back(std::move(claim));
    return claims;
}

}  // namespace kith
