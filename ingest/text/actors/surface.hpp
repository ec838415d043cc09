// A name of an article as it is written: how it reads, what the gazetteer knows by it, and which other the text says is the
// same (ingest/text/actors/surfaces). What names alone tell of themselves stands here, too.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/text/words/document.hpp"

namespace kith::text {

// A name as it is written, however often: all its mentions that the net takes alike, for a person or not.
struct Surface {
    std::string text;                // with single blanks, without "the"
    std::vector<std::string> words;  // in lower case, without marks and "and"
    std::string initials;            // capitals of its words: "PMF"
    std::string all_initials;        // ... with those of its small words, but for "the" and "and": "COA"
    bool person = false;
    std::vector<MentionIndex> mentions;
    std::map<std::string, std::size_t> kinds;  // of the mentions, in the net's words
    std::optional<GazetteerEntry> entry;
    bool demonym = false;
    bool indirect =
        false;  // the entry has not this name: it lacks the legal form ("Boeing Co."), has a state ("Army") or capitals
    std::size_t same = none;  // a longer or earlier surface that the text says is the same, or
    bool variant = false;     // ... of which this is another form, whichever is longer (ingest/text/actors/variants)
    ActorIndex actor;
};

// The entity kind for the net's word. A nationality that is no state's ("Kurds") is a group of people.
EntityKind entity_kind(std::string_view word);

// What most of its mentions are read as, in the net's word and as a kind.
const std::string& usual_reading(const Surface& surface);
EntityKind usual_kind(const Surface& surface);

// An organisation of any sort; a state or a place.
inline bool is_body(EntityKind kind) {
    return kind_class(kind) == kind_class(EntityKind::organisation);
}
inline bool is_firm(EntityKind kind) {  // or a paper, which is one as often
    return kind == EntityKind::company || kind == EntityKind::media;
}
inline bool is_place(EntityKind kind) {
    return kind_class(kind) == kind_class(EntityKind::place);
}

// Surfaces by what they are told by.
using SurfacesByText = std::unordered_map<std::string_view, std::size_t>;
// Those that are no persons by their texts, the first of each; the surfaces keep their texts.
SurfacesByText things_by_text(const std::vector<Surface>& surfaces);
// Notes who is told so; none, where two are.
void note_only(SurfacesByText& told, std::string_view text, std::size_t index);

// Whether something is there, or somebody goes there: "in Oslo", "to Oslo".
bool stands_as_place(const Document& document, MentionIndex mention);

// Whether it is a known party that goes by words of many parties, or by a view: "Labour", "conservatives".
bool is_general_party(const Surface& surface);

// Whether it is a party by words that many have, whoever knows it: "Green Party".
bool is_general_name_of_party(const Surface& surface);

// Whether its words are those of a body that most states have: "Army", also where it has been found to be Chile's.
bool names_body_of_states(const Surface& surface);

// Whether behind the word stands whose mother, father or son somebody is: "Umm", "Abu".
bool names_parent(std::string_view word);

// Where capitals tell little.
bool stands_in_heading(const Document& document, MentionIndex mention);

// Whether somebody's words stand behind it, in an interview or a transcript: "AC: We asked.", "How come? AC: We asked."
bool opens_line(const Document& document, MentionIndex mention);

// What stands behind a comma where the name first stands, in lower case: "a" of "Dave, a miner". Empty: no comma follows.
std::string_view word_behind_comma(const Document& document, const Surface& surface);

// "Mohamed, 34", a witness
bool tells_age(const Document& document, const Surface& surface);

// Makes the net's reading of the second that of the first.
void take_reading(const Surface& from, Surface& surface);

// One word, mostly of capitals: "PMF", "DoD", "N.A.A.C.P."
bool is_abbreviation(const Surface& surface);

// The capitals that the text begins with and that stand behind one of the marks.
std::string capitals_behind(std::string_view text, std::string_view marks);

// What a name of several words may be called by its initials: "DoD"'s capitals, "COA" of the Council of the Americas, "NNA"
// of Lebanon's National News Agency, "MHI" of Mitsubishi Heavy Industries Ltd., "USMC", "BUE" of Banque de l'Union Europeenne
std::vector<std::string> abbreviations_of(const Surface& full);
std::string without_dots(std::string text);

// The letters of a name without "The" and ".com": of a paper and its page.
std::string web_name(std::string_view text);

// Whether the names of two places differ in generic words alone, or one tells where it lies: "Nangarhar" and "Nangarhar
// Province", "Newtown" and "Newtown, Conn.", "Ft. Worth" and "Fort Worth"
bool are_same_place(const Surface& one, const Surface& other);

}  // namespace kith::text
