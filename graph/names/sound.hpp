// The consonants that spellings of a word keep: a coarse key, for finding words worth comparing.
//
//     sound_of("qaddafi") == sound_of("gaddafi")  // "ktv"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/names/name_words.hpp"

namespace kith {

// Of a word in lower case of a to z; one of vowels alone is its own.
std::string sound_of(std::string_view word);

// What a name shares with all that are worth comparing with it.
struct NameSounds {
    std::vector<std::size_t> words;  // hashes of the sounds of its full words, in order of size
    std::size_t letters = 0;         // of all its letters together; 0: none
    char first = 0;                  // its first letter; 0: none
    bool single = false;             // it has one word: it may be an acronym
};
NameSounds sounds_of(const NameWords& name);

// Whether two names may be one's: they share a word's sound or all letters, or one may be the other's acronym. Says yes of
// some that are not.
bool may_be_alike(const NameSounds& one, const NameSounds& other);

}  // namespace kith
