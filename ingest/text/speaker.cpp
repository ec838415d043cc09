#include "ingest/text/speaker.hpp"

#include <algorithm>
#include <string_view>

#include "graph/relation.hpp"
#include "ingest/text/first_person.hpp"
#include "ingest/text/phrases.hpp"
#include "ingest/text/speech_verbs.hpp"

namespace kith::text {
namespace {

class Finder {
public:
    explicit Finder(Document& document) : document_(document) {}

    void run() {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            if (s == 0 || document_.sentences[s].paragraph != document_.sentences[s - 1].paragraph)
                last_speaker_ = none;
            by_verbs(s);
            by_according_to(s);
            by_continued_quotation(s);
        }
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    const Phrase& phrase(std::size_t p) const { return document_.phrases[p]; }

    void by_verbs(std::size_t s) {
        const Range phrases = document_.sentence_phrases[s];
        auto clause = std::lower_bound(document_.clauses.begin(), document_.clauses.end(), s,
                                       [](const Clause& c, std::size_t at) { return c.sentence < at; });
        for (; clause != document_.clauses.end() && clause->sentence == s; ++clause) {
            const Phrase& verb = phrase(clause->verb);
            const std::size_t next = verb.head + 1;
            if (next < document_.tokens.size() && token(next).lower == "off") continue;  // called off, brushed off
            const SpeechVerb* speech = SpeechVerbs::builtin().find(token(verb.head).lemma);
            if (!speech || verb.passive || verb.infinitive) continue;
            std::size_t speaker = none;
            bool inverted = false;
            if (!clause->subject.phrases.empty()) speaker = actor_of(clause->subject.phrases.front());
            if (speaker == none && clause->verb + 1 < phrases.end && opens_behind_quotation(clause->verb, phrases)) {
                speaker = actor_of(clause->verb + 1);  // "..., said John Kirby"
                inverted = speaker != none;
            }
            if (speaker == none) continue;
            add(s, *clause, *speech, speaker, inverted);
        }
    }

    // ", said X" and "” said X"
    bool opens_behind_quotation(std::size_t verb, Range phrases) const {
        if (verb == phrases.begin) return true;
        const PhraseKind before = phrase(verb - 1).kind;
        const std::size_t first = phrase(verb).tokens.begin;
        return before == PhraseKind::comma || before == PhraseKind::stop || (first > 0 && token(first - 1).quoted);
    }

    std::size_t actor_of(std::size_t p) const {
        const std::size_t mention = phrase(p).mention;
        if (mention == none) return none;
        const Actor& actor = document_.actors[document_.mentions[mention].actor];
        if (actor.kind == EntityKind::place && !actor.capital) return none;
        return document_.mentions[mention].actor;
    }

    void add(std::size_t s, const Clause& clause, const SpeechVerb& speech, std::size_t speaker, bool inverted) {
        const Range sentence = document_.sentences[s].tokens;
        const Range verb = phrase(clause.verb).tokens;
        const std::size_t subject_begin =
            clause.subject.phrases.empty() ? verb.begin : phrase(clause.subject.phrases.front()).tokens.begin;
        const std::size_t begin = std::min(subject_begin, verb.begin);
        const bool tail = begin > sentence.begin && (token(begin - 1).lower == "," || !token(begin - 1).space_before) &&
                          ends_sentence(clause, sentence, inverted);
        if (tail || inverted) {
            document_.speeches.push_back({s, {sentence.begin, begin}, speaker, speech.status});
        }
        if (!tail && !inverted && verb.end < sentence.end) {
            document_.speeches.push_back({s, {verb.end, sentence.end}, speaker, speech.status});
        }
        if (tail || inverted || quotes(sentence)) {
            // What is quoted in the whole sentence is the speaker's too.
            add_quoted(s, speaker);
            last_speaker_ = speaker;
        }
    }

    // "..., Kirby said on Tuesday.": nothing that the speaker could say follows the verb.
    bool ends_sentence(const Clause& clause, Range sentence, bool inverted) const {
        if (inverted) return true;
        const std::size_t end = phrase(clause.verb).tokens.end;
        if (end >= sentence.end) return true;
        for (std::size_t p = clause.verb + 1; p < document_.phrases.size() && phrase(p).tokens.begin < sentence.end;
             ++p) {
            if (phrase(p).kind == PhraseKind::verb) return token(phrase(p).head).form == VerbForm::gerund;
            if (phrase(p).kind == PhraseKind::subordinator && token(phrase(p).head).lower == "that") return false;
            if (token(phrase(p).tokens.begin).quoted) return true;
        }
        return true;
    }

    bool quotes(Range range) const {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (token(i).quoted) return true;
        }
        return false;
    }

    void add_quoted(std::size_t s, std::size_t speaker) {
        const Range sentence = document_.sentences[s].tokens;
        for (std::size_t i = sentence.begin; i < sentence.end;) {
            std::size_t end = i;
            while (end < sentence.end && token(end).quoted) ++end;
            if (end > i + 3) document_.speeches.push_back({s, {i, end}, speaker, std::nullopt});
            i = std::max(end, i + 1);
        }
    }

    void by_according_to(std::size_t s) {
        const Range sentence = document_.sentences[s].tokens;
        const Range phrases = document_.sentence_phrases[s];
        for (std::size_t p = phrases.begin; p + 1 < phrases.end; ++p) {
            const std::size_t first = phrase(p).tokens.begin;
            const bool according = token(first).lower == "according" && p + 2 < phrases.end;
            if (!according) continue;
            std::size_t who = p + 1;
            while (who < phrases.end && phrase(who).kind != PhraseKind::noun) ++who;
            if (who >= phrases.end || who > p + 2) continue;
            const std::size_t speaker = actor_of(who);
            if (speaker == none) continue;
            if (first > sentence.begin + 1)
                document_.speeches.push_back({s, {sentence.begin, first}, speaker, std::nullopt});
            document_.speeches.push_back({s, {phrase(who).tokens.end, sentence.end}, speaker, std::nullopt});
        }
    }

    // A sentence that is all quotation and names no speaker goes on with the last one.
    void by_continued_quotation(std::size_t s) {
        const Range sentence = document_.sentences[s].tokens;
        if (last_speaker_ == none || sentence.size() < 3) return;
        if (token(sentence.begin).quoted || (sentence.size() > 1 && token(sentence.begin + 1).quoted))
            add_quoted(s, last_speaker_);
    }

    Document& document_;
    std::size_t last_speaker_ = none;
};

bool is_speech_act(std::string_view relation) {
    const Relation* known = Ontology::builtin().find(relation);
    return known && known->group == "speech";
}

}  // namespace

const Speech* innermost_speech(const Document& document, std::size_t sentence, std::size_t token) {
    auto speech = std::lower_bound(document.speeches.begin(), document.speeches.end(), sentence,
                                   [](const Speech& candidate, std::size_t at) { return candidate.sentence < at; });
    const Speech* innermost = nullptr;
    for (; speech != document.speeches.end() && speech->sentence == sentence; ++speech) {
        if (!speech->tokens.contains(token)) continue;
        if (!innermost || speech->tokens.size() <= innermost->tokens.size()) innermost = &*speech;
    }
    return innermost;
}

void Speeches::apply(Document& document) const {
    Finder(document).run();
}

void Speakers::apply(Document& document) const {
    for (Tie& tie : document.ties) {
        if (tie.stated) continue;
        const std::size_t at = tie.cue.empty() ? tie.object_tokens.begin : tie.cue.begin;
        const Speech* innermost = innermost_speech(document, tie.sentence, at);
        if (!innermost) continue;
        // "We condemn the raid": a state acts, but who speaks condemns.
        if (is_first_person(document, tie.subject_tokens) && is_speech_act(tie.relation) &&
            innermost->speaker != tie.object) {
            tie.subject = innermost->speaker;
        }
        const bool own = innermost->speaker == tie.subject && is_speech_act(tie.relation);
        if (!own) tie.speaker = innermost->speaker;
        if (innermost->status && tie.status == Status::actual) tie.status = *innermost->status;
    }
}

}  // namespace kith::text
