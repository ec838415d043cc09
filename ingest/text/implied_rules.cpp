#include "ingest/text/implied_rules.hpp"

#include <string_view>

#include "graph/relation.hpp"
#include "ingest/text/first_person.hpp"
#include "ingest/text/speaker.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

class Deriver {
public:
    explicit Deriver(Document& document) : document_(document), ties_(document) {}

    void run() {
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) demand(c);
        const std::size_t told = document_.ties.size();
        for (std::size_t t = 0; t < told; ++t) threat(t);
    }

private:
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
                                     document_.mentions[subject].actor, document_.mentions[subject].tokens,
                                     clause.sentence, "demand", 0.5);
        if (tie) tie->cue = verb.tokens;
    }

    // "We will punish X": who announces a hostile deed of his own side threatens.
    void threat(std::size_t t) {
        const Tie tie = document_.ties[t];
        if (tie.status != Status::planned || tie.speaker == none || !is_hostile(tie.relation)) return;
        if (!is_first_person(document_, tie.subject_tokens)) return;
        Tie* threat = ties_.add_between(tie.speaker, tie.subject_tokens, "threatens", tie.object, tie.object_tokens,
                                        tie.sentence, "threat of " + tie.relation, tie.confidence);
        if (!threat) return;
        threat->cue = tie.cue;
        threat->time = tie.time;
    }

    static bool is_hostile(std::string_view relation) {
        const Relation* known = Ontology::builtin().find(relation);
        return known && (known->group == "conflict" || known->group == "coercion") && relation != "withdraws_from" &&
               relation != "ceasefire_with";
    }

    Document& document_;
    TieBuilder ties_;
};

}  // namespace

void ImpliedRules::apply(Document& document) const {
    Deriver(document).run();
}

}  // namespace kith::text
