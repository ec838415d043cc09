#include "ingest/text/actors/same_actor.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

bool contains_run(const std::vector<std::string>& words, const std::vector<std::string>& run) {
    return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

bool ends_with(const std::vector<std::string>& words, const std::vector<std::string>& last) {
    return words.size() > last.size() && std::equal(last.rbegin(), last.rend(), words.rbegin());
}

bool stands_before_of(const std::vector<std::string>& words, const std::vector<std::string>& run) {
    const auto found = std::search(words.begin(), words.end(), run.begin(), run.end());
    const auto behind = found == words.end() ? found : found + static_cast<std::ptrdiff_t>(run.size());
    return behind != words.end() && *behind == "of";
}

// Letters and digits: "9M729", "MH17".
bool is_type_code(std::string_view text) {
    constexpr std::size_t shortest = 4;
    constexpr std::ptrdiff_t fewest_digits = 2;
    return text.size() >= shortest && std::ranges::count_if(text, ascii::is_digit) >= fewest_digits &&
           std::ranges::any_of(text, ascii::is_letter);
}

// No word that many bodies have, as "Bank", and no people: "Korean".
bool is_own_word(const Surface& surface) {
    if (usual_kind(surface) == EntityKind::population_group) return false;
    const NameWords name = words_of_body(surface.text);
    return name.words.size() == 1 && name.words[0].weight >= 1.0;
}

// "Nick Bailey" of Nicholas Bailey, "Pete" of Peter, "Ed Rendell" of Edward G.; but Jon and Jan are two.
bool is_short_form(const Surface& shorter, const Surface& longer) {
    const bool has_initial = longer.words.size() == 3 && longer.words[1].size() <= 2;
    if (are_two_genders(gender_of_name(shorter.text), gender_of_name(longer.text))) return false;
    return shorter.words.size() == 2 && (longer.words.size() == 2 || has_initial) &&
           shorter.words.back() == longer.words.back() &&
           (shorter.words[0].size() + 2 <= longer.words[0].size() || longer.words[0].starts_with(shorter.words[0])) &&
           shorter.words[0].size() < longer.words[0].size() && are_forms_of_one_name(shorter.words[0], longer.words[0]);
}

// "The Hill" of Capitol Hill.
bool is_feature(const Surface& shorter, const Surface& longer) {
    return shorter.words.size() == 1 && longer.words.size() > 1 && longer.entry &&
           longer.words.back() == shorter.words[0] && GenericWords::builtin().feature.contains(shorter.words[0]);
}

// "Observatory" of "Observatory for Human Rights": what the body is, before what it is for.
bool is_head(const std::string& word, const std::vector<std::string>& words) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end() || std::next(found) == words.end()) return false;
    const std::string& next = *std::next(found);
    return next == "for" || next == "of" || next == "on" || next == "against";
}

// "Hospital" and "Hospitals"
bool is_word_or_plural(const std::string& one, const std::string& other) {
    return one == other || one + 's' == other;
}

// "National Force" of "National Public Security Force": without words in its midst, but "of".
bool lacks_words_between(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
    if (shorter.size() < 2 || shorter.size() >= longer.size() || shorter.front() != longer.front() ||
        shorter.back() != longer.back())
        return false;
    auto rest = longer.begin();
    for (const std::string& word : shorter) {
        rest = std::find_if(rest, longer.end(), [&](const std::string& each) { return is_word_or_plural(word, each); });
        if (rest == longer.end()) return false;
        ++rest;
    }
    return true;
}

// "Kent Hospital Trust" and "Kent Hospitals NHS Trust": of three words or more, without some that only say of what sort it is.
bool lacks_qualifiers(const Surface& shorter, const Surface& longer) {
    constexpr std::size_t fewest = 3;
    if (shorter.words.size() < fewest || !lacks_words_between(shorter.words, longer.words)) return false;
    return std::ranges::all_of(longer.words, [&](const std::string& word) {
        return GenericWords::builtin().qualifier.contains(word) ||
               std::ranges::any_of(shorter.words,
                                   [&](const std::string& each) { return is_word_or_plural(each, word); });
    });
}

// "Ada IOP" of the Ada Institute of Politics.
bool has_rest_in_initials(const Surface& shorter, const Surface& longer) {
    if (shorter.words.size() != 2 || longer.words.size() <= 2 || shorter.words[0] != longer.words[0]) return false;
    const std::size_t blank = shorter.text.rfind(' ');
    if (blank == std::string::npos ||
        std::ranges::any_of(shorter.text.substr(blank + 1), [](char c) { return !ascii::is_upper(c); }))
        return false;
    return std::ranges::count(abbreviations_of(longer), shorter.text[0] + shorter.text.substr(blank + 1)) > 0;
}

bool is_official(EntityKind kind) {
    return kind == EntityKind::government_body || kind == EntityKind::international_body;
}

}  // namespace

bool same_person(const Surface& shorter, const Surface& longer) {
    if (shorter.words == longer.words) return true;
    // "Trump" is not Donald Trump Jr., whom the document has for a longer name.
    const bool is_other = shorter.entry && (!longer.entry || longer.entry->number != shorter.entry->number);
    if (is_other && tells_generation(longer.words.back())) return false;
    if (shorter.words.size() == 1) {
        const auto word = std::ranges::find(longer.words, shorter.words[0]);
        if (word == longer.words.end()) return false;
        if (word == longer.words.begin() || !names_parent(*std::prev(word))) return true;
        // "Umm Yusuf" is not Yusuf, but Abu Khattala is who is called Khattala as often.
        return *std::prev(word) == "abu" && shorter.mentions.size() >= longer.mentions.size() && !shorter.entry;
    }
    if (is_short_form(shorter, longer) || is_short_form(longer, shorter)) return true;
    if (shorter.words.size() >= longer.words.size()) return false;
    if (std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin())) return true;
    // "Ana Solis" and "Ana Solis Ortega", but not "Ana Solis Jr."
    if (std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin()))
        return !tells_generation(longer.words[shorter.words.size()]);
    // "Miguel Rivero" and, with his mother's name, "Miguel Angel Rivero Perez"
    if (shorter.words.size() == 2 && longer.words.size() == 4 && shorter.words[0] == longer.words[0] &&
        shorter.words[1] == longer.words[2])
        return true;
    // "Leonel Rivero" of "Miguel Leonel Rivero Perez"
    if (shorter.words.size() == 2 && longer.words.size() == 4 &&
        std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin() + 1))
        return true;
    // "De la Cruz" of "Jose Trinidad de la Cruz Crisoforo"
    if (GenericWords::builtin().small.contains(shorter.words[0]) && contains_run(longer.words, shorter.words))
        return true;
    // "Donald Trump" and "Donald J. Trump", but not "George W. Bush" and "George H. W. Bush"
    if (shorter.words.size() > 2 && shorter.words[1][0] != longer.words[1][0]) return false;
    return shorter.words.front() == longer.words.front() && shorter.words.back() == longer.words.back();
}

bool same_body(const Surface& shorter, const Surface& longer) {
    if (shorter.words.empty() || longer.words.empty()) return false;  // marks alone
    if (shorter.words == longer.words) return true;
    const EntityKind kind = usual_kind(shorter), other = usual_kind(longer);
    if (is_place(kind)) return kind == other && (are_same_place(shorter, longer) || is_feature(shorter, longer));
    // One word of a body of another kind is as easily another's: "Congress", "Bank"; not so "ACAN" of "ACAN Skies", "Pew"
    // of the Pew Research Center, nor "Brotherhood" and "Church" of known ones; and "the Commission", read once as a
    // state's, is the European one. Of a thing its type says all: "9M729".
    const bool telling =
        shorter.words.size() > 1 || is_type_code(shorter.text) ||
        (shorter.words[0] == longer.words[0] && (is_abbreviation(shorter) || is_own_word(shorter))) ||
        (shorter.words[0] == longer.words.back() && longer.entry &&
         (is_own_word(shorter) || shorter.words[0] == "church")) ||
        (is_own_word(shorter) && is_head(shorter.words[0], longer.words)) ||
        (is_official(kind) && is_official(other) && !GenericWords::builtin().is_body_of_states(shorter.words[0]));
    const bool alike = kind == other || (telling && kind_class(kind) == kind_class(other));
    const bool is_owner = is_abbreviation(shorter) && other == EntityKind::international_body &&
                          shorter.words[0] == longer.words[0];  // "EC" of "EC Commission"
    // "The Army" is not the Army Forces Command; "Supreme Court" is the Supreme Court of Cassation.
    const bool is_part = names_body_of_states(shorter) && !ends_with(longer.words, shorter.words) &&
                         !stands_before_of(longer.words, shorter.words);
    if (!alike || is_owner || is_part) return false;
    if (contains_run(longer.words, shorter.words) || has_rest_in_initials(shorter, longer)) return true;
    if (!shorter.entry && !longer.entry && lacks_qualifiers(shorter, longer)) return true;
    const bool is_told_before = longer.mentions.front() < shorter.mentions.front();
    // "Libyan Fighting Group" of the Libyan Islamic Fighting Group
    if (kind == other && kind == EntityKind::armed_group && !shorter.entry && longer.entry &&
        shorter.words.size() > 2 && lacks_words_between(shorter.words, longer.words))
        return true;
    if (kind == other && !shorter.entry && !longer.entry && is_official(kind) && is_told_before &&
        !names_body_of_states(shorter) && lacks_words_between(shorter.words, longer.words))
        return true;
    // "Highfield" of "Highfields Capital"
    if (shorter.words.size() == 1 && kind == other && !shorter.entry && is_own_word(shorter) &&
        longer.words.size() > 1 && longer.words[0] == shorter.words[0] + 's')
        return true;
    // "La Oficina" of "Oficina de Envigado"
    return shorter.words.size() > 1 && GenericWords::builtin().article.contains(shorter.words[0]) &&
           contains_run(longer.words, {shorter.words.begin() + 1, shorter.words.end()});
}

}  // namespace kith::text
