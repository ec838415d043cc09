#include "query/overview.hpp"

#include <algorithm>
#include <unordered_map>

#include "graph/rows/projection.hpp"

namespace kith {
namespace {

// Entities in the order of their ranks; those without one last, by id.
class Standing {
public:
    explicit Standing(const std::vector<Rank>& ranks) {
        for (std::size_t i = 0; i < ranks.size(); ++i) places_.emplace(ranks[i].entity, i);
    }

    std::pair<std::size_t, EntityId> operator()(EntityId id) const {
        const auto found = places_.find(id);
        return {found == places_.end() ? places_.size() : found->second, id};
    }

private:
    std::unordered_map<EntityId, std::size_t> places_;
};

std::vector<Entity> first_of(std::vector<EntityId> ids, const Standing& standing, std::size_t most,
                             ResultBuilder& builder) {
    most = std::min(most, ids.size());
    std::ranges::partial_sort(ids, ids.begin() + static_cast<std::ptrdiff_t>(most), {}, standing);
    std::vector<Entity> entities;
    for (std::size_t i = 0; i < most; ++i) entities.push_back(builder.entity(ids[i]));
    return entities;
}

// Groups of two or more come first: they are sorted by size.
std::size_t count_of_groups(const std::vector<std::vector<EntityId>>& groups) {
    const auto lone = std::ranges::partition_point(groups, [](const auto& group) { return group.size() > 1; });
    return static_cast<std::size_t>(lone - groups.begin());
}

std::vector<GroupView> views(const std::vector<std::vector<EntityId>>& groups, const Standing& standing,
                             const OverviewLimits& limits, ResultBuilder& builder) {
    std::vector<GroupView> result;
    for (std::size_t i = 0; i < std::min(count_of_groups(groups), limits.rows); ++i) {
        result.push_back({groups[i].size(), first_of(groups[i], standing, limits.members, builder)});
    }
    return result;
}

}  // namespace

RankAnswer ranking(ResultBuilder& builder, std::string by, const std::vector<Rank>& ranks, std::size_t most) {
    RankAnswer answer{std::move(by), false, ranks.size(), {}};
    answer.sampled = std::ranges::any_of(ranks, [](const Rank& rank) { return rank.error > 0.0; });
    for (std::size_t i = 0; i < std::min(most, ranks.size()); ++i) {
        answer.ranks.push_back({builder.entity(ranks[i].entity), ranks[i].score, ranks[i].error});
    }
    return answer;
}

std::vector<Rank> rank_by_claims(const Store& store, const ClaimFilter& filter) {
    const Projection graph = project(store, filter);
    std::vector<Rank> ranks;
    for (Vertex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        const auto is_claim = [](const Arc& arc) { return !arc.word.further(); };
        const auto claims =
            std::ranges::count_if(graph.out(vertex), is_claim) + std::ranges::count_if(graph.in(vertex), is_claim);
        ranks.push_back({graph.entity(vertex), static_cast<double>(claims), 0.0});
    }
    std::ranges::stable_sort(ranks, std::ranges::greater{}, &Rank::score);
    return ranks;
}

CommunitiesAnswer communities(ResultBuilder& builder, const Communities& found, const std::vector<Rank>& ranks,
                              const OverviewLimits& limits) {
    CommunitiesAnswer answer;
    answer.modularity = found.modularity;
    answer.group_count = count_of_groups(found.groups);
    answer.lone_entities = found.groups.size() - answer.group_count;
    answer.groups = views(found.groups, Standing(ranks), limits, builder);
    return answer;
}

ComponentsAnswer components(ResultBuilder& builder, const Connectivity& found, const std::vector<Rank>& ranks,
                            const OverviewLimits& limits) {
    const Standing standing(ranks);
    ComponentsAnswer answer;
    answer.group_count = count_of_groups(found.components);
    answer.lone_entities = found.components.size() - answer.group_count;
    answer.groups = views(found.components, standing, limits, builder);

    // An end of a bridge that is no articulation point has no other tie: the bridge holds that entity alone.
    auto bridges = found.bridges;
    std::erase_if(bridges, [&](const std::pair<EntityId, EntityId>& bridge) {
        return !std::ranges::binary_search(found.articulation_points, bridge.first) ||
               !std::ranges::binary_search(found.articulation_points, bridge.second);
    });
    std::ranges::sort(bridges, {}, [&](const std::pair<EntityId, EntityId>& bridge) {
        return std::max(standing(bridge.first), standing(bridge.second));
    });
    answer.bridge_count = bridges.size();
    answer.hanging_count = found.bridges.size() - bridges.size();
    for (std::size_t i = 0; i < std::min(limits.rows, bridges.size()); ++i) {
        answer.bridges.emplace_back(builder.entity(bridges[i].first), builder.entity(bridges[i].second));
    }
    answer.articulation_count = found.articulation_points.size();
    answer.articulation_points = first_of(found.articulation_points, standing, limits.rows, builder);
    return answer;
}

}  // namespace kith
