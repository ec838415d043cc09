#include "ingest/text/words/language.hpp"

#include "ingest/text/words/unicode.hpp"

namespace kith::text {
namespace {

constexpr std::size_t fewest_words = 40;          // fewer tell too little: headlines, lists of names
constexpr std::size_t fewest_without = 20;        // ... unless not one of them is a function word
constexpr std::size_t fewest_foreign_words = 10;  // another script is told sooner
constexpr std::size_t least_share = 6;            // one function word in so many

bool is_function_word(Tag tag) {
    switch (tag) {
        case Tag::pronoun:
        case Tag::determiner:
        case Tag::preposition:
        case Tag::conjunction:
        case Tag::subordinator:
        case Tag::relative:
        case Tag::be:
        case Tag::have:
        case Tag::do_:
        case Tag::modal:
        case Tag::to:
            return true;
        default:
            return false;
    }
}

bool is_latin(std::int32_t letter) {
    return letter < 0x250 || (letter >= 0x1E00 && letter <= 0x1EFF);
}

}  // namespace

LanguageSigns language_signs(const Document& document) {
    LanguageSigns signs;
    for (const Token& token : document.tokens) {
        const std::int32_t first = code_point_at(token.lower, 0).value;
        if (!is_letter(first)) continue;
        ++signs.words;
        if (is_function_word(token.tag)) ++signs.function_words;
        if (!is_latin(first)) ++signs.other_letters;
    }
    return signs;
}

bool LanguageSigns::english() const {
    if (words >= fewest_foreign_words && other_letters * 2 > words) return false;
    if (words >= fewest_without && function_words == 0) return false;
    return words < fewest_words || function_words * least_share >= words;
}

}  // namespace kith::text
