// Paths: chains of claims from one actor to another. A path is an argument; each hop lists the claims that carry it.
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

struct Hop {
    EntityId from = 0;
    EntityId to = 0;
    std::vector<ClaimId> claims{};  // all that the filter lets through between the two, surest first
    double strength = 0.0;          // of the strongest edge among them
};

struct Path {
    std::vector<Hop> hops{};
    double strength = 1.0;  // product over the hops
};

// Best first; fewer than asked where there are no more. A denied claim is no tie: without statuses in the filter, all
// but `denied` count. Ties break by entity ids, so that answers do not change from run to run.
std::vector<Path> find_paths(const Store& store, const PathQuestion& question);

}  // namespace kith
