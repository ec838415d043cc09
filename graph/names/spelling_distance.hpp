// How far two words are from one another in spelling.
#pragma once

#include <limits>
#include <string_view>

namespace kith {

// Damerau-Levenshtein distance with weights (optimal string alignment): letters that transliterations confuse (w and v,
// q and k, y and i) cost little, an "h" or a double letter that comes or goes as well, vowels less than consonants.
// 0: equal. Words in lower case of a to z; longer ones than 32 letters are compared by their first 32. Of words that are
// further apart than the limit, any distance above it.
double spelling_distance(std::string_view one, std::string_view other,
                         double limit = std::numeric_limits<double>::infinity());

}  // namespace kith
