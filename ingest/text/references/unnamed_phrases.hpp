// Noun phrases for people and papers that a text lets speak without a name: data/unnamed_speakers.tsv.
//
//     "three people briefed on the matter said"         subject: three people briefed on the matter
//     "according to dozens of witnesses on Monday"      beginning_at "dozens": dozens of witnesses
//     "two Israeli officials said"                      nobody unnamed: Israel is known
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/text/words/document.hpp"

namespace kith::text {

struct UnnamedPhrase {
    Range words;              // from the determiner to the last word that tells more of him
    std::size_t head = none;  // "people"
    std::size_t end = none;   // behind the words and what was left out: ", who asked not to be named,"
    bool is_known = false;    // "the official": one of whom the text has told
};

class UnnamedPhrases {
public:
    // Sees the mentions as they are now; the document must outlive it.
    explicit UnnamedPhrases(const Document& document);

    // The phrase with this head that is the subject of a verb of speech; the verb stands at `end`, but for "have" and
    // adverbs.
    std::optional<UnnamedPhrase> subject(std::size_t head, Range sentence) const;
    // The phrase whose first word is the token.
    std::optional<UnnamedPhrase> beginning_at(std::size_t token, Range sentence) const;
    // The verb of speech that begins here: "said" of "have also said"; none.
    std::size_t verb_of_speech(std::size_t token, Range sentence) const;
    // Whether the token may stand before the head of a noun phrase.
    bool is_premodifier(std::size_t i) const;
    // The words as they are shown: in one line, and small where only the sentence made the first letter a capital.
    std::string text(const UnnamedPhrase& phrase, Range sentence) const;

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    bool is_indefinite(const Mention& mention) const;
    bool opens_phrase(std::size_t i) const;
    bool opens_details(std::size_t i, Range sentence) const;
    bool is_dated(std::size_t i, Range sentence) const;
    std::optional<UnnamedPhrase> up_to(std::size_t head, Range sentence) const;
    std::size_t end_of_details(std::size_t begin, Range sentence) const;
    bool may_tell_more(std::size_t head, Range details) const;

    const Document& document_;
    std::vector<bool> known_;  // tokens of mentions that stand for somebody
};

}  // namespace kith::text
