// The part of ResultBuilder that is about paths. Each pair of entities is looked up once, however many paths pass it.
#include <algorithm>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/symmetric_relations.hpp"
#include "query/result_builder.hpp"

namespace kith {
// The claims between two that a search may have walked, either way round, and those that deny a tie.
const ResultBuilder::Between& ResultBuilder::between(EntityId a, EntityId b, const ClaimFilter& filter) {
    const auto [found, is_new] = between_.try_emplace(std::minmax(a, b));
    Between& known = found->second;
    if (!is_new) return known;
    known.claims = store_.claims_between(a, b, without_denied(filter));
    ClaimFilter denied;
    denied.statuses = {Status::denied};
    known.denials = store_.claims_between(a, b, denied);
    std::erase_if(known.denials,
                  [&](const Claim& each) { return std::ranges::count(known.claims, each.id, &Claim::id) > 0; });
    return known;
}

HopView ResultBuilder::hop(EntityId from, EntityId to, const ClaimFilter& filter, bool directed,
                           std::optional<ClaimId> only) {
    const Between& found = between(from, to, filter);
    std::vector<Claim> claims, denials = found.denials;
    for (const Claim& claim : found.claims) {
        if ((directed && !leads_from(from, claim, store_.ontology())) || (only && claim.id != *only)) continue;
        claims.push_back(claim);
    }
    if (claims.empty()) {
        throw Error("no claim ties " + entity(from).name + " and " + entity(to).name + ", though a path goes there",
                    "If the database has an index, it is damaged: `kith index` makes it anew.");
    }
    HopView view{entity(from), entity(to), 0.0, ties(claims, filter), ties(denials), {}};
    view.strength = view.ties.front().strength;
    return view;
}

PathView ResultBuilder::path(const std::vector<EntityId>& entities, const ClaimFilter& filter, bool directed) {
    PathView view{{}, 1.0};
    for (std::size_t i = 0; i + 1 < entities.size(); ++i) {
        view.hops.push_back(hop(entities[i], entities[i + 1], filter, directed, {}));
        view.strength *= view.hops.back().strength;
    }
    return view;
}

PathAnswer ResultBuilder::paths(const PathQuestion& question, const std::vector<Path>& paths) {
    between_.clear();
    PathAnswer answer{entity(question.from), entity(question.to), {}, true};
    for (const Path& each : paths) {
        answer.paths.push_back(path(each.entities, question.filter, question.directed));
    }
    return answer;
}

PathAnswer ResultBuilder::all_paths(const AllPathsQuestion& question, const AllPaths& found) {
    between_.clear();
    PathAnswer answer{entity(question.from), entity(question.to), {}, found.complete};
    for (const std::vector<EntityId>& each : found.paths) {
        answer.paths.push_back(path(each, question.filter, question.directed));
    }
    return answer;
}

PathAnswer ResultBuilder::path_in_time_order(const TimeRespectingQuestion& question,
                                             const std::optional<std::vector<TimedHop>>& hops) {
    between_.clear();
    PathAnswer answer{entity(question.from), entity(question.to), {}, true};
    if (!hops) return answer;
    PathView view{{}, 1.0};
    for (const TimedHop& each : *hops) {
        view.hops.push_back(hop(each.from, each.to, question.filter, question.directed, each.claim));
        view.hops.back().day = each.day;
        view.strength *= view.hops.back().strength;
    }
    answer.paths.push_back(std::move(view));
    return answer;
}

}  // namespace kith
