// Actors that the gazetteer knows.
#pragma once

#include <string_view>

#include "ingest/text/words/document.hpp"

namespace kith::text {

// The entry's actor, which goes by `name`: the entry's own, or the one that the document uses.
Actor known_actor(const GazetteerEntry& entry, std::string_view name);

}  // namespace kith::text
