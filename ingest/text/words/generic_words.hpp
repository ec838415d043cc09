// Words that a name has or lacks without being another's (data/generic_words.tsv).
//
//     GenericWords::builtin().place.contains("province")
#pragma once

#include <string_view>
#include <unordered_set>

#include "ingest/text/words/word_lists.hpp"

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
    const WordList& place = lists_.named("place");                      // "Nangarhar Province"
    const WordList& article = lists_.named("article");                  // "El Naya"
    const WordList& body = lists_.named("body");                        // "PKK party"
    const WordList& title = lists_.named("title");                      // "President Calderon"
    const WordList& gang = lists_.named("gang");                        // "the United Nations gang"
    const WordList& mission = lists_.named("mission");                  // "U.S. Embassy in Cairo"
    const WordList& compass = lists_.named("compass");                  // "eastern": no name
    const WordList& building = lists_.named("building");                // "a Radisson hotel"
    const WordList& site = lists_.named("site");                        // "La Vega landfill"
    const WordList& firm = lists_.named("firm");                        // "DJI Technology"
    const WordList& rank = lists_.named("rank");                        // "Army Lt. Col.", as American papers have it
    const WordList& small = lists_.named("small");                      // "Institute of", "for Fiscal Studies"
    const WordList& speaking = lists_.named("speaking");                // "spoke Spanish"
    const WordList& language = lists_.named("language");                // "Spanish-language": no state
    const WordList& origin = lists_.named("origin");                    // "African-American": no state
    const WordList& adjective = lists_.named("adjective");              // "Allied troops": no name
    const WordList& feature = lists_.named("feature");                  // "the Hill"
    const WordList& district = lists_.named("district");                // "Loudoun County"
    const WordList& view = lists_.named("view");                        // "Conservatives"
    const WordList& medium = lists_.named("medium");                    // "Al-Manar TV"
    const WordList& ship = lists_.named("ship");                        // "USS Boxer"
    const WordList& leader = lists_.named("leader");                    // "President Bush"
    const WordList& party = lists_.named("party");                      // "Labour"
    const WordList& other_leader = lists_.named("other_leader");        // "Vice President Bush"
    const WordList& nickname = lists_.named("nickname");                // "Ted" of Edward
    const WordList& tongue = lists_.named("tongue");                    // "in Arabic": no name
    const WordList& speaker = lists_.named("speaker");                  // "Foreign Ministry officials in Tokyo"
    const WordList& contest = lists_.named("contest");                  // "a Wyoming Senate candidate"
    const WordList& american_office = lists_.named("american_office");  // "Gov. Ada Krumm of Washington"
    const WordList& leaning = lists_.named("leaning");                  // "democratic socialism": no name
    const WordList& family_first = lists_.named("family_first");        // "Wang Dong"
    const WordList& thing = lists_.named("thing");                      // "a turkey": no state
    const WordList& seat = lists_.named("seat");                        // "Defence Ministry headquarters in Haifa"
    const WordList& qualifier = lists_.named("qualifier");              // "Kent Local Health Board"
    const WordList& member = lists_.named("member");                    // "Sinaloa bosses"
    const WordList& spouse = lists_.named("spouse");                    // "his wife, Ada"
    const WordList& relative = lists_.named("relative");                // "his wife, Ada Krumm"
};

}  // namespace kith::text
