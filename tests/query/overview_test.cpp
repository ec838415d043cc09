#include "query/overview.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "query/example_store.hpp"

using namespace kith;

namespace {

struct Example {
    test::ExampleStore file{};
    Store store{file.path()};
    ResultBuilder builder{store};
    std::vector<Rank> ranks = rank_by_claims(store);
};

std::vector<std::string> names(const std::vector<Entity>& entities) {
    std::vector<std::string> found;
    for (const Entity& entity : entities) found.push_back(entity.name);
    return found;
}

}  // namespace

TEST_CASE("a ranking names the first few and counts all") {
    Example example;
    const RankAnswer answer = ranking(example.builder, "links", example.ranks, 2);
    CHECK(answer.by == "links");
    CHECK(answer.entity_count == 8);
    CHECK_FALSE(answer.sampled);
    REQUIRE(answer.ranks.size() == 2);
    CHECK(answer.ranks[0].score >= answer.ranks[1].score);
    CHECK(ranking(example.builder, "betweenness", {{1, 4.0, 0.5}}, 1).sampled);
}

TEST_CASE("groups name the members first of whom most is claimed and count those tied to nobody") {
    Example example;
    const ComponentsAnswer answer = components(example.builder, find_connectivity(example.store), example.ranks, {});
    CHECK(answer.group_count == 1);
    CHECK(answer.lone_entities == 2);  // Kirby and Peskov only speak
    REQUIRE(answer.groups.size() == 1);
    CHECK(answer.groups[0].size == 6);
    const Entity& first = answer.groups[0].members.at(0);
    CHECK(first.name == "Wagner Group");  // five claims
    CHECK(first.id == example.ranks[0].entity);
    const auto few = components(example.builder, find_connectivity(example.store), example.ranks, {.members = 2});
    CHECK(few.groups[0].size == 6);
    CHECK(few.groups[0].members.size() == 2);
}

TEST_CASE("a tie that holds a single entity is counted apart from those that hold parts together") {
    Example example;
    const EntityId mali = example.store.find_entity("Mali").id;
    const EntityId wagner = example.store.find_entity("Wagner").id;
    const EntityId russia = example.store.find_entity("Russia").id;
    // Mali - Wagner - Russia - two others that hold each other
    const Connectivity found{{{mali, wagner, russia}},
                             {std::minmax(mali, wagner), std::minmax(wagner, russia)},
                             {std::min(wagner, russia), std::max(wagner, russia)}};
    const ComponentsAnswer answer = components(example.builder, found, example.ranks, {});
    CHECK(answer.hanging_count == 1);
    CHECK(answer.bridge_count == 1);
    REQUIRE(answer.bridges.size() == 1);
    CHECK(answer.articulation_count == 2);
    CHECK(names(answer.articulation_points).size() == 2);
}

TEST_CASE("communities of the example cover all entities that are tied") {
    Example example;
    const CommunitiesAnswer answer = communities(example.builder, find_communities(example.store), example.ranks, {});
    std::size_t tied = 0;
    for (const GroupView& group : answer.groups) tied += group.size;
    CHECK(tied == 6);
    CHECK(answer.group_count == answer.groups.size());
    CHECK(answer.lone_entities == 2);
}
