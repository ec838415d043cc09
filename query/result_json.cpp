#include "query/result_json.hpp"

namespace kith {
namespace {

template <typename Values>
Json list_of(const Values& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(json_of(value));
    return list;
}

Json json_of(const HopView& hop) {
    return {{"from", kith::json_of(hop.from)},
            {"to", kith::json_of(hop.to)},
            {"strength", rounded(hop.strength)},
            {"ties", list_of(hop.ties)},
            {"denials", list_of(hop.denials)}};
}

Json json_of(const PathView& path) {
    Json hops = Json::array();
    for (const HopView& hop : path.hops) hops.push_back(json_of(hop));
    return {{"strength", rounded(path.strength)}, {"hops", std::move(hops)}};
}

}  // namespace

Json json_of(const PathAnswer& answer) {
    Json paths = Json::array();
    for (const PathView& path : answer.paths) paths.push_back(json_of(path));
    return {{"from", json_of(answer.from)}, {"to", json_of(answer.to)}, {"paths", std::move(paths)}};
}

Json json_of(const ClaimsAnswer& answer) {
    return {{"about", list_of(answer.about)}, {"ties", list_of(answer.ties)}};
}

Json json_of(const Profile& profile) {
    Json aliases = Json::array();
    for (const Alias& alias : profile.aliases) aliases.push_back({{"name", alias.name}, {"origin", alias.origin}});
    Json groups = Json::array();
    for (const TieGroup& group : profile.groups) {
        groups.push_back({{"relation", group.relation->name},
                          {"direction", group.relation->symmetric ? "both"
                                        : group.inverse           ? "in"
                                                                  : "out"},
                          {"words", in_words(*group.relation, group.inverse)},
                          {"ties", list_of(group.ties)}});
    }
    Json timeline = Json::array();
    for (const TimelineEntry& entry : profile.timeline) {
        timeline.push_back({{"time", entry.time}, {"tie", json_of(entry.tie)}});
    }
    return {{"entity", json_of(profile.entity)}, {"aliases", std::move(aliases)}, {"documents", profile.documents},
            {"sources", profile.sources},        {"groups", std::move(groups)},   {"said", list_of(profile.said)},
            {"timeline", std::move(timeline)}};
}

Json json_of(const NeighboursAnswer& answer) {
    Json neighbours = Json::array();
    for (const Neighbour& neighbour : answer.neighbours) {
        neighbours.push_back(
            {{"entity", json_of(neighbour.entity)}, {"hops", neighbour.hops}, {"ties", list_of(neighbour.ties)}});
    }
    return {{"entity", json_of(answer.entity)}, {"neighbours", std::move(neighbours)}};
}

}  // namespace kith
