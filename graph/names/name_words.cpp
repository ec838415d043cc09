#include "graph/names/name_words.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "graph/names/spelling_distance.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(name_words_tsv)
KITH_EMBEDDED(company_forms_tsv)
KITH_EMBEDDED(nicknames_tsv)

namespace kith {

namespace {

constexpr double particle_weight = 0.2;
constexpr double general_weight = 0.5;
constexpr double place_weight = 1.5;
constexpr std::size_t shortest_leading_form = 3;  // capitals: "AS Roma" is no stock company
constexpr std::size_t shortest_misspelt = 10;     // letters of a legal form that is known with one of them wrong

using Words = std::unordered_set<std::string_view>;

// The tables, read once. Views into the embedded text.
struct Tables {
    Words titles, offices, generations, suffixes, particles, parents, kunyas, patronymics, fillers, general, places;
    std::unordered_map<std::string_view, std::string_view> same;
    std::unordered_map<std::string_view, std::vector<std::string_view>> abbreviations;
    std::unordered_map<std::string_view, int> numbers;
    std::unordered_map<std::string_view, std::string_view> legal_forms;  // form, of one or more words: its class
    std::size_t longest_form = 0;                                        // in words
    Words form_ends;                                                     // last words of the forms
    std::unordered_multimap<std::string_view, std::size_t> name_forms;   // a given name: lines it stands in

    static const Tables& builtin() {
        static const Tables tables;
        return tables;
    }

    // Long forms also where a letter is wrong: "joynt stock company".
    auto find_legal_form(std::string_view words) const {
        const auto found = legal_forms.find(words);
        if (found != legal_forms.end() || words.size() < shortest_misspelt) return found;
        return std::ranges::find_if(legal_forms, [&](const auto& form) {
            return form.first.size() >= shortest_misspelt && form.first.front() == words.front() &&
                   form.first.size() + 1 >= words.size() && words.size() + 1 >= form.first.size() &&
                   spelling_distance(form.first, words, 1.0) <= 1.0;
        });
    }

private:
    Tables() {
        const std::string file = "graph/names/data/name_words.tsv";
        const std::map<std::string_view, Words*> lists{{"title", &titles},
                                                       {"office", &offices},
                                                       {"generation", &generations},
                                                       {"suffix", &suffixes},
                                                       {"particle", &particles},
                                                       {"parent", &parents},
                                                       {"kunya", &kunyas},
                                                       {"patronymic", &patronymics},
                                                       {"filler", &fillers},
                                                       {"general", &general},
                                                       {"place", &places}};
        for (const TsvRow& row : tsv_rows(name_words_tsv(), file, 2, 2)) {
            const std::vector<std::string_view> words = split(row[1], ' ');
            if (const auto list = lists.find(row[0]); list != lists.end()) {
                list->second->insert(words.begin(), words.end());
            } else if (row[0] == "same") {
                for (const std::string_view word : words) same.emplace(word, words.front());
            } else if (row[0] == "abbreviation") {
                abbreviations.emplace(words.front(), std::vector(words.begin() + 1, words.end()));
            } else if (row[0] == "number") {
                int value = 0;
                std::from_chars(words[0].data(), words[0].data() + words[0].size(), value);
                for (const std::string_view word : words) numbers.emplace(word, value);
            } else {
                throw Error(row.position(), "there is no list \"" + std::string(row[0]) + '"');
            }
        }
        for (const TsvRow& row : tsv_rows(company_forms_tsv(), "graph/names/data/company_forms.tsv", 2, 2)) {
            for (const std::string_view form : split(row[1], '|')) {
                legal_forms.emplace(form, row[0]);
                const std::vector<std::string_view> words = split(form, ' ');
                longest_form = std::max(longest_form, words.size());
                form_ends.insert(words.back());
            }
        }
        std::size_t line = 0;
        for (const TsvRow& row : tsv_rows(nicknames_tsv(), "graph/names/data/nicknames.tsv", 1, 1)) {
            for (const std::string_view form : split(row[0], ' ')) name_forms.emplace(form, line);
            ++line;
        }
    }
};

// How a name is written.
struct Writing {
    std::string characters{};  // of a name all in Han, Hangul or kana, without blanks and marks
    bool unvowelled = false;   // in Arabic or Hebrew letters
};

Writing writing_of(std::string_view utf8) {
    Writing writing;
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    icu::UnicodeString characters;
    bool other = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 point = text.char32At(i);
        if (!u_isalpha(point)) continue;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(point, &status);
        writing.unvowelled = writing.unvowelled || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
        if (script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_HIRAGANA ||
            script == USCRIPT_KATAKANA) {
            characters.append(point);
        } else {
            other = true;
        }
    }
    if (!other) characters.toUTF8String(writing.characters);
    return writing;
}

// In lower case; "S.A." is "sa".
std::string ascii_letters(std::string_view word) {
    std::string letters;
    for (const char c : word) {
        if (ascii::is_letter(c)) letters += ascii::lower(c);
    }
    return letters;
}

std::vector<std::string> key_words(std::string_view name) {
    const std::string key = name_key(name);
    std::vector<std::string> words;
    for (const std::string_view word : split(key, ' ')) {
        if (words.size() == most_name_words) break;
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

bool is_patronymic(std::string_view word, const Tables& tables) {
    return word.size() > 6 &&
           std::ranges::any_of(tables.patronymics, [&](std::string_view end) { return word.ends_with(end); });
}

// A number in digits, as an ordinal too, in Roman numerals or in words.
std::optional<int> number_of(std::string_view word, const Tables& tables) {
    if (const auto found = tables.numbers.find(word); found != tables.numbers.end()) return found->second;
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc()) return std::nullopt;
    const std::string_view rest(end, static_cast<std::size_t>(word.data() + word.size() - end));
    const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return ordinal ? std::optional(value) : std::nullopt;
}

// Takes the numbers out of a body's words; "forty four" is one. A single letter is a Roman numeral only at the end.
std::vector<int> take_numbers(std::vector<std::string>& words, const Tables& tables) {
    std::vector<int> numbers;
    std::vector<std::string> kept;
    bool after_tens = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool letter = words[i].size() == 1 && ascii::is_letter(words[i][0]);
        const auto number = letter && (i == 0 || i + 1 < words.size()) ? std::nullopt : number_of(words[i], tables);
        if (!number) {
            kept.push_back(words[i]);
        } else if (after_tens && *number < 10) {
            numbers.back() += *number;
        } else {
            numbers.push_back(*number);
        }
        after_tens = number && *number >= 20 && *number < 100 && *number % 10 == 0;
    }
    if (kept.empty()) return {};
    words = std::move(kept);
    std::ranges::sort(numbers);
    return numbers;
}

// Takes the legal forms off, the longest first, wherever they stand, and gives their classes: "JSC Alpha Corporation" has
// two. A name that is nothing else keeps its words.
std::set<std::string_view> take_legal_forms(std::vector<std::string>& words, const Tables& tables) {
    std::set<std::string_view> forms;
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t taken = 0;
        for (std::size_t count = std::min(tables.longest_form, words.size() - i); count > 0 && taken == 0; --count) {
            std::string joined = words[i];
            for (std::size_t j = 1; j < count; ++j) joined += ' ' + words[i + j];
            const auto found = tables.find_legal_form(joined);
            // A short form within a name may be a word of it: "AS Roma" has one, "sa" of a place none.
            if (found == tables.legal_forms.end() || (count == 1 && i > 0 && i + 1 < words.size() && joined.size() < 3))
                continue;
            forms.insert(found->second);
            taken = count;
        }
        if (taken == 0) {
            kept.push_back(words[i]);
            taken = 1;
        }
        i += taken;
    }
    if (!kept.empty()) words = std::move(kept);
    return forms;
}

// "Igor Sech1n": digits that stand for letters in a person's name, to pass by whoever compares names.
void read_digits_as_letters(std::string& word) {
    constexpr std::string_view digits = "013456789", letters = "oieasbtbg";
    if (std::ranges::none_of(word, ascii::is_letter)) return;
    for (char& c : word) {
        const std::size_t digit = digits.find(c);
        if (digit != digits.npos) c = letters[digit];
    }
}

// "Abu Bakr" is one word, as "Abubakr".
void join_kunyas(std::vector<std::string>& words, const Tables& tables) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (!tables.kunyas.contains(words[i])) continue;
        words[i] += words[i + 1];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

// "Abd al-Aziz", "Abdel Aziz" and "Abdul Aziz" alike: the article belongs to what is served.
void join_servants(std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const std::string& article = words[i + 1];
        if (words[i] == "abd" && article.size() == 2 &&
            (article.front() == 'a' || article == "el" || article == "ul")) {
            words[i] = "abdul";
            words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
    }
    for (std::string& word : words) {
        if (word == "abdel" || word == "abdal" || word == "abdol") word = "abdul";
    }
}

}  // namespace

NameWords words_of_person(std::string_view name) {
    const Tables& tables = Tables::builtin();
    NameWords result;
    const Writing writing = writing_of(name);
    result.characters = writing.characters;
    const std::size_t comma = name.find(',');
    result.family_name_first = comma != std::string_view::npos;
    std::vector<std::string> words = key_words(name);
    for (const std::string& word : words) result.letters += word;
    if (result.family_name_first) {
        const std::size_t family = key_words(name.substr(0, comma)).size();
        if (family < words.size()) std::ranges::rotate(words, words.begin() + static_cast<std::ptrdiff_t>(family));
    }
    while ((words.size() > 2 && tables.titles.contains(words.front())) ||
           (words.size() > 1 && tables.offices.contains(words.front())))
        words.erase(words.begin());
    for (std::string& word : words) read_digits_as_letters(word);
    join_servants(words);
    join_kunyas(words, tables);
    // "Jr." also within: "TRUMP, Donald Jr."
    for (std::size_t i = words.size(); i-- > 1;) {
        const bool last = i + 1 == words.size();
        const bool suffix = tables.generations.contains(words[i]) || tables.suffixes.contains(words[i]);
        if (!suffix || (!last && !words[i].starts_with('j'))) continue;
        if (const auto number = number_of(words[i], tables)) result.numbers.push_back(*number);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
    std::ranges::sort(result.numbers);
    // The first word is a given name, also where others are called "Ben" and "Al" for their fathers and clans.
    bool after_parent = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (i > 0 && i + 1 < words.size() && tables.parents.contains(word)) {
            after_parent = true;
            continue;
        }
        NameWord each{word};
        each.initial = word.size() == 1;
        each.unvowelled = writing.unvowelled;
        if (i > 0 && !each.initial && tables.particles.contains(word)) {
            each.weight = particle_weight;
        } else {
            each.father = after_parent || is_patronymic(word, tables);
            after_parent = false;
        }
        result.words.push_back(std::move(each));
    }
    return result;
}

NameWords words_of_body(std::string_view name) {
    const Tables& tables = Tables::builtin();
    NameWords result;
    result.characters = writing_of(name).characters;
    std::vector<std::string> words = key_words(name);
    for (const std::string& word : words) result.letters += word;
    result.legal_forms = take_legal_forms(words, tables);
    result.numbers = take_numbers(words, tables);
    const bool only_filler =
        std::ranges::all_of(words, [&](const std::string& word) { return tables.fillers.contains(word); });
    for (std::string& word : words) {
        if (!only_filler && tables.fillers.contains(word)) continue;
        if (const auto same = tables.same.find(word); same != tables.same.end()) word = same->second;
        if (const auto full = tables.abbreviations.find(word); full != tables.abbreviations.end()) {
            for (const std::string_view part : full->second) result.words.push_back({std::string(part)});
            continue;
        }
        NameWord each{std::move(word)};
        if (tables.general.contains(each.text)) each.weight = general_weight;
        if (tables.places.contains(each.text)) each.weight = place_weight;
        result.words.push_back(std::move(each));
    }
    return result;
}

std::string_view without_legal_form(std::string_view name) {
    const Tables& tables = Tables::builtin();
    std::string_view before = name, bare = name;
    std::string form;
    for (std::size_t count = 0; count < tables.longest_form; ++count) {
        const std::size_t blank = before.find_last_of(' ');
        if (blank == before.npos) break;
        const std::string word = ascii_letters(before.substr(blank + 1));
        if (count == 0 && !tables.form_ends.contains(word)) break;
        before = before.substr(0, before.find_last_not_of(" ,", blank) + 1);
        if (!word.empty()) form.insert(0, form.empty() ? word : word + ' ');
        if (!before.empty() && tables.legal_forms.contains(form)) bare = before;
    }
    if (bare.size() < name.size()) return tables.legal_forms.contains(ascii_letters(bare)) ? name : bare;
    const std::size_t blank = name.find(' ');
    const std::string_view first = name.substr(0, blank);
    const bool is_form = first.size() >= shortest_leading_form && std::ranges::all_of(first, ascii::is_upper) &&
                         tables.legal_forms.contains(ascii_letters(first));
    if (blank == name.npos || !is_form) return name;
    return name.substr(std::min(name.find_first_not_of(' ', blank), name.size()));
}

NameWords words_of(std::string_view name, EntityKind kind) {
    return kind == EntityKind::person ? words_of_person(name) : words_of_body(name);
}

std::size_t full_words(const NameWords& name) {
    return static_cast<std::size_t>(std::ranges::count_if(name.words, is_full));
}

bool tells_generation(std::string_view word) {
    return Tables::builtin().generations.contains(ascii_letters(word));
}

bool are_forms_of_one_name(std::string_view one, std::string_view other) {
    const auto& forms = Tables::builtin().name_forms;
    const auto [begin, end] = forms.equal_range(one);
    const auto [other_begin, other_end] = forms.equal_range(other);
    return std::any_of(begin, end, [&](const auto& form) {
        return std::any_of(other_begin, other_end, [&](const auto& each) { return each.second == form.second; });
    });
}

}  // namespace kith
