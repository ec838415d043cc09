// Names that are another name of the document in a form of its own.
//
//     "Soelimani" beside "Soleimani"            // a slip: once, where the other is known or stands more often
//     "PKK party" beside "PKK"                  // with what it is
//     "Beigun" beside "Stephen Biegun"
//     "DJI Technology" beside "DJI"
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Sets `same` and `variant` of these.
void note_variants(const Document& document, std::vector<Surface>& surfaces);

}  // namespace kith::text
