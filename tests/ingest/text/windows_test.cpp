#include "ingest/text/reading/windows.hpp"

#include <doctest/doctest.h>

#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {
namespace {

// Sentences of so many words each, the full stop included.
Document document_of(const std::vector<std::size_t>& lengths) {
    Document document;
    for (const std::size_t length : lengths) {
        document.article.text += "War";
        for (std::size_t i = 2; i < length; ++i) document.article.text += " war";
        document.article.text += ".\n\n";
    }
    Tokenizer().apply(document);
    Sentences().apply(document);
    return document;
}

std::vector<Window> windows_of(const std::vector<std::size_t>& lengths) {
    static const encoder::WordPieces pieces("[UNK]\nwar\n.\n");
    encoder::Config config;
    config.window = 288;
    config.piece_offset = 4;
    config.start = 0;
    config.end = 2;
    const Document document = document_of(lengths);
    REQUIRE(document.sentences.size() == lengths.size());
    Windows windows(document, pieces, config);
    std::vector<Window> result;
    for (Window window; windows.next(window);) result.push_back(window);
    return result;
}

TEST_CASE("a window holds whole sentences, with a start and an end") {
    const auto windows = windows_of({3, 4});
    REQUIRE(windows.size() == 1);
    CHECK(windows[0].ids == std::vector<std::int32_t>{0, 5, 5, 6, 5, 5, 5, 6, 2});
    CHECK(windows[0].cases.size() == 9);
    CHECK(windows[0].pieces[4].sentence == SentenceIndex(1));
    CHECK_FALSE(windows[0].asks(0));
    CHECK(windows[0].asks(1));
}

TEST_CASE("what does not fit is the next window's, behind up to 64 pieces of what came before") {
    const auto windows = windows_of({200, 40, 30, 40});
    REQUIRE(windows.size() == 2);
    CHECK(windows[0].body == Range{0, 3});
    CHECK(windows[1].body == Range{3, 4});
    CHECK(windows[1].sentences == Range{2, 4});
    CHECK_FALSE(windows[1].asks(1));
}

TEST_CASE("a long sentence is read up to 250 pieces, with as much before it as there is room for") {
    const auto windows = windows_of({60, 280});
    REQUIRE(windows.size() == 2);
    CHECK(windows[1].sentences == Range{1, 2});
    CHECK(windows[1].pieces.size() == 252);
}

TEST_CASE("an article without a sentence has no window") {
    CHECK(windows_of({}).empty());
}

}  // namespace
}  // namespace kith::text
