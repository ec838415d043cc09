#include "ingest/text/last_names.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/text/generic_words.hpp"
#include "ingest/text/speech_verbs.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_sentences = 2;  // between the name in full and the last name
constexpr std::size_t words_before = 3;    // where a relative is told: "his father, a farmer named Ada Krumm"

}  // namespace

bool has_family_name_first(const Surface& person) {
    if (person.entry) return has_family_names_first(person.entry->state);
    const WordList& families = GenericWords::builtin().family_first;
    if (person.words.size() == 2 && families.contains(person.words[0]) && !families.contains(person.words[1]))
        return true;
    // "Dong-yub", as papers write Korean given names
    const std::size_t hyphen = person.text.rfind('-');
    const std::size_t blank = person.text.find(' ');
    return hyphen != std::string::npos && hyphen + 1 < person.text.size() && blank < hyphen &&
           blank == person.text.rfind(' ') && !ascii::is_upper(person.text[hyphen + 1]);
}

bool is_last_name(std::string_view word, const Surface& person) {
    const std::size_t count = person.words.size();
    const bool before_generation =
        count > 2 && tells_generation(person.words.back()) && person.words[count - 2] == word;
    return person.words.back() == word || before_generation ||
           (person.words.front() == word && has_family_name_first(person));
}

bool is_told_as_relative(const Document& document, std::size_t begin) {
    const std::size_t first = begin - std::min(begin, words_before);
    for (std::size_t i = first; i < begin; ++i) {
        if (GenericWords::builtin().relative.contains(document.tokens[i].lower)) return true;
    }
    return false;
}

SpeakersOfLastNames::SpeakersOfLastNames(const Document& document, const std::vector<Surface>& surfaces)
    : document_(document), surfaces_(surfaces) {
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (!surface.person || surface.words.size() < 2) continue;
        const std::string& last = has_family_name_first(surface) ? surface.words.front() : surface.words.back();
        for (const MentionIndex mention : surface.mentions)
            by_last_name_[last].push_back({document.mentions[mention].tokens.begin, i});
    }
    for (auto& [name, bearers] : by_last_name_) std::ranges::sort(bearers, {}, &Bearer::begin);
}

ActorIndex SpeakersOfLastNames::named_before(const Surface& surface, MentionIndex mention) const {
    const auto bearers = by_last_name_.find(surface.words[0]);
    if (bearers == by_last_name_.end() || !are_several(bearers->second) || !speaks(mention)) return none;
    const std::size_t begin = document_.mentions[mention].tokens.begin;
    const auto behind = std::ranges::lower_bound(bearers->second, begin, {}, &Bearer::begin);
    if (behind == bearers->second.begin()) return none;
    const Bearer& nearest = *std::prev(behind);
    const SentenceIndex told = sentence_of(document_, nearest.begin), asked = sentence_of(document_, begin);
    // In one sentence the last name is the other's: "Ada Krumm said that Krumm ...".
    if (told == none || asked == none || told == asked || asked.value() - told.value() > most_sentences) return none;
    return is_told_as_relative(document_, nearest.begin) ? ActorIndex{} : surfaces_[nearest.surface].actor;
}

bool SpeakersOfLastNames::are_several(const std::vector<Bearer>& bearers) const {
    return std::ranges::any_of(bearers, [&](const Bearer& each) {
        return surfaces_[each.surface].actor != surfaces_[bearers.front().surface].actor;
    });
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

}  // namespace kith::text
