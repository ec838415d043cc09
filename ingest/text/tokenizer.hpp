// Tokens: words, numbers and marks, in the order of the text.
//
//     "Iran-backed Hezbollah's 1,200 men"  ->  Iran | - | backed | Hezbollah | 's | 1,200 | men
//
// Hyphens stand alone, so that "Iran-backed" and "Israel-Hamas" show their names; "U.S.", "Gen." and "Nov." keep their
// full stop. Text beyond max_analysed_bytes is left alone, and a token is no longer than max_token_bytes.
#pragma once

#include "ingest/text/component.hpp"

namespace kith::text {

inline constexpr std::size_t max_analysed_bytes = 4u
                                                  << 20;  // an article is some kilobytes, a long book three megabytes
inline constexpr std::size_t max_token_bytes = 200;

class Tokenizer final : public Component {
public:
    std::string_view name() const override { return "tokenizer"; }
    void apply(Document& document) const override;
};

// Whether the word, in lower case with its full stop, is an abbreviation that does not end a sentence: "gen.", "u.s.".
bool is_abbreviation(std::string_view lower);

}  // namespace kith::text
