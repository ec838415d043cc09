// The words of a name, made comparable: what is written before and around a name is taken off, and each word told how
// much it says.
//
//     words_of_person("MIRONOV, Viktor Petrovich")         // viktor petrovich mironov; father: petrovich
//     words_of_body("Gazprom Neft, Public Joint Stock Co.") // gazprom neft; legal form: stock
//
// Words are keys as of graph/name_key: Latin letters, folded. Names in Han, Hangul or kana also keep their characters,
// as two that are written differently are two, however alike they sound. The tables are in graph/names/data.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"

namespace kith {

// A name of more words is cut: nobody is called so, and comparing costs their product.
inline constexpr std::size_t most_name_words = 10;

struct NameWord {
    std::string text{};
    double weight = 1.0;  // of 1: particles and words that many bodies share say less
    bool initial = false;
    bool unvowelled = false;  // from a script that does not write short vowels
    bool father = false;      // says whose child: "petrovich", or what stands after "bin"
};

struct NameWords {
    std::vector<NameWord> words{};
    std::string characters{};                  // of a name all in Han, Hangul or kana: as it is written, without blanks
    std::string letters{};                     // all of it, legal form and titles too, without blanks
    std::set<std::string_view> legal_forms{};  // classes of a body's legal forms
    std::vector<int> numbers{};                // "Trust XV", "5th Brigade", "Jr." (2), in order of size
    bool family_name_first = false;            // "Putin, Vladimir"
};

NameWords words_of_person(std::string_view name);
NameWords words_of_body(std::string_view name);
// By the kind: persons, and all others.
NameWords words_of(std::string_view name, EntityKind kind);

// The part of a body's name that is left without the legal form behind it, or before it: "Boeing" of "Boeing Co.", "Gazprom"
// of "Gazprom, Public Joint Stock Company" and "PJSC Gazprom". All of a name without one.
std::string_view without_legal_form(std::string_view name);

// Whether a word tells by itself who is meant: no initial and no particle.
inline bool is_full(const NameWord& word) {
    return word.weight >= 0.5 && !word.initial;
}
std::size_t full_words(const NameWords& name);  // how many

// Whether a word tells one of a family from another of the same name: "Jr.", "III".
bool tells_generation(std::string_view word);

// Whether two given names are forms of one: "dick" and "richard".
bool are_forms_of_one_name(std::string_view one, std::string_view other);

}  // namespace kith
