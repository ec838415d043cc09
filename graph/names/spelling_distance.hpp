// How far two words are from one another in spelling.
#pragma once

#include <string_view>

namespace kith {

// Damerau-Levenshtein distance with weights (optimal string alignment): letters that transliterations confuse (w and v,
// q and k, y and i) cost little, an "h" or a double letter that comes or goes as well, vowels less than consonants.
// 0: equal. Words in lower case of a to z; longer ones than 64 letters are compared by their first 64.
double spelling_distance(std::string_view one, std::string_view other);

}  // namespace kith
