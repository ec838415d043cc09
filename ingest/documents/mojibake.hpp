// Text that was UTF-8, was read as Windows-1252 on its way, and was written as UTF-8 again: so texts often come from the
// databases of papers.
//
//     repaired_encoding("Enrique PeÃ±a Nieto said â€œnoâ€")   // Enrique Peña Nieto said “no”
//
// Only what is nothing else is repaired: the letters of Latin alphabets, punctuation and signs.
#pragma once

#include <string>
#include <string_view>

namespace kith {

std::string repaired_encoding(std::string_view utf8);

}  // namespace kith
