// The actors of a marked text.
#pragma once

#include <string>
#include <vector>

namespace kith::text {

using List = std::vector<std::string>;

// The actor of each mention: "Russia/state".
List actors_in(const std::string& picture, const std::string& published = "");

}  // namespace kith::text
