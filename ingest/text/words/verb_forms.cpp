#include "ingest/text/words/verb_forms.hpp"

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(verbs_tsv)

namespace kith::text {
namespace {

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// "ban", "plan", "stop": one vowel between consonants at the end; "-er", "-en" and "-it" are mostly unstressed.
bool may_double(std::string_view lemma) {
    const std::size_t n = lemma.size();
    return n >= 3 && !is_vowel(lemma[n - 1]) && is_vowel(lemma[n - 2]) && !is_vowel(lemma[n - 3]) &&
           lemma[n - 1] != 'w' && lemma[n - 1] != 'x' && lemma[n - 1] != 'y';
}

bool takes_es(std::string_view lemma) {
    return lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with("x") ||
           lemma.ends_with("z") || lemma.ends_with("o");
}

bool ends_in_consonant_y(std::string_view lemma) {
    return lemma.size() > 2 && lemma.back() == 'y' && !is_vowel(lemma[lemma.size() - 2]);
}

}  // namespace

const VerbForms& VerbForms::builtin() {
    static const VerbForms forms(verbs_tsv());
    return forms;
}

VerbForms::VerbForms(std::string_view table) {
    for (const TsvRow& row : tsv_rows(table, "ingest/text/data/verbs.tsv", 2, 4)) {
        if (row[0] == "irregular" && row.size() == 4) {
            add_irregular(row[1], row[2], row[3]);
        } else if (row[0] == "regular") {
            for (const std::string_view lemma : split(row[1], ' ')) add_regular(lemma);
        } else if (row[0] == "noun") {
            for (const std::string_view lemma : split(row[1], ' ')) mark_noun(lemma);
        } else {
            throw Error(
                row.position(), "not a line of verbs",
                "Begin it with \"irregular\" and give three forms, or with \"regular\" or \"noun\" and give words.");
        }
    }
}

void VerbForms::mark_noun(std::string_view lemma) {
    for (const char* ending : {"", "s", "es"}) {
        if (const auto found = entries_.find(std::string(lemma) + ending); found != entries_.end())
            found->second.also_noun = true;
    }
}

const VerbEntry* VerbForms::find(std::string_view lower) const {
    const auto found = entries_.find(std::string(lower));
    return found == entries_.end() ? nullptr : &found->second;
}

void VerbForms::add(std::string form, std::string_view lemma, VerbForm kind) {
    entries_.try_emplace(std::move(form), VerbEntry{std::string(lemma), kind, false});
}

void VerbForms::add_endings(std::string_view lemma) {
    const std::string word(lemma);
    const std::string stem = word.substr(0, word.size() - 1);
    add(word, lemma, VerbForm::base);
    add(ends_in_consonant_y(lemma) ? stem + "ies" : word + (takes_es(lemma) ? "es" : "s"), lemma, VerbForm::third);
    if (word.ends_with("ie")) {
        add(word.substr(0, word.size() - 2) + "ying", lemma, VerbForm::gerund);
    } else if (word.back() == 'e' && !word.ends_with("ee")) {
        add(stem + "ing", lemma, VerbForm::gerund);
    } else {
        add(word + "ing", lemma, VerbForm::gerund);
        if (may_double(lemma)) add(word + word.back() + "ing", lemma, VerbForm::gerund);
    }
}

void VerbForms::add_regular(std::string_view lemma) {
    const std::string word(lemma);
    add_endings(lemma);
    if (word.back() == 'e') {
        add(word + "d", lemma, VerbForm::past);
    } else if (ends_in_consonant_y(lemma)) {
        add(word.substr(0, word.size() - 1) + "ied", lemma, VerbForm::past);
    } else {
        add(word + "ed", lemma, VerbForm::past);
        if (may_double(lemma)) add(word + word.back() + "ed", lemma, VerbForm::past);
    }
}

void VerbForms::add_irregular(std::string_view lemma, std::string_view past, std::string_view participle) {
    add_endings(lemma);
    add(std::string(past), lemma, VerbForm::past);
    if (past != participle) add(std::string(participle), lemma, VerbForm::participle);
}

}  // namespace kith::text
