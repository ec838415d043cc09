// Who judges, in the judgements that kith makes by itself (graph/resolution/duplicates). Nobody else may judge as it.
#pragma once

#include <string_view>

namespace [[gnu::visibility("default")]] kith {

inline constexpr std::string_view automatic_judge = "kith";

}  // namespace kith
