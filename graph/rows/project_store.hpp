// Reading a store into a projection's block, wherever that lies: memory (project) or a file (graph/rows/snapshot).
#pragma once

#include <cstdint>
#include <functional>

#include "graph/rows/projection.hpp"

namespace kith {

// Called now and then with how many claims were read so far, of how many at most.
using ReadProgress = std::function<void(std::size_t done, std::size_t all)>;

// `make_block` gets the bytes needed and gives a zeroed block.
Projection project_into(const Store& store, const ClaimFilter& filter, std::uint64_t fingerprint,
                        const std::function<MemoryBlock(std::size_t)>& make_block, const ReadProgress& progress = {});

// Independent sources of all claims of a tie, whatever a filter says. One query each.
int sources_of_tie(const Store& store, EntityId subject, EntityId object, ArcWord word);

}  // namespace kith
