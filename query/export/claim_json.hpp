// Entities and claims as kith's own JSON, which its readers take exactly as it stands: for the member "kith" of
// FollowTheMoney's objects.
#pragma once

#include "query/export/graph_writer.hpp"
#include "query/export/json.hpp"

namespace kith {

// {"name", "kind", "identifiers", "known_identifiers"}; identifiers where there are any.
Json reference_json(const ExportedEntity& entity);

// All that a claim says beside its ends, with its evidence.
Json details_json(const ExportedClaim& claim);

}  // namespace kith
