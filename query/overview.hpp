// Answers about a graph as a whole: who matters, which groups it falls into, what holds it together.
//
//     const RankAnswer answer = ranking(builder, "links", rank_by_links(store), 20);
//
// Graphs have millions of entities and people read twenty lines: each answer holds the first few, looked up by name,
// and counts the rest. Groups name those of their members first of whom most is claimed, since those tell what a group
// is about. (PageRank would name dead ends, to which all claims lead.)
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/search/centrality.hpp"
#include "graph/search/communities.hpp"
#include "graph/search/connectivity.hpp"
#include "query/result_builder.hpp"

namespace [[gnu::visibility("default")]] kith {

struct RankView {
    Entity entity;
    double score = 0.0;
    double error = 0.0;  // standard error of the score; 0: exact
};

struct RankAnswer {
    std::string by;
    bool sampled = false;          // scores are estimates
    std::size_t entity_count = 0;  // in all
    std::vector<RankView> ranks;
};

// Entities that belong together.
struct GroupView {
    std::size_t size = 0;
    std::vector<Entity> members;  // most claimed about first; maybe not all
};

struct CommunitiesAnswer {
    double modularity = 0.0;
    std::size_t group_count = 0;    // of two entities or more
    std::size_t lone_entities = 0;  // tied to nobody
    std::vector<GroupView> groups;  // largest first
};

struct ComponentsAnswer {
    std::size_t group_count = 0;  // of two entities or more
    std::size_t lone_entities = 0;
    std::vector<GroupView> groups;                   // largest first
    std::size_t bridge_count = 0;                    // with two entities or more on either side
    std::vector<std::pair<Entity, Entity>> bridges;  // most claimed about first
    std::size_t hanging_count = 0;                   // bridges that hold a single entity
    std::size_t articulation_count = 0;
    std::vector<Entity> articulation_points;  // most claimed about first
};

// How much of each list to look up.
struct OverviewLimits {
    std::size_t rows = 20;
    std::size_t members = 6;  // of each group
};

RankAnswer ranking(ResultBuilder& builder, std::string by, const std::vector<Rank>& ranks, std::size_t most);

// By the number of claims that the filter lets through, most first, then by id; all entities.
std::vector<Rank> rank_by_claims(const Store& store, const ClaimFilter& filter = {});

// `ranks` order the names.
CommunitiesAnswer communities(ResultBuilder& builder, const Communities& found, const std::vector<Rank>& ranks,
                              const OverviewLimits& limits);
ComponentsAnswer components(ResultBuilder& builder, const Connectivity& found, const std::vector<Rank>& ranks,
                            const OverviewLimits& limits);

}  // namespace kith
