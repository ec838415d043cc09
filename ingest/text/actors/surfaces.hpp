// The names of an article as they are written: how each reads, what the gazetteer knows by it, and which others the text
// says are the same. The first half of finding its actors (ingest/text/actors/actors).
#pragma once

#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// In the order of their first mentions.
std::vector<Surface> surfaces_of(const Document& document);

}  // namespace kith::text
