// Whether the text itself says that two names are one's.
//
//     "the Popular Mobilization Forces (PMF)"   "Dairo Úsuga, alias \"Otoniel\""   "Facebook, now Meta"
//     "El Chango, The Monkey"
#pragma once

#include <string_view>

#include "ingest/text/words/document.hpp"

namespace kith::text {

enum class SameName {
    unsaid,
    as_handle,    // "Ada Krumm (@KrummNews)"
    in_brackets,  // the second stands alone in brackets behind the first: as a rule another name, but Paris (France)
    in_words,     // data/same_name.tsv
    renamed,      // in words that tell a new name or an old one of a body, and of a person something else
};

// Of two names of the document, the first of which stands before the second with no other name between them.
SameName says_same_name(const Document& document, Range first, Range second);

// Whether the second is one more of somebody's other names, behind one: `alias "El Teo" or "The Fat Man"`.
bool tells_another_name(const Document& document, Range first, Range second);

// Whether the letters stand in the name one behind the other, the first at its beginning, in capitals or not: "BACRIM" in
// "bandas criminales".
bool are_letters_of(std::string_view letters, std::string_view name);

// Where the bracket opens behind whose name the abbreviation stands: "Red Front (Frente Rojo -- FR)". None: it does not end
// such a bracket, of several words and a dash or a comma.
std::size_t opening_of_translation(const Document& document, Range abbreviation);

}  // namespace kith::text
