// A light tagger: parts of speech from word lists, endings and the words beside; lemmas of verbs and plural nouns.
//
//     "Hezbollah attacks Israel"  ->  attacks/verb (attack)        "attacks on Israel"  ->  attacks/noun (attack)
//
// It knows the verbs of data/verbs.tsv and the closed classes of data/words.tsv; every other word counts as a noun.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Tagger final : public Component {
public:
    std::string_view name() const override { return "tagger"; }
    void apply(Document& document) const override;
};

// "missiles" -> "missile", "countries" -> "country"; other words unchanged.
std::string singular(std::string_view lower);

}  // namespace kith::text
