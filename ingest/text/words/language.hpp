// Whether an article is in English, the one language that the analysis reads: of a text in another it makes few claims,
// and wrong ones, and whoever ingests it should know why.
#pragma once

#include <cstddef>

#include "ingest/text/words/document.hpp"

namespace kith::text {

// What the test rests on. Of 8,261 English news articles the poorest has one function word in five words, the usual one
// two in five. Paragraphs of manuals in sixteen other languages have one in fifteen, Hungarian ones ("a", "is") one in
// seven.
struct LanguageSigns {
    std::size_t words = 0;
    std::size_t function_words = 0;  // "the", "of", "is"
    std::size_t other_letters = 0;   // words that begin with a letter that is not Latin

    bool english() const;
};

// Needs tokens and tags; a document without them has no signs and is taken for English.
LanguageSigns language_signs(const Document& document);

}  // namespace kith::text
