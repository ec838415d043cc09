#include "ingest/text/implied_rules.hpp"

#include <string_view>

#include "ingest/text/speaker.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

bool is_fighting(std::string_view relation) {
    return relation == "attacks" || relation == "fights" || relation == "kills" || relation == "fights_alongside";
}

class Deriver {
public:
    explicit Deriver(Document& document) : document_(document), ties_(document) {}

    void run() {
        const std::size_t told = document_.ties.size();
        for (std::size_t t = 0; t < told; ++t) {
            const Tie tie = document_.ties[t];
            if (is_fighting(tie.relation)) presence(tie);
        }
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) demand(c);
    }

private:
    const Actor& actor(std::size_t a) const { return document_.actors[a]; }

    // Who attacks in a sentence that names one place behind "in" is there.
    void presence(const Tie& tie) {
        if (tie.status != Status::actual || tie.clause == none) return;
        const Range phrases = document_.sentence_phrases[tie.sentence];
        for (std::size_t p = phrases.begin; p + 1 < phrases.end; ++p) {
            const Phrase& preposition = document_.phrases[p];
            const Phrase& noun = document_.phrases[p + 1];
            if (preposition.kind != PhraseKind::preposition || noun.kind != PhraseKind::noun || noun.mention == none) continue;
            const std::string& word = document_.tokens[preposition.head].lower;
            if (word != "in" && word != "near" && word != "across" && word != "inside") continue;
            const EntityKind kind = actor(document_.mentions[noun.mention].actor).kind;
            if (kind != EntityKind::place && kind != EntityKind::state) continue;
            if (p < document_.clauses[tie.clause].verb) continue;
            if (actor(tie.subject).kind == EntityKind::person) continue;
            copy(tie, tie.subject, "operates_in", document_.mentions[noun.mention].actor, noun.tokens, "presence", 0.5);
        }
    }

    void copy(const Tie& source, std::size_t subject, std::string_view relation, std::size_t object, Range object_tokens,
              std::string_view rule, double confidence) {
        Tie* tie = ties_.add_between(subject, source.subject_tokens, relation, object, object_tokens, source.sentence, rule, confidence);
        if (!tie) return;
        tie->cue = source.cue;
        tie->clause = source.clause;
        tie->speaker = source.speaker;
        tie->time = source.time;
    }

    // "Israel must withdraw", said by another.
    void demand(std::size_t c) {
        const Clause& clause = document_.clauses[c];
        const Phrase& verb = document_.phrases[clause.verb];
        if (verb.modal == none || clause.subject.phrases.empty()) return;
        const std::string& modal = document_.tokens[verb.modal].lower;
        if (modal != "must" && modal != "should") return;
        const std::size_t subject = document_.phrases[clause.subject.phrases.front()].mention;
        const Speech* speech = innermost_speech(document_, clause.sentence, verb.head);
        if (subject == none || !speech) return;
        Tie* tie = ties_.add_between(speech->speaker, document_.mentions[subject].tokens, "demands_from",
                                     document_.mentions[subject].actor, document_.mentions[subject].tokens, clause.sentence,
                                     "demand", 0.5);
        if (tie) tie->cue = verb.tokens;
    }

    Document& document_;
    TieBuilder ties_;
};

}  // namespace

void ImpliedRules::apply(Document& document) const { Deriver(document).run(); }

}  // namespace kith::text
