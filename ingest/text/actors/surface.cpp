#include "ingest/text/actors/surface.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

// "Banque de l'Union"
bool has_elision(std::string_view text) {
    const std::size_t mark = text.find('\'');
    return mark != text.npos && mark > 1 && text[mark - 2] == ' ' && (text[mark - 1] == 'l' || text[mark - 1] == 'd');
}

bool has_words_of_parties(const Surface& surface) {
    return std::ranges::all_of(surface.words,
                               [](const std::string& each) { return GenericWords::builtin().party.contains(each); });
}

}  // namespace

EntityKind entity_kind(std::string_view word) {
    if (word == "nationality") return EntityKind::population_group;
    return parse_entity_kind(word).value_or(EntityKind::product);
}

const std::string& usual_reading(const Surface& surface) {
    return std::max_element(surface.kinds.begin(), surface.kinds.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

EntityKind usual_kind(const Surface& surface) {
    return entity_kind(usual_reading(surface));
}

SurfacesByText things_by_text(const std::vector<Surface>& surfaces) {
    SurfacesByText things;
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        if (!surfaces[i].person && !surfaces[i].words.empty()) things.emplace(surfaces[i].text, i);
    }
    return things;
}

void note_only(SurfacesByText& told, std::string_view text, std::size_t index) {
    const auto [found, is_new] = told.emplace(text, index);
    if (!is_new) found->second = none;
}

bool stands_as_place(const Document& document, MentionIndex mention) {
    const std::size_t begin = document.mentions[mention].tokens.begin;
    if (begin == 0) return false;
    const Token& before = document.tokens[begin - 1];
    return (before.tag == Tag::preposition && before.lower != "as" && before.lower != "by") || before.tag == Tag::to;
}

bool is_general_party(const Surface& surface) {
    return surface.entry && !surface.entry->by_user && surface.entry->kind == EntityKind::party &&
           ((surface.words.size() == 1 && GenericWords::builtin().view.contains(surface.words[0])) ||
            has_words_of_parties(surface));
}

bool is_general_name_of_party(const Surface& surface) {
    return surface.words.size() > 1 && usual_kind(surface) == EntityKind::party && has_words_of_parties(surface);
}

bool names_body_of_states(const Surface& surface) {
    std::string words;
    for (const std::string& each : surface.words) words.append(words.empty() ? "" : " ").append(each);
    return GenericWords::builtin().is_body_of_states(words);
}

bool names_parent(std::string_view word) {
    return word == "umm" || word == "um" || word == "abu" || word == "ibn" || word == "bint";
}

bool stands_in_heading(const Document& document, MentionIndex mention) {
    const SentenceIndex sentence = sentence_of(document, document.mentions[mention].tokens.begin);
    return sentence != none && document.sentences[sentence].heading;
}

bool opens_line(const Document& document, MentionIndex mention) {
    const std::vector<Token>& tokens = document.tokens;
    const Range name = document.mentions[mention].tokens;
    if (name.end >= tokens.size() || tokens[name.end].lower != ":") return false;
    if (name.begin == 0 || tokens[name.begin].line_before) return true;
    const SentenceIndex sentence = sentence_of(document, name.begin);
    return sentence != none && document.sentences[sentence].tokens.begin == name.begin;
}

std::string_view word_behind_comma(const Document& document, const Surface& surface) {
    const std::vector<Token>& tokens = document.tokens;
    const std::size_t end = document.mentions[surface.mentions.front()].tokens.end;
    return end + 1 < tokens.size() && tokens[end].lower == "," ? std::string_view(tokens[end + 1].lower)
                                                               : std::string_view();
}

bool tells_age(const Document& document, const Surface& surface) {
    const std::string_view word = word_behind_comma(document, surface);
    return !word.empty() && std::ranges::all_of(word, ascii::is_digit);
}

void take_reading(const Surface& from, Surface& surface) {
    surface.person = from.person;
    surface.kinds = {{usual_reading(from), surface.mentions.size()}};
}

// "N.A.A.C.P." as "NAACP".
std::string without_dots(std::string text) {
    std::erase(text, '.');
    return text;
}

bool is_abbreviation(const Surface& surface) {
    const std::string text = without_dots(surface.text);
    const auto capitals = static_cast<std::size_t>(std::ranges::count_if(text, ascii::is_upper));
    return surface.words.size() == 1 && capitals >= 2 && 2 * capitals > text.size();
}

std::vector<std::string> abbreviations_of(const Surface& full) {
    std::vector<std::string> result{full.initials, full.all_initials};
    if (full.text.find('-') != std::string::npos)
        result.push_back(capitals_behind(full.text, " -"));  // "Metro-Goldwyn"
    if (has_elision(full.text)) result.push_back(capitals_behind(full.text, " '"));
    if (full.text.starts_with("U.S. ") && full.initials.size() > 2) result.push_back("US" + full.initials.substr(1));
    const std::size_t owner = full.text.find("'s ");
    if (owner < full.text.find(' ') && !full.initials.empty()) result.push_back(full.initials.substr(1));
    const std::string_view without_form = without_legal_form(full.text);
    if (without_form.size() < full.text.size()) result.push_back(capitals_behind(without_form, " "));
    std::erase_if(result, [](const std::string& initials) { return initials.size() < 2 || initials.size() > 7; });
    return result;
}

std::string web_name(std::string_view text) {
    for (const std::string_view domain : {".com", ".org", ".net"}) {
        if (text.ends_with(domain)) text.remove_suffix(domain.size());
    }
    if (text.size() > 4 && text.starts_with("The") && (text[3] == ' ' || ascii::is_upper(text[3])))
        text.remove_prefix(3);
    return ascii::lower_case(text.substr(std::min(text.find_first_not_of(' '), text.size())));
}

bool are_same_place(const Surface& one, const Surface& other) {
    const auto telling = [](const Surface& surface) {
        std::vector<std::string> words = surface.words;
        if (const std::size_t comma = surface.text.find(','); comma != std::string::npos) {
            // Each word before the comma but the first stands behind a blank.
            const auto before = std::ranges::count(std::string_view(surface.text).substr(0, comma), ' ') + 1;
            words.resize(std::min(words.size(), static_cast<std::size_t>(before)));
        }
        if (words.size() > 1 && GenericWords::builtin().place.contains(words.back())) words.pop_back();
        if (words.size() > 1 && GenericWords::builtin().article.contains(words.front())) words.erase(words.begin());
        return words;
    };
    return telling(one) == telling(other);
}

std::string capitals_behind(std::string_view text, std::string_view marks) {
    std::string capitals;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ascii::is_upper(text[i]) && (i == 0 || marks.find(text[i - 1]) != marks.npos)) capitals += text[i];
    }
    return capitals;
}

}  // namespace kith::text
