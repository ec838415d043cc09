// Text laid out in columns: how wide it stands in a terminal, cut or wrapped to a width.
//
// Widths follow Unicode's East Asian Width (UAX #11): 哈马斯 takes six columns, a combining accent none. All text that
// comes from a source passes through single_line before it is shown, so that an article cannot send escape sequences
// to a terminal or turn the direction of what follows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace [[gnu::visibility("default")]] kith {

// Columns that the text takes. Bytes that are no UTF-8 count as one each.
std::size_t display_width(std::string_view utf8);

// White space runs become one blank, control and direction characters go, bytes that are no UTF-8 become U+FFFD.
std::string single_line(std::string_view utf8);

// With a capital in front, where it begins with a letter of ASCII.
std::string with_capital(std::string text);

// At most `width` columns, with "…" at the end where something was cut.
std::string shorten(std::string_view utf8, std::size_t width);

// Lines of at most `width` columns, broken at blanks, or inside a word that is longer than a line. The result of
// single_line(utf8) with blanks at the breaks left out; at least one line.
std::vector<std::string> wrap(std::string_view utf8, std::size_t width);

}  // namespace kith
