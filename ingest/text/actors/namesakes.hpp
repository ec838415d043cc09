// Places, papers and groups that share a name, told apart by what stands beside them, what else is named, and the year.
//
//     "Lebanon, Pennsylvania"                   // no state
//     "Georgia ... Atlanta ... Brian Kemp"      // the state of the United States
//     "The Times asked the Pentagon"            // The New York Times
//     "EC ministers", of 1987                   // the European Union's
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Takes from surfaces of a document the entries that are others', or gives them the right ones (data/namesakes.tsv).
void tell_namesakes_apart(const Document& document, std::vector<Surface>& surfaces);

}  // namespace kith::text
