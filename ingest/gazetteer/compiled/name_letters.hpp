// What names of a gazetteer are told by: their letters and digits, with their capitals. Blanks and marks do not count, nor
// those on letters, so that "U.S. Navy" and "US Navy" are one name, "Martí" and "Marti", and "labour" and "Labour" are two.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

std::string name_letters(std::string_view name);

// The same in lower case, letter by letter.
std::string lower_letters(std::string_view letters);

// Whether the family's name comes first in those of the state's persons: "Kim Jong Un".
bool has_family_names_first(std::string_view state);

// Letters that no name has, for somebody of a state by the last name: "0Mexico0Calderon".
std::string last_name_letters(std::string_view state, std::string_view last_name);

// The same of whoever led the state in a year, or does in texts of no date: "0Mexico0Calderon02008".
std::string leader_letters(std::string_view last_name_letters, std::optional<int> year);

// The same of whoever was in office in that year, where family names come first: "0NorthKorea0Kim012018".
std::string office_letters(std::string_view last_name_letters, int year);

// The same of who led the state and is its only person of the name, in whichever year: "0Japan0Abe00".
std::string only_leader_letters(std::string_view last_name_letters);

// One value on every machine and in every version. 64 bits: two of a hundred thousand names meet once in four billion
// gazetteers.
std::uint64_t hash_of_letters(std::string_view letters);

}  // namespace kith
