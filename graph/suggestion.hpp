// "Did you mean": names that look like a misspelt one.
#pragma once

#include <cstddef>
#include <string_view>

namespace kith {

// Restricted Damerau-Levenshtein distance (insert, delete, replace, swap neighbours), in bytes; `most` + 1 where it is
// larger than that. Ukkonen's band (1985): time grows with most times the length.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

// The distance at which a word of this length still looks like another: 1 for short ones, 3 for long ones.
std::size_t largest_suggested_distance(std::size_t length);

}  // namespace kith
