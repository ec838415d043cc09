// Which names are persons', where the net says so of some of their mentions alone: a name of several words is what most are
// read as, and of single words what the longer names of the document tell.
//
//     "Wagner (person) hired Robert Wagner (person). Wagner (armed group) ..."   ->  Wagner is Robert Wagner
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

void settle_persons(const Document& document, std::vector<Surface>& surfaces);

}  // namespace kith::text
