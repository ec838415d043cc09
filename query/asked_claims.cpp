#include "query/asked_claims.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "graph/search/neighbourhood.hpp"
#include "query/difference.hpp"
#include "query/neighbourhood.hpp"

namespace kith {
namespace {

constexpr std::size_t most_entities = 100'000;

std::vector<Claim> claims_around(const Store& store, const ExportQuestion& question) {
    const Neighbourhood found = find_neighbourhood(store, {.from = {*question.around},
                                                           .filter = question.filter,
                                                           .depth = question.depth,
                                                           .most_neighbours = most_entities,
                                                           .most_entities = most_entities});
    if (found.full || !found.cut.empty()) {
        throw Error("more than " + std::to_string(most_entities) + " entities lie within " +
                        std::to_string(question.depth) + " hops of " + store.entity(*question.around).name,
                    "Try a smaller --depth, or a filter such as --min-sources 2.");
    }
    std::vector<EntityId> entities;
    for (const Neighbour& each : found.entities) {
        if (each.hops == 0 || admits(question.filter, store.entity(each.entity))) entities.push_back(each.entity);
    }
    return claims_within(store, entities, question.filter);
}

EachClaim each_of_all(const Store& store, const ExportQuestion& question) {
    if (question.around) {
        return [claims = claims_around(store, question)](const auto& take) { std::ranges::for_each(claims, take); };
    }
    return [&store, filter = question.filter](const auto& take) {
        const bool asks_entities = !filter.avoided.empty() || !filter.kinds.empty();
        store.each_claim(filter, [&](const Claim& claim) {
            if (!asks_entities ||
                (admits(filter, store.entity(claim.subject)) && admits(filter, store.entity(claim.object))))
                take(claim);
        });
    };
}

EachClaim each_of(const Store& store, const Difference& found) {
    std::vector<ClaimId> claims = found.came;
    for (const ChangedClaim& each : found.changed) claims.push_back(each.id);
    claims.insert(claims.end(), found.regrouped.begin(), found.regrouped.end());
    std::ranges::sort(claims);
    return each_of(store, std::move(claims));
}

}  // namespace

EachClaim each_of(const Store& store, std::vector<ClaimId> claims) {
    return [&store, claims = std::move(claims)](const auto& take) {
        for (const ClaimId each : claims) take(store.claim(each));
    };
}

EachClaim each_asked_claim(const Store& store, const ExportQuestion& question) {
    EachClaim each = each_of_all(store, question);
    if (question.not_in == nullptr) return each;
    return each_of(store, difference_between(*question.not_in, each_of_all(*question.not_in, {}), store, each));
}

}  // namespace kith
