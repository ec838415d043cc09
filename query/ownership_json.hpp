// Answers about ownership as JSON; docs/json.md describes them.
#pragma once

#include "query/export/json.hpp"
#include "query/ownership.hpp"

namespace [[gnu::visibility("default")]] kith {

Json json_of(const OwnershipAnswer& answer);

// "blocked", "not_blocked", "undecided".
std::string_view to_string(FiftyPercentRule::Verdict verdict);

}  // namespace kith
