// Words that say whether a person is a man or a woman (data/gender_words.tsv): pronouns, titles before the name, nouns, and
// given names that only one of the two bears.
//
//     gender_of_reference(document, the mention "her")   // female
#pragma once

#include <string_view>

#include "ingest/text/words/document.hpp"

namespace kith::text {

enum class Gender { untold, male, female };

// Whether one is a man and the other a woman, so that they are two.
constexpr bool are_two_genders(Gender one, Gender other) {
    return one != Gender::untold && other != Gender::untold && one != other;
}

// Of a pronoun, or of a phrase by its noun: "the spokeswoman".
Gender gender_of_reference(const Document& document, const Mention& reference);

// Of whose somebody is, by the pronoun that the phrase begins with: "her husband" is a woman's.
Gender gender_of_owner(const Document& document, const Mention& reference);

// Of the title before a person's name: "Mrs. Clinton".
Gender gender_of_title(const Document& document, const Mention& name);

// Of a full name, by the given one.
Gender gender_of_name(std::string_view name);

// Whether the word is a given name that only one of the two bears.
bool is_given_name(std::string_view word);

}  // namespace kith::text
