// What a user types to search texts, as an expression of SQLite's FTS5.
//
//     drones Caspian             both words, anywhere in a sentence
//     "Caspian Sea"              a phrase
//     dron*                      words that begin so
//     drones OR missiles, (a OR b) NOT c
//
// All words are quoted, so that nothing a user types is an error: where operators or brackets make no sense, they are
// words like others ("AND" is searched for), and a quotation mark that is not closed is left out.
#pragma once

#include <string>
#include <string_view>

namespace kith {

// Throws UnknownWord where there is no word at all.
std::string full_text_query(std::string_view typed);

}  // namespace kith
