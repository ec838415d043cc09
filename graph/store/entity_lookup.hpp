// Whom a name means: exact aliases first, then surnames, then "did you mean".
//
//     look_up_entity(store, "Assad").matches      // Bashar al-Assad, though no text says "Assad" alone
//     look_up_entity(store, "Hezbolla").suggestions  // Hezbollah
//
// An exact alias costs one index look-up; only without one are all aliases read.
#pragma once

#include <string_view>

#include "graph/store/store.hpp"

namespace kith {

EntityLookup look_up_entity(const Store& store, std::string_view name);

}  // namespace kith
