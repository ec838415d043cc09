#include "ingest/text/actors/last_names.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/speech_verbs.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_sentences = 2;  // between the name in full and the last name
constexpr std::size_t words_before = 3;    // where a relative is told: "his father, a farmer named Ada Krumm"

constexpr auto begin_of = [](const auto& bearer) { return bearer.name.begin; };

// "By Judge Ada Krumm", named in passing
bool is_behind_preposition(const Document& document, std::size_t name) {
    while (name > 0 && document.tokens[name - 1].capital) --name;
    return name > 0 && document.tokens[name - 1].tag == Tag::preposition;
}

}  // namespace

bool has_family_name_first(const Surface& person) {
    if (person.entry) return has_family_names_first(person.entry->state);
    const WordList& families = GenericWords::builtin().family_first;
    if (person.words.size() == 2 && families.contains(person.words[0]) && !families.contains(person.words[1]))
        return true;
    // "Dong-yub", as papers write Korean given names; but "al-" is none
    const std::string_view text = person.text;
    const std::size_t hyphen = text.rfind('-'), blank = text.find(' ');
    if (hyphen == text.npos || hyphen + 1 >= text.size() || blank == text.npos || blank > hyphen ||
        blank != text.rfind(' ') || ascii::is_upper(text[hyphen + 1]))
        return false;
    const std::string first = ascii::lower_case(text.substr(blank + 1, hyphen - blank - 1));
    return first != "al" && first != "el" && first != "ul" && first != "abd" && first != "abdel";
}

const std::string& last_name_of(const Surface& person) {
    const std::size_t count = person.words.size();
    if (has_family_name_first(person)) return person.words.front();
    return count > 2 && tells_generation(person.words.back()) ? person.words[count - 2] : person.words.back();
}

bool is_last_name(std::string_view word, const Surface& person) {
    return person.words.back() == word || last_name_of(person) == word;
}

bool is_told_as_relative(const Document& document, Range name) {
    const std::vector<Token>& tokens = document.tokens;
    const WordList& relative = GenericWords::builtin().relative;
    const std::size_t first = name.begin - std::min(name.begin, words_before);
    for (std::size_t i = first; i < name.begin; ++i) {
        if (relative.contains(tokens[i].lower)) return true;
    }
    constexpr std::size_t words_behind = 3;  // ", his wife"
    return name.end + words_behind <= tokens.size() && tokens[name.end].lower == "," &&
           (tokens[name.end + 1].tag == Tag::pronoun || tokens[name.end + 1].tag == Tag::determiner) &&
           relative.contains(tokens[name.end + 2].lower);
}

bool comes_before(const Document& document, const Surface& last_name, const Surface& longer) {
    const auto told = std::ranges::find_if(last_name.mentions,
                                           [&](MentionIndex mention) { return !stands_in_heading(document, mention); });
    return last_name.words.size() == 1 && told != last_name.mentions.end() && *told < longer.mentions.front();
}

SpeakersOfLastNames::SpeakersOfLastNames(const Document& document, const std::vector<Surface>& surfaces)
    : document_(document), surfaces_(surfaces) {
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (!surface.person || surface.words.size() < 2) continue;
        for (const MentionIndex mention : surface.mentions)
            by_last_name_[last_name_of(surface)].push_back({document.mentions[mention].tokens, i});
    }
    std::erase_if(by_last_name_, [&](const auto& of_name) {
        const std::vector<Bearer>& bearers = of_name.second;
        return std::ranges::all_of(bearers, [&](const Bearer& each) {
            return surfaces[each.surface].actor == surfaces[bearers.front().surface].actor;
        });
    });
    for (auto& [name, bearers] : by_last_name_) std::ranges::sort(bearers, {}, begin_of);
}

ActorIndex SpeakersOfLastNames::named_before(const Surface& surface, MentionIndex mention) const {
    const auto bearers = by_last_name_.find(surface.words[0]);
    if (bearers == by_last_name_.end() || !speaks(mention)) return none;
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    const auto behind = std::ranges::lower_bound(bearers->second, begin, {}, begin_of);
    if (behind == bearers->second.begin()) return none;
    const Bearer& nearest = *std::prev(behind);
    const SentenceIndex told = sentence_of(document_, nearest.name.begin), asked = sentence_of(document_, begin);
    // In one sentence the last name is the other's: "Ada Krumm said that Krumm ...".
    if (told == none || asked == none || told == asked || asked.value() - told.value() > most_sentences) return none;
    const bool in_passing = is_behind_preposition(document_, nearest.name.begin);
    return in_passing || is_told_as_relative(document_, nearest.name) ? ActorIndex{} : surfaces_[nearest.surface].actor;
}

// "Krumm said", "said Krumm"; not "President Krumm said".
bool SpeakersOfLastNames::speaks(MentionIndex mention) const {
    const std::vector<Token>& tokens = document_.tokens;
    const SpeechVerbs& verbs = SpeechVerbs::builtin();
    const Range name = document_.mentions[mention].tokens;
    if (name.begin > 0 && GenericWords::builtin().title.contains(tokens[name.begin - 1].lower)) return false;
    if (name.end < tokens.size() && tokens[name.end].tag == Tag::verb && verbs.contains(tokens[name.end].lemma))
        return true;
    return name.begin > 0 && tokens[name.begin - 1].tag == Tag::verb &&
           verbs.may_be_inverted(tokens[name.begin - 1].lemma);
}

Spouses::Spouses(const Document& document, const std::vector<Surface>& surfaces) {
    std::map<std::size_t, const Surface*> by_begin;  // persons, by the tokens where they stand
    for (const Surface& surface : surfaces) {
        for (const MentionIndex mention : surface.mentions) {
            if (surface.person) by_begin.emplace(document.mentions[mention].tokens.begin, &surface);
        }
    }
    const WordList& words = GenericWords::builtin().spouse;
    for (auto person = by_begin.begin(); person != by_begin.end(); ++person) {
        const auto& [begin, surface] = *person;
        if (surface->words.size() != 1 || person == by_begin.begin()) continue;
        const std::size_t word = begin - (document.tokens[begin - 1].lower == "," && begin > 1 ? 2 : 1);
        const auto& [before, other] = *std::prev(person);
        if (!words.contains(document.tokens[word].lower) ||
            sentence_of(document, before) != sentence_of(document, begin))
            continue;
        spouses_.try_emplace({other->actor, gender_of_name(surface->text + ' ')}, surface->actor);
    }
}

ActorIndex Spouses::of(ActorIndex person, Gender gender) const {
    const auto found = spouses_.find({person, gender});
    return found == spouses_.end() ? ActorIndex{} : found->second;
}

}  // namespace kith::text
