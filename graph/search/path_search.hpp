// find_paths on a graph that is at hand already: for programs that ask many questions of one snapshot.
#pragma once

#include <vector>

#include "graph/rows/projection.hpp"
#include "graph/search/path.hpp"

namespace kith {

// As find_paths(store, question). The projection must be of the store's present state, and the filter one that arcs can
// judge (ArcFilter::can_judge).
std::vector<Path> find_paths(const Store& store, const Projection& projection, const PathQuestion& question);

// Straight from the database's indexes, whatever the filter.
std::vector<Path> find_paths_by_index(const Store& store, const PathQuestion& question);

}  // namespace kith
