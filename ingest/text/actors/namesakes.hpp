// Places that share a name, told apart by what stands beside them.
//
//     "Lebanon, Pennsylvania"                   // no state
//     "Georgia ... Atlanta ... Brian Kemp"      // the state of the United States
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Takes from surfaces of a document the entries that are others', or gives them the right ones (data/namesakes.tsv).
void tell_namesakes_apart(const Document& document, std::vector<Surface>& surfaces);

}  // namespace kith::text
