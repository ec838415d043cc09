// What the rules that read noun phrases share: names for phrases, tokens and mentions, and a way to add a tie.
//
// TitleRules (who holds which post), BodyRules (whose a body is) and PlaceRules (what lies and happens where) go over
// the phrases of one sentence after the other; sentence_ and range_ say which one.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/text/document.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {

class PhraseRules {
protected:
    explicit PhraseRules(Document& document) : document_(document), ties_(document) {}

    void enter(std::size_t sentence) {
        sentence_ = sentence;
        range_ = document_.sentence_phrases[sentence];
    }

    // Enters each sentence in turn and visits its noun phrases.
    template <typename Visit>
    void for_each_noun_phrase(const Visit& visit) {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            enter(s);
            for (std::size_t p = range_.begin; p < range_.end; ++p) {
                if (phrase(p).kind == PhraseKind::noun) visit(p);
            }
        }
    }

    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    const Phrase& phrase(std::size_t p) const { return document_.phrases[p]; }
    const Mention& mention(std::size_t m) const { return document_.mentions[m]; }
    const Actor& actor_of(std::size_t m) const { return document_.actors[mention(m).actor]; }
    EntityKind kind_of(std::size_t m) const { return actor_of(m).kind; }

    // PhraseKind::stop outside the sentence.
    PhraseKind kind(std::size_t p) const { return range_.contains(p) ? phrase(p).kind : PhraseKind::stop; }
    bool is(std::size_t p, std::string_view lower) const;

    // Mentions inside a range of tokens, in text order; names_in leaves out pronouns and nominals.
    std::vector<std::size_t> mentions_in(Range range) const;
    std::vector<std::size_t> names_in(Range range) const;

    // Null: not allowed by the ontology.
    Tie* add(std::size_t subject, std::string_view relation, std::size_t object, std::string_view rule, Range cue,
             double confidence);

    // "X is the leader of Y", "X became ...": the noun phrase that a clause says its subject to be; none: no such.
    std::size_t predicate_of(const Clause& clause) const;

    Document& document_;
    TieBuilder ties_;
    std::size_t sentence_ = 0;
    Range range_;
};

// Whether the kind is one of organised actors: armed group, party, company ...
bool is_body(EntityKind kind);

}  // namespace kith::text
