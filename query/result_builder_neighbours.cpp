// The part of ResultBuilder that is about what lies around entities, and what holds two of them together.
#include <algorithm>
#include <utility>

#include "query/neighbourhood.hpp"
#include "query/result_builder.hpp"

namespace kith {
namespace {

double strength_of(const std::vector<TieView>& ties) {
    return ties.empty() ? 0.0 : ties.front().strength;
}

// What is denied stands behind what is held, however strongly.
std::vector<TieView> held_first(std::vector<TieView> ties) {
    std::ranges::stable_partition(ties, [](const TieView& tie) { return tie.status != Status::denied; });
    return ties;
}

}  // namespace

// For each entity found, the claims that tie it to those one hop nearer. A hub is not read whole: of an entity whose
// neighbours were cut, only the claims with those reached through it.
std::unordered_map<EntityId, std::vector<Claim>> ResultBuilder::inward_claims(const Neighbourhood& found,
                                                                              const NeighbourhoodQuestion& question) {
    std::unordered_map<EntityId, int> hops;
    for (const Neighbour& each : found.entities) hops.emplace(each.entity, each.hops);
    const auto is_cut = [&](EntityId id) { return std::ranges::binary_search(found.cut, id); };

    std::unordered_map<EntityId, std::vector<Claim>> inward;
    for (const Neighbour& each : found.entities) {
        if (each.through != 0 && is_cut(each.through)) {
            const std::vector<Claim> claims = store_.claims_between(each.entity, each.through, question.filter);
            inward[each.entity].insert(inward[each.entity].end(), claims.begin(), claims.end());
        }
        if (each.hops == question.depth || is_cut(each.entity)) continue;
        for (const Claim& claim : store_.claims_about(each.entity, question.filter)) {
            const EntityId other = claim.subject == each.entity ? claim.object : claim.subject;
            const auto reached = hops.find(other);
            if (reached != hops.end() && reached->second == each.hops + 1) inward[other].push_back(claim);
        }
    }
    return inward;
}

NeighboursAnswer ResultBuilder::neighbours(const NeighbourhoodQuestion& question, const Neighbourhood& found) {
    NeighboursAnswer answer;
    answer.full = found.full;
    answer.cut_neighbours = found.cut_neighbours;
    for (const EntityId id : found.cut) answer.cut.push_back(entity(id));
    auto inward = inward_claims(found, question);
    for (const Neighbour& each : found.entities) {
        if (each.hops == 0) {
            answer.from.push_back(entity(each.entity));
        } else if (admits(question.filter, entity(each.entity))) {
            answer.neighbours.push_back({entity(each.entity), each.hops, held_first(ties(inward[each.entity]))});
        }
    }
    std::ranges::stable_sort(answer.neighbours, {}, [](const NeighbourView& neighbour) {
        return std::pair(neighbour.hops, -strength_of(neighbour.ties));
    });
    return answer;
}

CommonAnswer ResultBuilder::common(EntityId first, EntityId second, const ClaimFilter& filter,
                                   const std::vector<CommonNeighbour>& found) {
    CommonAnswer answer{entity(first), entity(second), {}};
    for (const CommonNeighbour& each : found) {
        answer.neighbours.push_back({entity(each.entity),
                                     held_first(ties(store_.claims_between(each.entity, first, filter))),
                                     held_first(ties(store_.claims_between(each.entity, second, filter)))});
    }
    return answer;
}

FragilityAnswer ResultBuilder::fragility(const FragilityQuestion& question, const Fragility& found) {
    FragilityAnswer answer{entity(question.from), entity(question.to), found, {}, question.max_hops};
    for (const Fragility::Source& source : found.sources) {
        FragilityAnswer::Source& view = answer.sources.emplace_back();
        view.name = source.name;
        for (const DocumentId id : source.documents) view.documents.push_back(store_.document(id));
    }
    return answer;
}

}  // namespace kith
