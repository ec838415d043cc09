#include "ingest/text/actors/variants_of_persons.hpp"

#include <algorithm>
#include <string>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/text/words/gender_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t shortest_handle = 5;  // letters
constexpr std::size_t shortest_last = 4;    // ... of a last name behind an initial
constexpr std::size_t shortest_full = 8;    // ... of a given and a last name, that a handle holds among others
constexpr std::size_t most_compared = 64;   // of an article's persons, with one: articles may be hostile

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (ascii::is_letter(c)) letters += ascii::lower(c);
    }
    return letters;
}

// Whether a capital or a digit stands behind so many letters of the word, or nothing: "KThomas|DC".
bool ends_word(std::string_view text, std::size_t letters) {
    for (const char c : text) {
        if (letters == 0) return !ascii::is_letter(c) || ascii::is_upper(c);
        if (ascii::is_letter(c)) --letters;
    }
    return true;
}

}  // namespace

VariantsOfPersons::VariantsOfPersons(const Document& document, const std::vector<Surface>& surfaces)
    : document_(document), surfaces_(surfaces) {
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (surface.words.empty()) continue;
        if (is_abbreviation(surface) &&
            std::ranges::any_of(surface.mentions, [&](MentionIndex each) { return opens_line(document, each); }))
            labels_.insert(surface.text);
        if (surface.person && surface.words.size() > 1 && persons_.size() < most_compared) persons_.push_back(i);
    }
}

// The only person of these initials, where they open the lines of an interview ("AC: We asked for it.") or stand in
// brackets behind the name.
std::size_t VariantsOfPersons::whose_lines_it_opens(const Surface& surface) const {
    const std::string letters = without_dots(surface.text);
    if (!labels_.contains(surface.text) || !std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
            return opens_line(document_, mention) || stands_in_brackets(mention);
        }))
        return none;
    std::size_t found = none;
    for (const std::size_t i : persons_) {
        if (std::ranges::count(abbreviations_of(surfaces_[i]), letters) == 0) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

bool VariantsOfPersons::stands_in_brackets(MentionIndex mention) const {
    const std::vector<Token>& tokens = document_.tokens;
    const Range name = document_.mentions[mention].tokens;
    return name.begin > 0 && name.end < tokens.size() && tokens[name.begin - 1].lower == "(" &&
           tokens[name.end].lower == ")";
}

// Of the first persons of the document the one whose names the word holds or shortens: "@pamkeyNEN" is Pam Key.
std::size_t VariantsOfPersons::bearer_of_handle(const Surface& surface) const {
    if (surface.words.size() != 1) return none;
    const std::string handle = letters_of(surface.text);
    const std::size_t begin = document_.mentions[surface.mentions.front()].tokens.begin;
    const bool marked = surface.text.front() == '@' || (begin > 0 && document_.tokens[begin - 1].lower == "@");
    const bool inner_capital = std::ranges::any_of(std::string_view(surface.text).substr(1), ascii::is_upper);
    if (handle.size() < shortest_handle) return none;
    for (const std::size_t i : persons_) {
        const std::string given = letters_of(surfaces_[i].words.front());
        const std::string last = letters_of(surfaces_[i].words.back());
        const std::string full = given + last;
        if (given.empty() || full.size() < (marked ? shortest_handle : shortest_full)) continue;
        if (!marked && !inner_capital) {  // "jimmykrummgt"
            if (handle != full && handle.starts_with(full)) return i;
            continue;
        }
        const bool is_telling = last.size() >= shortest_last && !tells_generation(last);
        const std::string short_form = given.front() + last;  // "@KThomasDC"
        if (handle.find(full) != handle.npos || handle == short_form ||
            (marked && is_telling && handle.starts_with(short_form) && ends_word(surface.text, short_form.size())))
            return i;
        // "@JenKrummNews" of Jennifer Krumm
        const std::size_t last_at = is_telling ? handle.find(last) : handle.npos;
        if (marked && last_at != handle.npos && last_at > 1 && are_forms_of_one_name(handle.substr(0, last_at), given))
            return i;
        // "@adelleNaz" of Adelle Nazarian, "@brianEFallon"
        const bool has_given = marked && given.size() > 1 && handle.size() > given.size() && handle.starts_with(given);
        if (has_given && (full.starts_with(handle) || handle.ends_with(last))) return i;
    }
    return none;
}

// `Nicknamed "Mad Dog Krumm"`: in quotation marks, with the last name of one person.
std::size_t VariantsOfPersons::bearer_of_quoted(const Surface& surface) const {
    const Range name = document_.mentions[surface.mentions.front()].tokens;
    if (surface.words.size() < 2 || gender_of_name(surface.text) != Gender::untold || name.begin == 0 ||
        name.end >= document_.tokens.size() || !is_quotation_mark(document_.tokens[name.begin - 1]) ||
        !is_quotation_mark(document_.tokens[name.end]))
        return none;
    std::size_t found = none;
    for (const std::size_t i : persons_) {
        if (&surfaces_[i] == &surface || surfaces_[i].words.back() != surface.words.back()) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

}  // namespace kith::text
