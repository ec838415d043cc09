// The part of ResultBuilder that is about one entity: who it is, what is dated, what is denied.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "query/result_builder.hpp"

namespace kith {
namespace {

std::vector<TieGroup> grouped(const std::vector<TieView>& ties, EntityId id) {
    std::vector<TieGroup> groups;
    for (const TieView& tie : ties) {
        const bool inverse = tie.subject.id != id && !tie.relation->symmetric;
        auto group = std::ranges::find_if(
            groups, [&](const TieGroup& each) { return each.relation == tie.relation && each.inverse == inverse; });
        if (group == groups.end()) group = groups.insert(groups.end(), {tie.relation, inverse, {}, 0});
        group->ties.push_back(tie);
    }
    return groups;
}

// One entry for each tie and time. Publication dates are not times: what no text dates is not on it.
std::vector<TimelineEntry> timeline_of(const std::vector<TieView>& ties) {
    struct Dated {
        Day day;
        TimelineEntry entry;
    };
    std::vector<Dated> dated;
    for (const TieView& tie : ties) {
        std::map<std::string, std::vector<ClaimView>> by_time;
        for (const ClaimView& claim : tie.claims) {
            if (!claim.time.empty()) by_time[claim.time].push_back(claim);
        }
        for (auto& [time, claims] : by_time) {
            TieView then = tie;
            then.claims = std::move(claims);
            dated.push_back({then.claims.front().day.value_or(0), {time, std::move(then)}});
        }
    }
    std::ranges::stable_sort(dated, {}, &Dated::day);
    std::vector<TimelineEntry> timeline;
    for (Dated& each : dated) timeline.push_back(std::move(each.entry));
    return timeline;
}

double strength_of(const std::vector<TieView>& ties) {
    return ties.empty() ? 0.0 : ties.front().strength;
}

ClaimFilter with_statuses(ClaimFilter filter, std::vector<Status> statuses) {
    filter.statuses = std::move(statuses);
    return filter;
}

}  // namespace

Profile ResultBuilder::profile(EntityId id, const ClaimFilter& filter) {
    id = store_.canonical(id);
    Profile profile;
    profile.entity = entity(id);
    profile.identifiers = store_.identifiers(id);
    for (const Alias& alias : store_.aliases(id)) {
        const bool listed = std::ranges::any_of(profile.aliases, [&](const Alias& a) { return a.name == alias.name; });
        if (alias.name != profile.entity.name && !listed) profile.aliases.push_back(alias);
    }
    const std::vector<TieView> all = ties(store_.claims_about(id, filter));
    profile.groups = grouped(all, id);
    profile.said = ties(store_.claims_said_by(id, filter));
    if (filter.statuses.empty())
        profile.rejected = ties(store_.claims_about(id, with_statuses(filter, {Status::rejected})));
    profile.timeline = timeline_of(all);

    std::set<DocumentId> documents;
    std::set<DocumentId> lineages;
    for (const TieView& tie : all) {
        for (const ClaimView& each : tie.claims) {
            for (const QuoteView& quote : each.quotes) {
                documents.insert(quote.document.id);
                lineages.insert(quote.document.lineage);
            }
        }
    }
    profile.documents = static_cast<int>(documents.size());
    profile.sources = static_cast<int>(lineages.size());
    return profile;
}

TimelineAnswer ResultBuilder::timeline(EntityId id, const ClaimFilter& filter) {
    return {entity(id), timeline_of(ties(store_.claims_about(store_.canonical(id), filter)))};
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
