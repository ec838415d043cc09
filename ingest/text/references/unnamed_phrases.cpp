#include "ingest/text/references/unnamed_phrases.hpp"

#include <algorithm>
#include <string_view>

#include "graph/embedded.hpp"
#include "ingest/text/words/speech_verbs.hpp"
#include "ingest/text/words/tagger.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(unnamed_speakers_tsv)

namespace kith::text {
namespace {

constexpr std::size_t most_words_of_details = 14;  // longer ones tell a story

struct Words {
    WordLists lists{unnamed_speakers_tsv(),
                    "ingest/text/data/unnamed_speakers.tsv",
                    {"person", "source", "part_of", "collective", "indefinite", "proper", "clause", "adjective",
                     "participle", "whose"}};
    const WordList& persons = lists[0];
    const WordList& sources = lists[1];
    const WordList& part_of = lists[2];
    const WordList& collective = lists[3];
    const WordList& indefinite = lists[4];
    const WordList& proper = lists[5];
    const WordList& clause = lists[6];
    const WordList& adjectives = lists[7];
    const WordList& participles = lists[8];
    const WordList& whose = lists[9];

    static const Words& builtin() {
        static const Words words;
        return words;
    }

    bool is_source(const Token& token) const { return sources.contains(singular(token.lower)); }
    bool is_head(const Token& token) const { return is_source(token) || persons.contains(singular(token.lower)); }
    bool is_part_of(const Token& token) const { return part_of.contains(singular(token.lower)); }
};

bool is_finite(const Token& token) {
    return token.tag == Tag::verb && token.form != VerbForm::gerund;
}

bool is_auxiliary(const Token& token) {
    return token.tag == Tag::be || token.tag == Tag::have || token.tag == Tag::modal || token.tag == Tag::do_;
}

bool keeps_capital(const Token& token) {
    return token.all_caps || Words::builtin().proper.contains(token.lower);
}

bool binds_clauses(const Token& token) {
    return Words::builtin().clause.contains(token.lower);
}

bool ends_details(const Token& token) {
    if (token.tag == Tag::punctuation) return token.lower != "-" && token.lower != "'";
    return token.quoted || token.tag == Tag::subordinator || token.tag == Tag::relative;
}

}  // namespace

UnnamedPhrases::UnnamedPhrases(const Document& document) : document_(document), known_(document.tokens.size()) {
    for (const Mention& mention : document.mentions) {
        if (mention.actor == none || is_indefinite(mention)) continue;
        for (std::size_t i = mention.tokens.begin; i < mention.tokens.end; ++i) known_[i] = true;
    }
}

// "a diplomat", "two aides": whoever is brought in like this was not there before, whomever a net may take him for.
bool UnnamedPhrases::is_indefinite(const Mention& mention) const {
    if (mention.form != MentionForm::nominal) return false;
    std::size_t begin = mention.tokens.begin;
    while (begin > 0 && is_premodifier(begin - 1) && !opens_phrase(begin)) --begin;
    return Words::builtin().indefinite.contains(token(begin).lower) || token(begin).tag == Tag::number;
}

bool UnnamedPhrases::is_premodifier(std::size_t i) const {
    switch (token(i).tag) {
        case Tag::determiner:
        case Tag::adjective:
        case Tag::number:
        case Tag::noun:
        case Tag::possessive:
            return true;
        case Tag::verb:
            return i > 0 && token(i - 1).lower == "-";  // "Iran-backed"
        default:
            return token(i).lower == "-" || Words::builtin().is_part_of(token(i));
    }
}

// "the" of "saw the people", but not of "all the people".
bool UnnamedPhrases::opens_phrase(std::size_t i) const {
    return token(i).tag == Tag::determiner && (i == 0 || token(i - 1).tag != Tag::determiner);
}

// From the first word to the head; nothing where somebody known stands in it, or where it only tells more of the noun
// before it ("a report by analysts").
std::optional<UnnamedPhrase> UnnamedPhrases::up_to(std::size_t head, Range sentence) const {
    std::size_t begin = head;
    for (bool goes_on = true; goes_on;) {
        while (begin > sentence.begin && is_premodifier(begin - 1) && !opens_phrase(begin)) --begin;
        const bool has_before = begin >= sentence.begin + 2;
        goes_on = has_before && token(begin - 1).lower == "of" && Words::builtin().is_part_of(token(begin - 2));
        if (has_before && token(begin - 1).tag == Tag::conjunction && Words::builtin().is_head(token(begin - 2)))
            goes_on = true;  // "officials and witnesses"
        if (goes_on) begin -= 2;
    }
    for (std::size_t i = begin; i <= head; ++i) {
        if (known_[i] || token(i).quoted || token(i).lower == "no" || token(i).lower == "neither") return std::nullopt;
    }
    if (begin > sentence.begin) {
        const Token& before = token(begin - 1);
        const bool hangs_on = before.tag == Tag::preposition || before.tag == Tag::to || before.lower == "to";
        if (hangs_on && !binds_clauses(before)) return std::nullopt;
        if (token(begin).lower == "other" && before.tag == Tag::conjunction)
            return std::nullopt;  // "Kirby and other ..."
    }
    const std::string& noun = token(head).lower;
    const bool is_singular = noun == singular(noun) && !Words::builtin().collective.contains(noun);
    return UnnamedPhrase{{begin, head + 1}, head, head + 1, token(begin).lower == "the" && is_singular};
}

// "on Monday", "in 2022" tell when he spoke.
bool UnnamedPhrases::is_dated(std::size_t i, Range sentence) const {
    if (token(i).tag == Tag::time) return true;
    if (token(i).tag != Tag::preposition) return false;
    for (std::size_t next = i + 1; next < sentence.end && next < i + 4; ++next) {
        if (token(next).tag == Tag::time || token(next).tag == Tag::number) return true;
        if (token(next).tag != Tag::adjective && token(next).tag != Tag::adverb && token(next).tag != Tag::determiner)
            break;
    }
    return false;
}

bool UnnamedPhrases::opens_details(std::size_t i, Range sentence) const {
    if (i + 1 >= sentence.end || is_dated(i, sentence)) return false;
    const Token& word = token(i);
    if (word.tag == Tag::preposition) return !binds_clauses(word);
    if (word.tag != Tag::verb) return Words::builtin().adjectives.contains(word.lower);
    if (word.form == VerbForm::gerund) return true;
    if (word.form != VerbForm::past && word.form != VerbForm::participle) return false;
    return token(i + 1).lower == "by" || Words::builtin().participles.contains(word.lower);
}

// Behind the words that tell more, from the first of them on; they hold no verb with a subject.
std::size_t UnnamedPhrases::end_of_details(std::size_t begin, Range sentence) const {
    std::size_t i = begin;
    while (i < sentence.end && !ends_details(token(i)) && !is_dated(i, sentence)) {
        const Token& before = token(i - 1);
        const bool is_infinitive = before.lower == "to" || is_auxiliary(before);  // "to be named"
        if (is_auxiliary(token(i)) && !is_infinitive) break;
        if (i > begin && is_finite(token(i)) && !is_infinitive && before.tag != Tag::conjunction) break;
        ++i;
    }
    while (i > begin && token(i - 1).tag == Tag::adverb) --i;
    return i;
}

// "a source in Hezbollah" and "an aide briefed by Hezbollah" are somebody else; "a spokesman for Hezbollah" and "a
// report by Hezbollah" are not.
bool UnnamedPhrases::may_tell_more(std::size_t head, Range details) const {
    if (token(details.begin).tag != Tag::preposition) return true;
    if (Words::builtin().is_source(token(head)) && !Words::builtin().whose.contains(token(details.begin).lower))
        return true;
    return std::none_of(known_.begin() + static_cast<std::ptrdiff_t>(details.begin),
                        known_.begin() + static_cast<std::ptrdiff_t>(details.end), [](bool known) { return known; });
}

std::size_t UnnamedPhrases::verb_of_speech(std::size_t i, Range sentence) const {
    bool is_going_on = false;  // "are saying"
    for (; i < sentence.end && !token(i).quoted; ++i) {
        const Token& word = token(i);
        if (word.tag == Tag::be) is_going_on = true;
        if (word.tag == Tag::have || word.tag == Tag::be) continue;
        if (word.tag == Tag::adverb && word.lower != "not" && word.lower != "never" && word.lower != "n't") continue;
        if (word.tag != Tag::verb || !SpeechVerbs::builtin().contains(word.lemma)) return none;
        if ((word.form == VerbForm::gerund) != is_going_on) return none;
        const std::string_view next = i + 1 < sentence.end ? std::string_view(token(i + 1).lower) : "";
        // "called off the raid", "asked for money", "people asked by the court", "officials said to be near"
        const bool is_other = next == "off" || next == "for" || next == "by" || (next == "to" && word.lemma == "say");
        return is_other ? none : i;
    }
    return none;
}

std::optional<UnnamedPhrase> UnnamedPhrases::subject(std::size_t head, Range sentence) const {
    if (!Words::builtin().is_head(token(head)) || token(head).quoted || head + 1 >= sentence.end) return std::nullopt;
    std::optional<UnnamedPhrase> phrase = up_to(head, sentence);
    if (!phrase || verb_of_speech(head + 1, sentence) != none) return phrase;
    std::size_t begin = head + 1;
    const bool is_apart = token(begin).lower == "," && begin + 1 < sentence.end;
    if (is_apart) ++begin;
    const bool is_clause = token(begin).lower == "who";
    if (is_clause) {  // its own verb
        ++begin;
        while (begin < sentence.end && (is_auxiliary(token(begin)) || token(begin).tag == Tag::adverb)) ++begin;
        if (begin < sentence.end && token(begin).tag == Tag::verb) ++begin;
    } else if (is_apart ? token(begin).form != VerbForm::gerund : !opens_details(begin, sentence)) {
        return std::nullopt;
    }
    const std::size_t end = end_of_details(begin, sentence);
    const std::size_t verb = is_apart && end < sentence.end && token(end).lower == "," ? end + 1 : end;
    if (is_apart != (verb > end) || verb_of_speech(verb, sentence) == none) return std::nullopt;
    if (token(verb - 1).tag == Tag::conjunction || !may_tell_more(head, {head + 1, end})) return std::nullopt;
    if (!is_apart && !is_clause && end - head <= most_words_of_details) phrase->words.end = end;
    phrase->end = verb;
    return phrase;
}

std::optional<UnnamedPhrase> UnnamedPhrases::beginning_at(std::size_t begin, Range sentence) const {
    std::size_t i = begin;
    while (i < sentence.end && !token(i).quoted) {
        const bool is_inner_of = i > begin && token(i).lower == "of" && Words::builtin().is_part_of(token(i - 1));
        const bool joins_heads = i > begin && i + 1 < sentence.end && token(i).tag == Tag::conjunction &&
                                 Words::builtin().is_head(token(i - 1)) && is_premodifier(i + 1);
        if (!is_premodifier(i) && !is_inner_of && !joins_heads && !Words::builtin().is_head(token(i))) break;
        if (i > begin && opens_phrase(i) && token(i - 1).lower != "of") break;
        ++i;
    }
    while (i > begin && token(i - 1).tag != Tag::noun && !Words::builtin().is_head(token(i - 1))) --i;
    if (i == begin || !Words::builtin().is_head(token(i - 1))) return std::nullopt;  // "an official press release"
    const Range own{begin, sentence.end};  // what stands before it is not its own
    std::optional<UnnamedPhrase> phrase = up_to(i - 1, own);
    if (!phrase || phrase->words.begin != begin) return std::nullopt;
    if (i < sentence.end && token(i).capital && token(i).tag == Tag::noun) return std::nullopt;  // "officer Smith"
    if (!opens_details(i, sentence)) return phrase;
    const Range details{i, end_of_details(i, sentence)};
    if (!may_tell_more(phrase->head, details)) return std::nullopt;
    phrase->end = std::max(details.end, i);
    if (details.size() <= most_words_of_details) phrase->words.end = phrase->end;
    return phrase;
}

std::string UnnamedPhrases::text(const UnnamedPhrase& phrase, Range sentence) const {
    std::string words;
    for (std::size_t i = phrase.words.begin; i < phrase.words.end; ++i) {
        if (!words.empty() && token(i).space_before) words += ' ';
        const bool opens = i == phrase.words.begin && (i == sentence.begin || token(i - 1).tag == Tag::punctuation);
        words += opens && !keeps_capital(token(i)) ? token(i).lower : std::string(document_.text(token(i).span));
    }
    return words;
}

}  // namespace kith::text
