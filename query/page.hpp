// The page that shows a graph in a browser: one HTML file, made of serve/page/ by npm and put into the program.
//
//     page()                          // as `kith serve` gives it: it asks the server
//     page_with(Json{{"ties", ...}})  // as `kith export --format html` writes it: it has its data with it
//
// It names in its Content-Security-Policy the one script and the one style sheet that may run in it, by their hashes, and
// nothing else may: neither a name with markup in it nor anything from outside.
#pragma once

#include <string>
#include <string_view>

#include "query/export/json.hpp"

namespace kith {

std::string_view page();

// The page's Content-Security-Policy, for a header of HTTP as well.
std::string_view policy_of_page();

std::string page_with(const Json& data);

}  // namespace kith
