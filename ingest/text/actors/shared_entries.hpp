// What the gazetteer knows by one name of a document, for its other names: those that the text says are the same, and the
// initials of a longer one.
//
//     "the National Democratic Party (NDP)"    // no other party, however well known by the letters
//     "OPCW" beside "Organisation for the Prevention of Chemical Weapons"    // the known one, by most of its words
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Sets and takes away `entry` of these, by `same`.
void share_entries(std::vector<Surface>& surfaces);

}  // namespace kith::text
