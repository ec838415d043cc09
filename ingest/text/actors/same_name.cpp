#include "ingest/text/actors/same_name.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/words/unicode.hpp"

KITH_EMBEDDED(same_name_tsv)

namespace kith::text {
namespace {

constexpr std::size_t most_words = 8;  // between the names, marks among them

// What the words between two names say, by the words.
using Phrases = std::unordered_map<std::string, SameName>;

const Phrases& phrases() {
    static const Phrases built_in = [] {
        const std::string file = "ingest/text/data/same_name.tsv";
        Phrases read;
        for (const TsvRow& row : tsv_rows(same_name_tsv(), file, 2, 2)) {
            if (row[0] != "any" && row[0] != "renamed")
                throw Error(row.position(), "\"" + std::string(row[0]) + "\" is neither any nor renamed", "");
            read.emplace(row[1], row[0] == "any" ? SameName::in_words : SameName::renamed);
        }
        return read;
    }();
    return built_in;
}

// Single ones, too.
bool is_any_quotation_mark(const Token& token) {
    const std::int32_t mark = code_point_at(token.lower, 0).value;
    constexpr std::array<std::int32_t, 9> marks{'"', '\'', U'“', U'”', U'‘', U'’', U'«', U'»', U'„'};
    return std::ranges::find(marks, mark) != marks.end();
}

// Behind a second name of a person's stands no noun that it only belongs to: "formerly Putin's cook".
bool is_whole(const Document& document, Range name) {
    return name.end >= document.tokens.size() ||
           !(document.tokens[name.end].lower == "'s" || document.tokens[name.end].tag == Tag::possessive);
}

bool opens(std::string_view mark) {
    return mark == "(" || mark == "[" || mark == "<";
}

bool closes(std::string_view mark) {
    return mark == ")" || mark == "]" || mark == ">";
}

// Whether the token is the first letters of the name's words, or an acronym that has others too, and a bracket closes behind.
bool is_closing_abbreviation(const Document& document, Range name, std::size_t at) {
    if (at + 1 >= document.tokens.size() || !closes(document.tokens[at + 1].lower)) return false;
    std::string initials;
    for (std::size_t i = name.begin; i < name.end; ++i) {
        if (document.tokens[i].capital) initials += document.tokens[i].lower.front();
    }
    std::string letters = document.tokens[at].lower;
    std::erase(letters, '.');
    if (initials.size() > 1 && letters == initials) return true;
    constexpr std::size_t shortest = 3;
    return document.tokens[at].all_caps && letters.size() >= shortest && name.size() > 1 &&
           are_letters_of(letters, document.text(name));
}

// Behind a dash may stand a shorter name: "(Frente de Convergencia Nacional - FCN-Nacion)", and behind a comma another:
// "(... - AGC, also known as the Urabenos)". Where the bracket closes.
std::size_t bracket_after_dash(const Document& document, std::size_t dash) {
    constexpr std::size_t most_tokens = 4, most_behind = 12;
    std::size_t i = dash + 1;
    while (i < document.tokens.size() && i <= dash + most_tokens &&
           (document.tokens[i].capital || is_dash(document.tokens[i])))
        ++i;
    if (i < document.tokens.size() && document.tokens[i].lower == ",") {
        const std::size_t last = std::min(document.tokens.size(), i + most_behind);
        while (i < last && !closes(document.tokens[i].lower) && document.tokens[i].lower != ".") ++i;
    }
    return i < document.tokens.size() && closes(document.tokens[i].lower) ? i : dash;
}

// "(SNSP, for its initials in Spanish)": where the bracket closes; else `behind`, where the abbreviation ends.
std::size_t bracket_after_initials(const Document& document, std::size_t behind) {
    constexpr std::size_t most_tokens = 8;
    bool told = false;
    for (std::size_t i = behind; i < std::min(document.tokens.size(), behind + most_tokens); ++i) {
        const std::string& word = document.tokens[i].lower;
        if (closes(word)) return told ? i : behind;
        told = told || word == "initials" || word == "acronym" || word == "abbreviation";
    }
    return behind;
}

// "El Chango, The Monkey"
bool is_translated_nickname(const Document& document, Range first, Range second) {
    const std::vector<Token>& tokens = document.tokens;
    const std::string& article = tokens[first.begin].lower;
    const bool spanish = article == "el" || article == "la" || article == "los" || article == "las";
    const std::size_t the = tokens[second.begin].lower == "the" ? second.begin : second.begin - 1;
    return spanish && first.size() > 1 && tokens[first.end].lower == "," && the == first.end + 1 &&
           tokens[the].lower == "the" && tokens[the].capital;
}

// "(@KrummNews)", with the mark in the name or before it
bool is_handle_in_brackets(const Document& document, Range first, Range second) {
    const std::vector<Token>& tokens = document.tokens;
    std::size_t i = first.end;
    if (i >= second.begin || !opens(tokens[i].lower)) return false;
    if (++i < second.begin && tokens[i].lower == "@") ++i;
    const bool marked = tokens[i - 1].lower == "@" || tokens[i].lower.starts_with('@');
    return i == second.begin && marked && second.end < tokens.size() && closes(tokens[second.end].lower);
}

// "Known by the militants as", "known to her friends as"
bool is_known_by_others(std::string_view words) {
    return words.ends_with(" as") &&
           (words.starts_with("known by ") || words.starts_with("known to ") || words.starts_with("known among "));
}

// "Whose preconversion name was", "'s real name is": one word, of a name that is no brother's.
bool is_other_name(std::string_view words) {
    const bool is_owner = words.starts_with("whose ") || words.starts_with("'s ");
    const std::size_t noun = words.ends_with(" name is")    ? words.size() - std::string_view(" name is").size()
                             : words.ends_with(" name was") ? words.size() - std::string_view(" name was").size()
                                                            : 0;
    const std::size_t blank = words.find(' ');
    if (!is_owner || noun <= blank + 1) return false;
    constexpr std::array<std::string_view, 9> sorts{"real",  "full",     "birth",         "given", "true",
                                                    "legal", "original", "preconversion", "actual"};
    return std::ranges::find(sorts, words.substr(blank + 1, noun - blank - 1)) != sorts.end();
}

// "Known as Krumm, or Alten", ", also known as Krumm and Alten": another name behind one that is said to be one. But "two men
// known as Krumm and Alten" are two.
bool is_one_of_names_told(const Document& document, Range first, Range second, const std::string& words) {
    const std::vector<Token>& tokens = document.tokens;
    if (first.begin < 3 || tokens[first.begin - 1].lower != "as" || tokens[first.begin - 2].lower != "known")
        return false;
    const std::size_t also = tokens[first.begin - 3].lower == "also" ? 1 : 0;
    const bool is_apposition = first.begin >= 3 + also && tokens[first.begin - 3 - also].lower == ",";
    const bool is_beside = words == "and" && second.begin == first.end + 1;  // "known as Krumm, and Ada Alten"
    return words == "or" || (is_beside && is_apposition);
}

// `Jose Luna Pereira, or "Chepe Luna",`: in quotation marks behind a whole name.
bool is_nickname_told(const Document& document, Range first, Range second, const std::string& words) {
    return words == "or" && first.size() > 1 && document.tokens[first.end].lower == "," &&
           is_any_quotation_mark(document.tokens[second.begin - 1]) && second.end < document.tokens.size() &&
           (is_any_quotation_mark(document.tokens[second.end]) || document.tokens[second.end].lower == ",");
}

}  // namespace

bool are_letters_of(std::string_view letters, std::string_view name) {
    const auto are_same = [](char one, char other) { return ascii::lower(one) == ascii::lower(other); };
    if (letters.empty() || name.empty() || !are_same(letters.front(), name.front())) return false;
    std::size_t found = 0;
    for (const char c : name) {
        if (found < letters.size() && are_same(c, letters[found])) ++found;
    }
    return found == letters.size();
}

std::size_t opening_of_translation(const Document& document, Range abbreviation) {
    constexpr std::size_t most_tokens = 16;
    const std::vector<Token>& tokens = document.tokens;
    if (abbreviation.end >= tokens.size() || !closes(tokens[abbreviation.end].lower)) return none;
    std::size_t begin = abbreviation.begin;
    while (begin > 0 && (is_dash(tokens[begin - 1]) || tokens[begin - 1].lower == ",")) --begin;
    if (begin == abbreviation.begin) return none;
    for (std::size_t i = begin; i-- > 0 && begin - i <= most_tokens && !closes(tokens[i].lower);) {
        if (opens(tokens[i].lower)) return begin - i > 2 ? i : none;
    }
    return none;
}

SameName says_same_name(const Document& document, Range first, Range second) {
    const std::vector<Token>& tokens = document.tokens;
    if (second.begin <= first.end || second.begin - first.end > most_words || !is_whole(document, second))
        return SameName::unsaid;
    if (is_handle_in_brackets(document, first, second)) return SameName::as_handle;
    // "(Partido Nacional - PN)"
    const bool parted = is_dash(tokens[first.end]) || tokens[first.end].lower == ",";
    if (first.end + 1 == second.begin && second.size() == 1 && parted &&
        is_closing_abbreviation(document, first, second.begin))
        return SameName::in_brackets;
    std::string words;
    bool bracket = false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
        const std::string& word = tokens[i].lower;
        const bool outside = i == first.end || i + 1 == second.begin || bracket;
        if (opens(word) && !bracket && words.empty()) {
            bracket = true;
        } else if (is_any_quotation_mark(tokens[i]) || (word == "," && outside) ||
                   (words.empty() && is_dash(tokens[i]))) {
            continue;
        } else {
            words += (words.empty() ? "" : " ") + word;
        }
    }
    if (!bracket && is_translated_nickname(document, first, second)) return SameName::in_words;
    if (words == "the") words.clear();
    if (words.ends_with(" the")) words.erase(words.size() - 4);  // of the second name
    if (words.empty()) {
        std::size_t behind = second.end;
        while (behind < tokens.size() && is_any_quotation_mark(tokens[behind])) ++behind;
        if (behind + 1 < tokens.size() && (is_dash(tokens[behind]) || tokens[behind].lower == ",") &&
            (is_closing_abbreviation(document, first, behind + 1) ||
             is_closing_abbreviation(document, second, behind + 1)))
            behind += 2;
        else if (bracket && behind < tokens.size() && is_dash(tokens[behind]))
            behind = bracket_after_dash(document, behind);
        else if (bracket && behind + 2 < tokens.size() && tokens[behind].lower == "," && tokens[behind + 1].all_caps &&
                 closes(tokens[behind + 2].lower))
            behind += 2;  // "the Defence Ministry (Secretaria de la Defensa, SEDENA)"
        else if (bracket && behind + 2 < tokens.size() && tokens[behind].lower == "." &&
                 tokens[behind + 2].lower == ">")
            behind += 2;  // a share's code and its exchange: "<CAWL.L>"
        else if (bracket)
            behind = bracket_after_initials(document, behind);
        return bracket && behind < tokens.size() && closes(tokens[behind].lower) ? SameName::in_brackets
                                                                                 : SameName::unsaid;
    }
    if (is_known_by_others(words) || is_other_name(words) || is_one_of_names_told(document, first, second, words) ||
        is_nickname_told(document, first, second, words))
        return SameName::in_words;
    // "(or the Public Ministry, as it is known)"
    const bool is_known_so =
        second.end + 1 < tokens.size() && tokens[second.end].lower == "," && tokens[second.end + 1].lower == "as";
    if (bracket && words == "or" && is_known_so) return SameName::in_words;
    const auto found = phrases().find(words);
    return found == phrases().end() ? SameName::unsaid : found->second;
}

bool tells_another_name(const Document& document, Range first, Range second) {
    bool joined = false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
        const std::string& word = document.tokens[i].lower;
        const bool joins = word == "or" || word == "o";  // Spanish; behind "and" may stand somebody else
        if (!is_any_quotation_mark(document.tokens[i]) && word != "," && (!joins || joined)) return false;
        joined = joined || joins;
    }
    return joined && is_any_quotation_mark(document.tokens[second.begin - 1]) && is_whole(document, second);
}

}  // namespace kith::text
