// Overviews as JSON for other programs; docs/json.md describes each.
#pragma once

#include "query/export/json.hpp"
#include "query/overview.hpp"

namespace [[gnu::visibility("default")]] kith {

Json json_of(const RankAnswer& answer);
Json json_of(const CommunitiesAnswer& answer);
Json json_of(const ComponentsAnswer& answer);

}  // namespace kith
