#include "ingest/text/references/unnamed_speakers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/text/references/unnamed_phrases.hpp"
#include "ingest/text/words/speech_verbs.hpp"

namespace kith::text {
namespace {

// Words that an unnamed speaker says, and the ones that say so.
struct UnnamedSpeech {
    Range said;
    Range attribution;
    std::string speaker;
};

class Finder {
public:
    explicit Finder(Document& document) : document_(document), phrases_(document) {}

    void run() {
        std::map<SentenceIndex, std::vector<Tie*>> ties;
        for (Tie& tie : document_.ties) ties[tie.sentence].push_back(&tie);
        std::size_t paragraph = none;
        for (const SentenceIndex index : document_.sentences.indices()) {
            const Sentence& sentence = document_.sentences[index];
            if (std::exchange(paragraph, sentence.paragraph) != sentence.paragraph) quoted_.clear();
            read(sentence.tokens);
            if (const auto told = ties.find(index); told != ties.end()) {
                for (Tie* tie : told->second) give_speaker(*tie);
            }
        }
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }

    void read(Range sentence) {
        sentence_ = sentence;
        speeches_.clear();
        std::string quoted;  // who goes on in the next sentence
        std::swap(quoted, quoted_);
        bool has_verb = false;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (token(i).quoted) continue;
            has_verb = has_verb || (token(i).tag == Tag::verb && SpeechVerbs::builtin().contains(token(i).lemma));
            if (token(i).lower == "according" && i + 2 < sentence.end && token(i + 1).lower == "to") {
                if (const auto phrase = phrases_.beginning_at(i + 2, sentence)) add_around({i, phrase->end}, *phrase);
            } else if (const std::size_t end = inverted_verb(i); end != none) {
                const auto phrase = phrases_.beginning_at(end, sentence);
                if (phrase && ends_clause(phrase->end)) add_before({i, phrase->end}, *phrase);
            } else if (const auto subject = phrases_.subject(i, sentence)) {
                add_by_subject(*subject);
            }
        }
        const bool goes_on = speeches_.empty() && !has_verb && !quoted.empty();
        if (goes_on && (token(sentence.begin).quoted || (sentence.size() > 1 && token(sentence.begin + 1).quoted))) {
            add_quoted({sentence.begin, sentence.begin}, quoted);
            quoted_ = quoted;
        }
    }

    // Not so in "Kirby, ..., said officials fled": what is said begins with them.
    bool ends_clause(std::size_t i) const {
        if (i >= sentence_.end || token(i).quoted || token(i).form == VerbForm::gerund) return true;
        const Tag tag = token(i).tag;
        return tag == Tag::punctuation || tag == Tag::preposition || tag == Tag::time || tag == Tag::conjunction ||
               tag == Tag::subordinator || tag == Tag::relative;
    }

    // ", said" and "” said": the token behind it.
    std::size_t inverted_verb(std::size_t i) const {
        const bool opens = i == sentence_.begin || token(i - 1).tag == Tag::punctuation || token(i - 1).quoted;
        if (!opens || i == sentence_.begin || i + 1 >= sentence_.end) return none;
        const bool is_inverted =
            SpeechVerbs::builtin().may_be_inverted(token(i).lemma) && phrases_.verb_of_speech(i, sentence_) == i;
        return is_inverted ? i + 1 : none;  // not "Kirby, ..., told reporters"
    }

    // "Officials said ...", "..., officials said", "..., officials said, ..."
    void add_by_subject(const UnnamedPhrase& phrase) {
        const std::size_t begin = phrase.words.begin;
        const std::size_t verb = phrases_.verb_of_speech(phrase.end, sentence_);
        const Range attribution{begin, verb + 1};
        const std::string_view before = begin > sentence_.begin ? std::string_view(token(begin - 1).lower) : "";
        const bool is_inserted = begin > sentence_.begin && (token(begin - 1).tag == Tag::punctuation ||
                                                             token(begin - 1).quoted || before == "as");
        if (!is_inserted) {
            const bool is_relative = begin > sentence_.begin && token(begin - 1).tag == Tag::relative;
            const std::size_t end = is_relative ? next_comma(attribution.end) : sentence_.end;
            add(phrase, attribution, {attribution.end, end});
            return;
        }
        const std::size_t content = content_behind(attribution.end);
        if (content == none) {
            add_before(attribution, phrase);
            add(phrase, attribution, {added_behind(attribution.end), sentence_.end});
        } else if (token(content).lower == ",") {
            add_around({begin, content}, phrase);
        } else {
            add(phrase, attribution, {attribution.end, sentence_.end});
        }
    }

    // Where what is said begins behind the verb: at a comma, where it goes on from before; none, where only
    // circumstances follow ("on Monday", "because he may not speak").
    std::size_t content_behind(std::size_t begin) const {
        for (std::size_t i = begin; i < sentence_.end; ++i) {
            const Token& word = token(i);
            if (word.lower == "that" || word.lower == ":" || word.quoted) return i;
            if (word.lower == ",") {
                const bool is_added = i + 1 < sentence_.end && token(i + 1).form == VerbForm::gerund;
                return is_added ? none : i;
            }
            if (word.tag == Tag::subordinator || word.tag == Tag::relative || word.form == VerbForm::gerund)
                return none;
            if (word.tag == Tag::conjunction && i == begin) return none;
            const bool is_verb = word.tag == Tag::verb || word.tag == Tag::modal || word.tag == Tag::have ||
                                 word.tag == Tag::be || word.tag == Tag::do_;
            if (is_verb) return begin;
        }
        return none;
    }

    // Behind "adding" of "..., officials said, adding that ..."; the sentence's end where there is none.
    std::size_t added_behind(std::size_t begin) const {
        for (std::size_t i = begin; i < sentence_.end; ++i) {
            if (token(i).form == VerbForm::gerund && SpeechVerbs::builtin().contains(token(i).lemma)) return i + 1;
        }
        return sentence_.end;
    }

    std::size_t next_comma(std::size_t i) const {
        while (i < sentence_.end && token(i).lower != ",") ++i;
        return i;
    }

    void add_around(Range attribution, const UnnamedPhrase& phrase) {
        add_before(attribution, phrase);
        add(phrase, attribution, {attribution.end, sentence_.end});
    }

    // All before, and all that is quoted, which may go on in the next sentence.
    void add_before(Range attribution, const UnnamedPhrase& phrase) {
        const std::string speaker = speaker_of(phrase);
        if (speaker.empty()) return;
        add(phrase, attribution, {sentence_.begin, attribution.begin});
        add_quoted(attribution, speaker);
        quoted_ = speaker;
    }

    void add_quoted(Range attribution, const std::string& speaker) {
        for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
            const std::size_t begin = i;
            while (i < sentence_.end && token(i).quoted) ++i;
            if (i > begin) speeches_.push_back({{begin, i}, attribution, speaker});
        }
    }

    void add(const UnnamedPhrase& phrase, Range attribution, Range said) {
        said = without_others(said, attribution);
        const std::string speaker = speaker_of(phrase);
        if (!said.empty() && !speaker.empty()) speeches_.push_back({said, attribution, speaker});
    }

    // "Israel denied it, but officials said ...": of what a "but" or ";" parts from the attribution, nothing is said
    // where somebody else speaks there.
    Range without_others(Range said, Range attribution) const {
        const bool is_before = said.end <= attribution.begin;
        const auto speaks = [&](Range range) {
            for (std::size_t i = range.begin; i < range.end; ++i) {
                if (!token(i).quoted && phrases_.verb_of_speech(i, sentence_) == i) return true;
            }
            return false;
        };
        for (std::size_t i = said.begin + 1; i < said.end; ++i) {
            if (!parts(i)) continue;
            const Range other = is_before ? Range{said.begin, i} : Range{i, said.end};
            if (!speaks(other)) continue;
            if (is_before) {
                said.begin = i;
            } else {
                said.end = i;
            }
        }
        return said;
    }

    bool parts(std::size_t i) const {
        const Token& word = token(i);
        if (word.quoted) return false;
        const bool is_contrast =
            word.lower == "but" || word.lower == "while" || word.lower == "whereas" || word.lower == "although";
        return word.lower == ";" || (is_contrast && token(i - 1).lower == ",");
    }

    // "The official" is the last one of whom there was talk.
    std::string speaker_of(const UnnamedPhrase& phrase) {
        const std::string& head = token(phrase.head).lower;
        const auto known = known_.find(head);
        if (token(phrase.words.begin).lower == "the" && known != known_.end() && phrase.words.size() == 2)
            return known->second;
        if (phrase.is_known) return {};
        std::string words = phrases_.text(phrase, sentence_);
        if (token(phrase.words.begin).lower != "the") known_[head] = words;
        return words;
    }

    // "Syrian President Assad", "Assad, president of Syria", "Iran-backed Hezbollah", "Kati in Mali": the article says
    // so itself, whatever is said of them.
    bool is_known_to_all(const Tie& tie) const {
        if (tie.relation == "located_in") return true;
        const bool in_order = tie.subject_tokens.end <= tie.object_tokens.begin;
        const Range between = in_order ? Range{tie.subject_tokens.end, tie.object_tokens.begin}
                                       : Range{tie.object_tokens.end, tie.subject_tokens.begin};
        if (between.empty() || !sentence_.contains(between)) return between.begin == between.end;
        const bool is_apart = next_comma(between.begin) < between.end;
        for (std::size_t i = between.begin; i < between.end; ++i) {
            const bool is_apposition = token(i).lower == "," || token(i).tag == Tag::preposition;
            if (!phrases_.is_premodifier(i) && !(is_apart && is_apposition)) return false;
        }
        return true;
    }

    void give_speaker(Tie& tie) const {
        if (is_known_to_all(tie)) return;
        const std::size_t at = std::max(tie.subject_tokens.begin, tie.object_tokens.begin);
        const UnnamedSpeech* innermost = nullptr;
        for (const UnnamedSpeech& speech : speeches_) {
            const Range& attribution = speech.attribution;
            if (!speech.said.contains(at) || attribution.contains(tie.subject_tokens.begin) ||
                attribution.contains(tie.object_tokens.begin)) {
                continue;
            }
            if (!innermost || speech.said.size() <= innermost->said.size()) innermost = &speech;
        }
        if (!innermost || (tie.speaker != none && is_speaker_named(tie, innermost->attribution))) return;
        tie.speaker = none;
        tie.unnamed_speaker = innermost->speaker;
    }

    // Whether the sentence names him but for what he is said to do. If not, it gives the words to the unnamed one
    // alone.
    bool is_speaker_named(const Tie& tie, Range attribution) const {
        auto mention = std::ranges::lower_bound(document_.mentions, sentence_.begin, {},
                                                [](const Mention& each) { return each.tokens.begin; });
        for (; mention != document_.mentions.end() && mention->tokens.begin < sentence_.end; ++mention) {
            const bool is_part = mention->tokens == tie.subject_tokens || mention->tokens == tie.object_tokens ||
                                 attribution.contains(mention->tokens.begin);
            if (mention->actor == tie.speaker && !is_part) return true;
        }
        return false;
    }

    Document& document_;
    UnnamedPhrases phrases_;
    Range sentence_;
    std::vector<UnnamedSpeech> speeches_;                 // of the sentence at hand
    std::string quoted_;                                  // whose quotation the next sentence may go on with
    std::unordered_map<std::string, std::string> known_;  // head -> the words that brought him in
};

}  // namespace

void UnnamedSpeakers::apply(Document& document) const {
    if (!document.ties.empty()) Finder(document).run();
}

}  // namespace kith::text
