#include "query/neighbourhood.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "graph/error.hpp"

namespace kith {

bool admits(const ClaimFilter& filter, const Entity& entity) {
    if (std::ranges::find(filter.avoided, entity.id) != filter.avoided.end()) return false;
    return filter.kinds.empty() || std::ranges::find(filter.kinds, entity.kind) != filter.kinds.end();
}

std::vector<Reached> reach(const Store& store, EntityId start, int depth, const ClaimFilter& filter,
                           std::size_t limit) {
    std::vector<Reached> reached{{store.canonical(start), 0}};
    std::unordered_set<EntityId> seen{reached.front().entity};
    for (std::size_t next = 0; next < reached.size() && reached[next].hops < depth; ++next) {
        const auto [entity, hops] = reached[next];
        for (const Claim& claim : store.claims_about(entity, filter)) {
            const EntityId other = claim.subject == entity ? claim.object : claim.subject;
            if (!seen.insert(other).second || !admits(filter, store.entity(other))) continue;
            reached.push_back({other, hops + 1});
            if (reached.size() > limit) {
                throw Error("more than " + std::to_string(limit) + " entities lie within " + std::to_string(depth) +
                                " hops of " + store.entity(start).name,
                            "Try a smaller --depth, or a filter such as --min-sources 2.");
            }
        }
    }
    return reached;
}

std::vector<Claim> claims_within(const Store& store, const std::vector<Reached>& reached, const ClaimFilter& filter) {
    std::unordered_set<EntityId> inside;
    for (const Reached& each : reached) inside.insert(each.entity);
    std::map<ClaimId, Claim> by_id;
    for (const Reached& each : reached) {
        for (Claim& claim : store.claims_about(each.entity, filter)) {
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
