// Answers as JSON for other programs. docs/json.md describes each; keys keep their order and shapes stay.
#pragma once

#include "query/export/json.hpp"
#include "query/result.hpp"

namespace [[gnu::visibility("default")]] kith {

// In the order of all_entity_kinds().
std::vector<std::string> names_of(const EntityKindSet& kinds);

Json json_of(const Relation& relation);
Json json_of(const Statistics& numbers);
Json json_of(const PathAnswer& answer);
Json json_of(const ClaimsAnswer& answer);
Json json_of(const Profile& profile);
Json json_of(const TimelineAnswer& answer);
Json json_of(const NeighboursAnswer& answer);
Json json_of(const CommonAnswer& answer);
Json json_of(const FragilityAnswer& answer);
Json json_of(const ContradictionsAnswer& answer);
Json json_of(const ReviewAnswer& answer);

}  // namespace kith
