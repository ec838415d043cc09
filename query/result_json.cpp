#include "query/result_json.hpp"

namespace kith {
namespace {

Json json_of(const TimelineEntry& entry) {
    return {{"time", entry.time}, {"tie", kith::json_of(entry.tie)}};
}

template <typename Values>
Json list_of(const Values& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(json_of(value));
    return list;
}

Json json_of(const HopView& hop) {
    return {
        {"from", kith::json_of(hop.from)},   {"to", kith::json_of(hop.to)},
        {"strength", rounded(hop.strength)}, {"ties", list_of(hop.ties)},
        {"denials", list_of(hop.denials)},   {"day", hop.day ? Json(date_of(*hop.day).to_string()) : Json(nullptr)}};
}

Json json_of(const PathView& path) {
    Json hops = Json::array();
    for (const HopView& hop : path.hops) hops.push_back(json_of(hop));
    return {{"strength", rounded(path.strength)}, {"hops", std::move(hops)}};
}

Json json_of(const std::optional<JointMentions>& together) {
    if (!together) return nullptr;
    return {{"documents", together->documents},
            {"sentences", list_of(together->sentences)},
            {"note", "kith drew no claim between the two from these sentences: read them"}};
}

}  // namespace

std::vector<std::string> names_of(const EntityKindSet& kinds) {
    std::vector<std::string> names;
    for (const EntityKind kind : all_entity_kinds()) {
        if (kinds.test(static_cast<std::size_t>(kind))) names.emplace_back(to_string(kind));
    }
    return names;
}

Json json_of(const Relation& relation) {
    return {{"name", relation.name},
            {"group", relation.group},
            {"inverse", relation.inverse},
            {"symmetric", relation.symmetric},
            {"subject_kinds", names_of(relation.subject_kinds)},
            {"object_kinds", names_of(relation.object_kinds)},
            {"plover", text_or_null(relation.plover)},
            {"cameo", text_or_null(relation.cameo)},
            {"follow_the_money", text_or_null(relation.follow_the_money)},
            {"wikidata", text_or_null(relation.wikidata)},
            {"stix", text_or_null(relation.stix)},
            {"gloss", relation.gloss}};
}

Json json_of(const Statistics& numbers) {
    return {{"documents", numbers.documents},  {"lineages", numbers.lineages}, {"sentences", numbers.sentences},
            {"mentions", numbers.mentions},    {"entities", numbers.entities}, {"aliases", numbers.aliases},
            {"claims", numbers.claims},        {"evidence", numbers.evidence}, {"ties", numbers.edges},
            {"judgements", numbers.judgements}};
}

Json json_of(const PathAnswer& answer) {
    Json paths = Json::array();
    for (const PathView& path : answer.paths) paths.push_back(json_of(path));
    return {{"from", json_of(answer.from)},
            {"to", json_of(answer.to)},
            {"complete", answer.complete},
            {"paths", std::move(paths)},
            {"together", json_of(answer.together)}};
}

Json json_of(const ClaimsAnswer& answer) {
    return {{"about", list_of(answer.about)},
            {"ties", list_of(answer.ties)},
            {"left_out", answer.left_out},
            {"together", json_of(answer.together)}};
}

Json json_of(const PastClaimView& past) {
    return {{"relation", past.claim.relation->name},
            {"status", to_string(past.claim.status)},
            {"subject", json_of(past.claim.subject)},
            {"object", json_of(past.claim.object)},
            {"claim", json_of(past.claim)},
            {"until", past.until ? json_of(*past.until) : Json(nullptr)},
            {"dropped", past.is_dropped}};
}

Json json_of(const Profile& profile) {
    Json aliases = Json::array();
    for (const Alias& alias : profile.aliases) aliases.push_back({{"name", alias.name}, {"origin", alias.origin}});
    Json identifiers = Json::array();
    for (const Identifier& each : profile.identifiers) identifiers.push_back(to_string(each));
    Json groups = Json::array();
    for (const TieGroup& group : profile.groups) {
        groups.push_back({{"relation", group.relation->name},
                          {"direction", group.relation->symmetric ? "both"
                                        : group.inverse           ? "in"
                                                                  : "out"},
                          {"words", in_words(*group.relation, group.inverse)},
                          {"ties", list_of(group.ties)}});
    }
    return {{"entity", json_of(profile.entity)},
            {"aliases", std::move(aliases)},
            {"identifiers", std::move(identifiers)},
            {"documents", profile.documents},
            {"sources", profile.sources},
            {"groups", std::move(groups)},
            {"said", list_of(profile.said)},
            {"rejected", list_of(profile.rejected)},
            {"timeline", list_of(profile.timeline)},
            {"history", list_of(profile.history)},
            {"left_out", profile.left_out()}};
}

Json json_of(const TimelineAnswer& answer) {
    return {{"entity", json_of(answer.entity)}, {"timeline", list_of(answer.timeline)}, {"left_out", answer.left_out}};
}

Json json_of(const NeighboursAnswer& answer) {
    Json neighbours = Json::array();
    for (const NeighbourView& neighbour : answer.neighbours) {
        neighbours.push_back(
            {{"entity", json_of(neighbour.entity)}, {"hops", neighbour.hops}, {"ties", list_of(neighbour.ties)}});
    }
    Json cut = list_of(answer.cut);
    for (std::size_t i = 0; i < cut.size(); ++i) cut[i]["neighbours"] = answer.cut_neighbours[i];
    return {{"from", list_of(answer.from)},
            {"neighbours", std::move(neighbours)},
            {"cut", std::move(cut)},
            {"full", answer.full}};
}

Json json_of(const CommonAnswer& answer) {
    Json neighbours = Json::array();
    for (const CommonNeighbourView& neighbour : answer.neighbours) {
        neighbours.push_back({{"entity", json_of(neighbour.entity)},
                              {"first_ties", list_of(neighbour.first_ties)},
                              {"second_ties", list_of(neighbour.second_ties)}});
    }
    return {
        {"first", json_of(answer.first)}, {"second", json_of(answer.second)}, {"neighbours", std::move(neighbours)}};
}

Json json_of(const FragilityAnswer& answer) {
    Json sources = Json::array();
    for (const FragilityAnswer::Source& source : answer.sources) {
        sources.push_back({{"name", source.name}, {"documents", list_of(source.documents)}});
    }
    const Fragility& numbers = answer.numbers;
    return {{"from", json_of(answer.from)},
            {"to", json_of(answer.to)},
            {"connected", numbers.connected},
            {"can_be_cut", numbers.can_be_cut},
            {"hops", numbers.hops},
            {"exact", numbers.exact},
            {"at_least", numbers.at_least},
            {"sources", std::move(sources)},
            {"disjoint_paths", numbers.disjoint_paths},
            {"disjoint_paths_exact", numbers.disjoint_paths_exact}};
}

Json json_of(const ContradictionsAnswer& answer) {
    Json contradictions = Json::array();
    for (const Contradiction& each : answer.contradictions) {
        contradictions.push_back({{"held", list_of(each.held)}, {"denied", list_of(each.denied)}});
    }
    return {{"contradictions", std::move(contradictions)}, {"left_out", answer.left_out}};
}

Json json_of(const ReviewAnswer& answer) {
    Json claims = Json::array();
    for (const ReviewedClaim& each : answer.claims)
        claims.push_back({{"priority", rounded(each.priority)}, {"tie", json_of(each.tie)}});
    return {{"claims", std::move(claims)}};
}

}  // namespace kith
