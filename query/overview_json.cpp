#include "query/overview_json.hpp"

namespace kith {
namespace {

Json list_of(const std::vector<Entity>& entities) {
    Json list = Json::array();
    for (const Entity& entity : entities) list.push_back(json_of(entity));
    return list;
}

Json list_of(const std::vector<GroupView>& groups) {
    Json list = Json::array();
    for (const GroupView& group : groups) list.push_back({{"size", group.size}, {"members", list_of(group.members)}});
    return list;
}

}  // namespace

// Scores keep all their digits: a rank of a large graph is a very small number.
Json json_of(const RankAnswer& answer) {
    Json ranks = Json::array();
    for (const RankView& rank : answer.ranks) {
        ranks.push_back({{"entity", json_of(rank.entity)}, {"score", rank.score}, {"error", rank.error}});
    }
    return {{"by", answer.by},
            {"sampled", answer.sampled},
            {"entity_count", answer.entity_count},
            {"ranks", std::move(ranks)}};
}

Json json_of(const CommunitiesAnswer& answer) {
    return {{"modularity", rounded(answer.modularity)},
            {"group_count", answer.group_count},
            {"lone_entities", answer.lone_entities},
            {"groups", list_of(answer.groups)}};
}

Json json_of(const ComponentsAnswer& answer) {
    Json bridges = Json::array();
    for (const auto& [from, to] : answer.bridges) bridges.push_back(Json::array({json_of(from), json_of(to)}));
    return {{"group_count", answer.group_count},
            {"lone_entities", answer.lone_entities},
            {"groups", list_of(answer.groups)},
            {"bridge_count", answer.bridge_count},
            {"bridges", std::move(bridges)},
            {"hanging_count", answer.hanging_count},
            {"articulation_count", answer.articulation_count},
            {"articulation_points", list_of(answer.articulation_points)}};
}

}  // namespace kith
