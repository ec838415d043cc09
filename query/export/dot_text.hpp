// Names and words in GraphViz source: quoted, or as the markup of its labels.
#pragma once

#include <string>
#include <string_view>

#include "graph/entity.hpp"

namespace kith {

// For a quoted string whose escapes GraphViz reads ("\n", "\N") and whose HTML entities it resolves.
std::string escaped(std::string_view text);
std::string escaped_markup(std::string_view text);

// What GraphViz knows an entity by. As text, since a stream may group digits.
std::string node_of(EntityId entity);

}  // namespace kith
