#include <doctest/doctest.h>

#include "ingest/text/text_picture.hpp"
#include "ingest/text/words/sentences.hpp"

namespace kith::text {
namespace {

std::vector<std::string> sentences_of(const std::string& text) {
    const Document document = tagged(text);
    std::vector<std::string> result;
    for (const Sentence& sentence : document.sentences) result.emplace_back(document.text(sentence.span));
    return result;
}

using Sentences = std::vector<std::string>;

TEST_CASE("a full stop ends a sentence, an abbreviation's does not") {
    CHECK(sentences_of("Gen. Haftar met Mr. Serraj. They parted.") ==
          Sentences{"Gen. Haftar met Mr. Serraj.", "They parted."});
}

TEST_CASE("closing quotation marks belong to the sentence they close") {
    CHECK(sentences_of("\"We left.\" He nodded.") == Sentences{"\"We left.\"", "He nodded."});
}

TEST_CASE("a line that stands alone is a sentence") {
    CHECK(sentences_of("Talks open in Geneva\n\nEnvoys arrived.") ==
          Sentences{"Talks open in Geneva", "Envoys arrived."});
}

TEST_CASE("lines of a wrapped text are joined") {
    std::string text;
    for (int i = 0; i < 5; ++i)
        text +=
            "The envoys of the two sides spoke for a long time and then\nGeneva fell silent again while they waited "
            "for word from\n";
    CHECK(sentences_of(text + "Oslo.").size() == 1);
}

TEST_CASE("a sentence without end is cut at the bound") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "and so ";
    for (const Sentence& sentence : tagged(text).sentences) CHECK(sentence.tokens.size() <= max_sentence_tokens);
}

TEST_CASE("a line in title case is a heading") {
    CHECK(tagged("Rebels Seize Northern Town\n\nThey came at dawn.").sentences.front().heading);
    CHECK_FALSE(tagged("Rebels seize northern town\n\nThey came.").sentences.front().heading);
}

}  // namespace
}  // namespace kith::text
