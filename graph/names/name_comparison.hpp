// How alike two names are, and in what they differ.
//
//     compare_names("Volodymyr Zelensky", "Wolodymyr Selenskyj", EntityKind::person)   // 0.9: "spelling"
//     compare_names("Gazprom", "Gazprom Neft", EntityKind::company)                    // 0.1: "a word more"
//
// Words are paired one to one: equal ones, forms of one given name, an initial with its name, words that were joined or
// parted, words spelt alike. What the pairs cost, and what is left on either side, are features of a logistic
// regression; its weights are in graph/names/data/name_weights.tsv, fitted by training/names (docs/design.md: which data).
// The score says that the names can be one actor's, not that they are: two people share "John Smith".
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"
#include "graph/names/name_words.hpp"

namespace kith {

// From which score on two names count as one name.
inline constexpr double same_name_score = 0.58;

enum class NameFeature : std::size_t {
    edits,          // letters changed in paired words; what transliterations confuse counts less than one
    edit_share,     // of all letters
    worst_word,     // the largest share of one word's letters
    swapped,        // words left on both sides: the smaller sum of their weights
    surplus,        // words left on the side that has more of them: the rest of its weight
    surplus_share,  // of that side
    single,         // the name with fewer words has one only, the other more
    initials,       // paired with a name
    forms,          // forms of one given name
    joined,         // words that are two on the other side
    reordered,      // persons: pairs that stand in another order, save where a comma says so
    fathers,        // persons: both say whose child, and differ
    legal_form,     // bodies: both have one, of another class
    no_legal_form,  // bodies: one has one
    numbers,        // not the same numbers; of persons: the one is the younger, or the third
    acronym,        // bodies: one is the initials of the other
    count
};

using NameFeatures = std::array<double, static_cast<std::size_t>(NameFeature::count)>;

struct NameComparison {
    double score = 0.0;  // 0 to 1
    NameFeatures features{};
    bool same_words = false;   // nothing but order, case, marks, titles and legal forms differs
    bool first_agree = false;  // the first words stand for one another; after a comma was heeded, given names
    bool last_agree = false;   // the last words, after a comma was heeded, stand for one another
    int telling = 0;           // pairs of words that not many share
};

NameComparison compare_names(const NameWords& one, const NameWords& other, bool persons);
NameComparison compare_names(std::string_view one, std::string_view other, EntityKind kind);

// What differs, in words: "spelling, a word more". Empty: nothing.
std::string in_words(const NameComparison& comparison);

std::string_view to_string(NameFeature feature);

}  // namespace kith
