// Hubs of a snapshot: whom each vertex with many arcs is most strongly tied to, found once when the snapshot is made.
//
// Most entities of a large graph are a hop from a hub, and a neighbourhood takes a few of a hub's thousands of
// neighbours: choosing them took two thirds of the time of a neighbourhood of two hops.
#pragma once

#include <functional>

#include "graph/rows/projection.hpp"
#include "graph/rows/walk.hpp"
#include "graph/stop_check.hpp"

namespace kith {

// Gives the projection's block grown to so many bytes, with what it held.
using GrowBlock = std::function<MemoryBlock(std::size_t bytes)>;

// Hubs are for questions with these rules, and any that restrict only whom to pass.
inline bool fits_hubs(const WalkRules& rules) {
    return !rules.directed && rules.arcs == ArcFilter::not_denied();
}

// The same projection with its hubs. `stop` may be null.
Projection with_hubs(Projection projection, const GrowBlock& grow, StopCheck* stop);

}  // namespace kith
