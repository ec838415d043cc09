// The claims that an export is about: all that its filter lets pass, or what lies around an entity.
#pragma once

#include <vector>

#include "query/export/graph_stream.hpp"
#include "query/graph_export.hpp"

namespace kith {

// Each gives them in order of their numbers. The store must outlive it. Throws Error where more lies around the entity than one answer may hold.
EachClaim each_asked_claim(const Store& store, const ExportQuestion& question);

EachClaim each_of(const Store& store, std::vector<ClaimId> claims);

}  // namespace kith
