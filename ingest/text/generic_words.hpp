// Words that a name has or lacks without being another's (data/generic_words.tsv).
//
//     GenericWords::builtin().place.contains("province")
#pragma once

#include <string_view>
#include <unordered_set>

#include "ingest/text/word_lists.hpp"

namespace kith::text {

class GenericWords {
public:
    static const GenericWords& builtin();

    // "attorney general's office": most states have one (data/state_bodies.tsv). In lower case.
    bool is_body_of_states(std::string_view words) const { return state_bodies_.contains(words); }

private:
    GenericWords();

    WordLists lists_;
    std::unordered_set<std::string_view> state_bodies_;

public:
    const WordList& place;         // "Nangarhar Province"
    const WordList& article;       // "El Naya"
    const WordList& body;          // "PKK party"
    const WordList& title;         // "President Calderon"
    const WordList& gang;          // "the United Nations gang"
    const WordList& mission;       // "U.S. Embassy in Cairo"
    const WordList& compass;       // "eastern": no name
    const WordList& site;          // "La Vega landfill"
    const WordList& firm;          // "DJI Technology"
    const WordList& rank;          // "Army Lt. Col.", as American papers have it
    const WordList& small;         // "Institute of", "for Fiscal Studies"
    const WordList& speaking;      // "spoke Spanish"
    const WordList& language;      // "Spanish-language": no state
    const WordList& origin;        // "African-American": no state
    const WordList& adjective;     // "Allied troops": no name
    const WordList& feature;       // "the Hill"
    const WordList& district;      // "Loudoun County"
    const WordList& view;          // "Conservatives"
    const WordList& medium;        // "Al-Manar TV"
    const WordList& ship;          // "USS Boxer"
    const WordList& leader;        // "President Bush"
    const WordList& party;         // "Labour"
    const WordList& other_leader;  // "Vice President Bush"
    const WordList& nickname;      // "Ted" of Edward
};

}  // namespace kith::text
