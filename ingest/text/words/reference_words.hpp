// What a reference can stand for, by its last word: "he" for a person, "the city" for a place, "the statement" for nobody.
//
//     may_stand_for(document, the mention "these officials", EntityKind::person)   // false: they are several
//
// The net weighs names by what it has read; that a company is no "he" follows from words alone.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/text/words/document.hpp"

namespace kith::text {

bool may_stand_for(const Document& document, const Mention& reference, EntityKind kind);

// Whether the phrase is somebody whom its owner, named in it, has: "his host", "Washington's allies". He is not the owner.
bool is_of_owner(const Document& document, const Mention& reference);

// The same of somebody whose owner a pronoun tells: "his host".
bool is_of_pronoun(const Document& document, const Mention& reference);

// Whether the reference is a possessive pronoun alone: "our".
bool is_possessive(const Document& document, const Mention& reference);

// "Ally", which nobody is of himself
bool is_of_another(std::string_view word);

// Whether the phrase is somebody's husband or wife.
bool is_spouse(const Document& document, Range phrase);

// The phrase's noun where it is one that names of institutions have, or a title: "the high court", "the prince". Empty: it is none.
std::string_view institution(const Document& document, Range phrase);

// "Prince", before a name
bool is_title(std::string_view word);

// "His party"
bool is_party_of_owner(const Document& document, const Mention& reference);

// The token of the phrase's noun, the last before "of" and the like.
std::size_t noun_of(const Document& document, Range phrase);

// Whether the phrase begins with "a" and is not told of somebody: "a group", but not "it is a group".
bool has_new_article(const Document& document, Range phrase);

// Whether the phrase is, by its noun, somebody new in the text: "a spokesman for the exchange".
bool introduces_somebody(const Document& document, Range phrase);

// The token that says that the phrase is a government: "regime" of "the Assad regime"; none: nothing does.
std::size_t noun_of_government(const Document& document, Range phrase);

// Whether the table has the word: "administration".
bool is_reference_noun(const Token& word);

// Whether the table has the reference's noun: "the group", not "the proxy", which may be anybody's.
bool has_known_noun(const Document& document, const Mention& reference);

}  // namespace kith::text
