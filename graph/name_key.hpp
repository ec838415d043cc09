// Keys under which names are looked up: "Ḥizbu 'llāh" and "hizbu llah" have one key.
#pragma once

#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

// Transliterated to Latin letters without marks, case folded (ICU: Any-Latin; NFKD; fold), punctuation to single
// blanks, without possessive "'s" and a leading "the"; "U.S." becomes "us". Empty for a name without letters or digits.
std::string name_key(std::string_view utf8);

// Key of the goods or role of a claim: name_key with plural endings folded, so that "air-defense capabilities" and
// "air defense capability" are one.
std::string term_key(std::string_view utf8);

// Key of the words for a speaker who has no name: name_key without a determiner before it, so that "a senior official"
// and "The senior official" are one.
std::string unnamed_speaker_key(std::string_view utf8);

}  // namespace kith
