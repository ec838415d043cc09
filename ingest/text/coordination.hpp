// Coordinations: "Iran, Russia and Syria" is three noun phrases in one place of a clause.
#pragma once

#include "ingest/text/document.hpp"

namespace kith::text {

// The noun phrases joined to the one at `phrase` by commas and conjunctions to its right; `end` becomes the first
// phrase behind them. `limit` is the end of the sentence's phrases.
Argument coordination(const Document& document, std::size_t phrase, std::size_t limit, std::size_t& end);

}  // namespace kith::text
