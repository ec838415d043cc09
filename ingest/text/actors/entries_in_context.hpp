// What the gazetteer knows by names whose meaning the article tells: "the Army" of one on Chile, "the Bush administration"
// of 1990, "Labour" in New Zealand. The names themselves are known before (ingest/text/actors/surfaces).
#pragma once

#include <vector>

#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/offices.hpp"
#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Gives surfaces the entries that the article's states, offices and other names tell, and takes those that they speak
// against; a body or a party that is another state's than the known one is called after it.
void take_entries_in_context(const Document& document, std::vector<Surface>& surfaces, const MainState& main_state,
                             Offices& offices);

// "The South", of a text on South Korea or South Vietnam: the surface of that state; none: there is none, or it is no direction.
std::size_t state_of_direction(const std::vector<Surface>& surfaces, const Surface& surface);

}  // namespace kith::text
