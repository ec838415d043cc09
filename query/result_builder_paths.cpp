// The part of ResultBuilder that is about paths and what lies between entities.
#include <algorithm>
#include <map>
#include <tuple>
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

ClaimFilter with_statuses(ClaimFilter filter, std::vector<Status> statuses) {
    filter.statuses = std::move(statuses);
    return filter;
}

}  // namespace

HopView ResultBuilder::hop(EntityId from, EntityId to, const std::vector<Claim>& claims) {
    std::vector<Claim> denials = store_.claims_between(from, to, with_statuses({}, {Status::denied}));
    std::erase_if(denials, [&](const Claim& each) { return std::ranges::count(claims, each.id, &Claim::id) > 0; });
    HopView view{entity(from), entity(to), 0.0, ties(claims), ties(denials), {}};
    view.strength = strength_of(view.ties);
    return view;
}

PathAnswer ResultBuilder::paths(const PathQuestion& question, const std::vector<Path>& paths) {
    PathAnswer answer{entity(question.from), entity(question.to), {}, true};
    for (const Path& path : paths) {
        PathView view{{}, path.strength};
        for (const Hop& each : path.hops) {
            std::vector<Claim> claims;
            for (const ClaimId id : each.claims) claims.push_back(store_.claim(id));
            view.hops.push_back(hop(each.from, each.to, claims));
        }
        answer.paths.push_back(std::move(view));
    }
    return answer;
}

// Many paths share their hops: each is looked up once.
PathAnswer ResultBuilder::all_paths(const AllPathsQuestion& question, const AllPaths& found) {
    PathAnswer answer{entity(question.from), entity(question.to), {}, found.complete};
    std::map<std::pair<EntityId, EntityId>, HopView> known;
    const auto hop_between = [&](EntityId from, EntityId to) -> const HopView& {
        const auto place = known.find({from, to});
        if (place != known.end()) return place->second;
        std::vector<Claim> claims = store_.claims_between(from, to, question.filter);
        if (question.directed) std::erase_if(claims, [&](const Claim& claim) { return claim.subject != from; });
        if (question.filter.statuses.empty()) {
            std::erase_if(claims, [](const Claim& claim) { return claim.status == Status::denied; });
        }
        return known.emplace(std::pair(from, to), hop(from, to, claims)).first->second;
    };
    for (const std::vector<EntityId>& path : found.paths) {
        PathView view{{}, 1.0};
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            view.hops.push_back(hop_between(path[i], path[i + 1]));
            view.strength *= view.hops.back().strength;
        }
        answer.paths.push_back(std::move(view));
    }
    return answer;
}

PathAnswer ResultBuilder::path_in_time_order(const TimeRespectingQuestion& question,
                                             const std::optional<std::vector<TimedHop>>& hops) {
    PathAnswer answer{entity(question.from), entity(question.to), {}, true};
    if (!hops) return answer;
    PathView view{{}, 1.0};
    for (const TimedHop& each : *hops) {
        view.hops.push_back(hop(each.from, each.to, {store_.claim(each.claim)}));
        view.hops.back().day = each.day;
        view.strength *= view.hops.back().strength;
    }
    answer.paths.push_back(std::move(view));
    return answer;
}

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

ContradictionsAnswer ResultBuilder::contradictions(std::optional<EntityId> about, const ClaimFilter& filter) {
    const ClaimFilter denied = with_statuses(filter, {Status::denied});
    std::vector<Status> held = filter.statuses;
    std::erase(held, Status::denied);
    if (held.empty()) held = {Status::actual, Status::planned};

    using Statement = std::tuple<EntityId, RelationId, EntityId>;
    std::map<Statement, std::vector<Claim>> denials;
    for (const Claim& claim : about ? store_.claims_about(*about, denied) : store_.claims(denied)) {
        denials[{claim.subject, claim.relation, claim.object}].push_back(claim);
    }
    ContradictionsAnswer answer;
    for (const auto& [statement, claims] : denials) {
        const auto& [subject, relation, object] = statement;
        std::vector<Claim> affirmed = store_.claims_between(subject, object, with_statuses(filter, held));
        std::erase_if(affirmed, [&](const Claim& claim) {
            return claim.relation != relation ||
                   (claim.subject != subject && !store_.ontology().at(relation).symmetric);
        });
        if (!affirmed.empty()) answer.contradictions.push_back({ties(affirmed), ties(claims)});
    }
    std::ranges::stable_sort(answer.contradictions, std::ranges::greater{}, [](const Contradiction& each) {
        return std::min(strength_of(each.held), strength_of(each.denied));
    });
    return answer;
}

}  // namespace kith
