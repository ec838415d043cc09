// Who stands around: all entities within some hops of one or several, and those that two have in common.
//
//     find_neighbourhood(store, {.from = {wagner}, .depth = 2});   // each with its hops and whom it is reached through
//     find_common_neighbours(store, wagner, hezbollah);            // surest first
//
// Breadth first, so hops are the fewest. A hub would drown the answer: from an entity with more neighbours than
// `most_neighbours` only the most strongly tied are taken, and the entity is named in `cut`. With limits as large as
// the graph this tells what can be reached from a set within so many hops.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct NeighbourhoodQuestion {
    std::vector<EntityId> from;
    ClaimFilter filter;  // kinds and avoided: of entities to go on from; they are listed all the same
    int depth = 1;
    bool directed = false;
    std::size_t most_neighbours = 200;  // taken from one entity
    std::size_t most_entities = 5'000;  // in the whole answer
};

struct Neighbour {
    EntityId entity = 0;
    int hops = 0;
    EntityId through = 0;  // an entity one hop nearer (the least id of them); 0 for those asked about
    bool operator==(const Neighbour&) const = default;
};

struct Neighbourhood {
    std::vector<Neighbour> entities;            // those asked about first, then by hops and id
    std::vector<EntityId> cut;                  // entities of which some neighbours were left out, by id
    std::vector<std::size_t> cut_neighbours{};  // how many neighbours each of those has
    bool full = false;                          // most_entities was reached
};

// Throws Error for an entity that does not exist.
Neighbourhood find_neighbourhood(const Store& store, const NeighbourhoodQuestion& question);

struct CommonNeighbour {
    EntityId entity = 0;
    double first_strength = 0.0;   // of the strongest tie with the first of the two
    double second_strength = 0.0;  // ... with the second
};

// By the product of both strengths, then by id; at most `most`. `kinds` and `avoided` choose among them.
std::vector<CommonNeighbour> find_common_neighbours(const Store& store, EntityId first, EntityId second,
                                                    const ClaimFilter& filter = {}, std::size_t most = 100);

}  // namespace kith
