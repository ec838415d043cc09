// Who is one, for engines that bring together what many machines have read: the steps of the resolver, each a pure function
// of JSON that says what an engine has gathered and counted. The functions are those that score for a store.
//
//     take_step("limits", {})                                      how much is to be gathered
//     take_step("references", {"lines": [...]})                    whom lines name, with keys by which these may be one
//     take_step("entities", {"references": [...]})                 the entities that references with a key in common make
//     take_step("blocking_keys", {"profiles": [...]})              what entities share with those worth comparing
//     take_step("contradictions", {"profiles": ..., "pairs": ...}) pairs that names or identifiers alone keep apart
//     take_step("scores", ...)                                     how likely pairs are one
//     take_step("joins", ...)                                      of pairs that hang together: who is one
//
// docs/scale.md says what a profile is, which counts it has, and how an engine comes by them; integrations/spark does it.
#pragma once

#include <string_view>

#include "query/export/json.hpp"

namespace kith {

// Throws UnknownWord for a step that there is not, Error for what it cannot use.
Json take_step(std::string_view step, const Json& input);

}  // namespace kith
