#include "ingest/text/first_person.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/coreference.hpp"
#include "ingest/text/gazetteer.hpp"
#include "ingest/text/noun_classes.hpp"
#include "ingest/text/speaker.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

bool is_singular(std::string_view word) {
    return word == "i" || word == "me" || word == "my";
}

bool is_plural(std::string_view word) {
    return word == "we" || word == "us" || word == "our";
}

class Resolver {
public:
    explicit Resolver(Document& document) : document_(document), ties_(document) {}

    void run() {
        if (document_.speeches.empty()) return;
        learn_sides();
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Range range = document_.sentence_phrases[s];
            for (std::size_t p = range.begin; p < range.end; ++p) {
                if (document_.phrases[p].kind == PhraseKind::noun) resolve(document_.phrases[p], s);
            }
        }
        sort_mentions(document_);
    }

private:
    // The first post told of a person counts: the articles open with the one that matters.
    void learn_sides() {
        for (const Tie& tie : document_.ties) {
            if (tie.status != Status::actual) continue;
            if (tie.relation == "speaks_for" || tie.relation == "works_for" || tie.relation == "leads")
                side_.try_emplace(tie.subject, tie.object);
        }
        for (auto& [person, side] : side_) side = with_state(side);
    }

    // An organ of a state acts for the state.
    std::size_t with_state(std::size_t body) {
        const Actor& actor = document_.actors[body];
        if (actor.kind != EntityKind::government_body || actor.state.empty()) return body;
        const std::size_t state = ties_.state_named(actor.state);
        return state == none ? body : state;
    }

    void resolve(Phrase& phrase, std::size_t sentence) {
        const std::string& word = document_.tokens[phrase.tokens.begin].lower;
        const bool plural = is_plural(word);
        if (phrase.through != none || (!plural && !is_singular(word))) return;
        const Speech* speech = innermost_speech(document_, sentence, phrase.tokens.begin);
        if (!speech) return;
        const auto side = side_.find(speech->speaker);
        const std::size_t actor = plural && side != side_.end() ? side->second : speech->speaker;
        phrase.through = document_.mentions.size();
        document_.mentions.push_back({{phrase.tokens.begin, phrase.tokens.begin + 1}, MentionForm::pronoun, actor});
        if (phrase.tokens.size() == 1 || is_own_people(phrase)) phrase.mention = phrase.through;
    }

    // "our troops", but not "our sanctions authorities".
    bool is_own_people(const Phrase& phrase) const {
        for (std::size_t i = phrase.tokens.begin + 1; i < phrase.head; ++i) {
            if (document_.tokens[i].tag != Tag::adjective) return false;
        }
        return NounClasses::builtin().stands_in(document_.tokens[phrase.head].lemma);
    }

    Document& document_;
    TieBuilder ties_;
    std::unordered_map<std::size_t, std::size_t> side_;  // person -> state or body
};

}  // namespace

bool is_first_person(const Document& document, Range tokens) {
    if (tokens.size() != 1) return false;
    const std::string& word = document.tokens[tokens.begin].lower;
    return is_plural(word) || is_singular(word);
}

void FirstPerson::apply(Document& document) const {
    Resolver(document).run();
}

}  // namespace kith::text
