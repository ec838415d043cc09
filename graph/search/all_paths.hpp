// Every way from one entity to another: all simple paths up to a length, within a budget.
//
//     const AllPaths ways = find_all_paths(store, {.from = wagner, .to = iran, .filter = {}, .max_hops = 4});
//     if (!ways.complete) ...  // there are more than the budget allows to count
//
// First a breadth-first search from the end tells for each vertex how many hops it is away; then a depth-first search
// from the start goes on only where the hops left suffice. The number of simple paths grows exponentially, so both are
// bounded: by paths, and by vertices entered. Where a deadline comes first, what has been found by then is the answer.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/search/path.hpp"

namespace [[gnu::visibility("default")]] kith {

struct AllPathsQuestion {
    EntityId from = 0;
    EntityId to = 0;
    ClaimFilter filter;
    int max_hops = 4;
    bool directed = false;
    std::size_t most_paths = 1'000;
    std::size_t most_steps = 1'000'000;  // vertices entered, by both searches
};

struct AllPaths {
    std::vector<std::vector<EntityId>> paths;  // fewest hops first, then by entities
    bool complete = true;                      // false: the budget was used up, or the time
};

// Throws Error as find_paths does. Throws Stopped where the time is up before there is any path, or on request.
AllPaths find_all_paths(const Store& store, const AllPathsQuestion& question);

}  // namespace kith
