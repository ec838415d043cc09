// Refuses pages built to exhaust an HTML parser before one sees them.
//
// HTML's rules let a small page grow: every <p> under n open <b> gets n copies of them, each tag may search all open
// elements, and each attribute is compared with all others of its tag. Real pages stay far below the bounds.
#pragma once

#include <string>
#include <string_view>

namespace kith {

// Throws UnusableInput where tags nest deeper than 512, one has over 1000 attributes, or the tree would have more than
// some million nodes.
void require_bounded_html(std::string_view html, const std::string& file);

}  // namespace kith
