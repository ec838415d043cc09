#include "ingest/text/implied_rules.hpp"

#include <string_view>

#include "ingest/text/speaker.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

class Deriver {
public:
    explicit Deriver(Document& document) : document_(document), ties_(document) {}

    void run() {
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) demand(c);
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

    Document& document_;
    TieBuilder ties_;
};

}  // namespace

void ImpliedRules::apply(Document& document) const {
    Deriver(document).run();
}

}  // namespace kith::text
