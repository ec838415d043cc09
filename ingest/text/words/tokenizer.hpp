// Tokens: words, numbers and marks, in the order of the text.
//
//     "Iran-backed Hezbollah's 1,200 men"  ->  Iran | - | backed | Hezbollah | 's | 1,200 | men
//
// Hyphens stand alone, so that "Iran-backed" and "Israel-Hamas" show their names; "U.S.", "Gen." and "Nov." keep their
// full stop. Text beyond max_analysed_bytes or max_tokens is left alone, and a token is no longer than max_token_bytes.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

inline constexpr std::size_t max_analysed_bytes = 4u
                                                  << 20;  // an article is some kilobytes, a long book three megabytes
inline constexpr std::size_t max_token_bytes = 200;
// "War and Peace" has 700,000, a newspaper of a day 200,000. A token takes some hundred bytes, and a text of marks
// alone would have one for each byte.
inline constexpr std::size_t max_tokens = 500'000;

class Tokenizer final : public Component {
public:
    std::string_view name() const override { return "tokenizer"; }
    void apply(Document& document) const override;
};

// How much of the text has become tokens: all of it, but for texts beyond the bounds.
std::size_t analysed_bytes(const Document& document);

// Whether the word, in lower case with its full stop, is an abbreviation that does not end a sentence: "gen.", "u.s.".
bool is_abbreviation(std::string_view lower);

}  // namespace kith::text
