// As much of a graph as a reader takes in at once.
#pragma once

#include <cstddef>

#include "query/export/view.hpp"

namespace kith {

// The entities that are asked about, and those most strongly tied to what is shown already, one after another; with the
// ties among them. Tells in `left_out` how many entities are not shown. `most` 0: all of it.
GraphView strongest_part(GraphView graph, std::size_t most);

}  // namespace kith
