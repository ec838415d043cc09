// Sentences: ranges of tokens that end at a full stop, question or exclamation mark, or at a line that stands alone.
//
//     "Gen. Ali met U.S. envoys. He left."  ->  two sentences
//
// Sentences are at most max_sentence_tokens long; longer ones are cut, so that later work stays linear in the text.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

inline constexpr std::size_t max_sentence_tokens = 300;

class Sentences final : public Component {
public:
    std::string_view name() const override { return "sentences"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
