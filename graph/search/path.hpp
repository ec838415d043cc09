// Paths: chains of entities from one to another, each tied to the next by claims. A path is an argument: its claims, with
// quotes, are read by whoever shows it (query/result_builder), once for each pair of entities.
//
//     PathQuestion question{.from = wagner, .to = iran};
//     for (const Path& path : find_paths(store, question)) ...
//
// find_paths picks the algorithm (shortest_path, cheapest_path, k_shortest_paths) and the graph it runs on.
#pragma once

#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

enum class PathOrder {
    fewest_hops,  // then the surest
    surest,       // smallest sum of -log(strength of the hop's edge)
};

struct PathQuestion {
    EntityId from = 0;
    EntityId to = 0;
    ClaimFilter filter{};
    int count = 1;  // how many paths, each distinct in its actors
    int max_hops = 6;
    bool directed = false;  // follow claims from subject to object only
    PathOrder order = PathOrder::fewest_hops;
};

struct Path {
    std::vector<EntityId> entities{};  // from start to end
    double strength = 1.0;             // product over the hops of the strength of each one's strongest edge
};

// Best first; fewer than asked where there are no more. A denied claim is no tie: without statuses in the filter, all
// but `denied` count. Ties break by entity ids, so that answers do not change from run to run.
std::vector<Path> find_paths(const Store& store, const PathQuestion& question);

}  // namespace kith
