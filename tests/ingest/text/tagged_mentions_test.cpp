#include "ingest/text/reading/tagged_mentions.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kith::text {
namespace {

// Scores of two kinds of names: a column each for outside, B1, I1, B2, I2.
encoder::Table scores(std::vector<std::vector<float>> rows) {
    encoder::Table table{rows.size(), rows.front().size(), {}};
    for (const auto& row : rows) table.values.insert(table.values.end(), row.begin(), row.end());
    return table;
}

using Tags = std::vector<std::uint32_t>;

TEST_CASE("a tag that goes on with a name stands only behind one of its kind") {
    const auto table = scores({{0, 5, 0, 4, 0}, {0, 0, 1, 0, 4}});  // B1 is the best alone, but I2 cannot follow it
    CHECK(best_tags(table, std::vector<std::size_t>{0, 1}, {true, false}) == Tags{3, 4});
}

TEST_CASE("no name goes on into the next sentence") {
    const auto table = scores({{0, 5, 0, 0, 0}, {0, 0, 9, 0, 0}});
    CHECK(best_tags(table, std::vector<std::size_t>{0, 1}, {true, true}) != Tags{1, 2});
    CHECK(best_tags(table, std::vector<std::size_t>{0, 1}, {true, false}) == Tags{1, 2});
}

TEST_CASE("no words have no tags") {
    CHECK(best_tags(scores({{0, 1, 0, 0, 0}}), {}, {}).empty());
}

// A window of one sentence; '+' before a piece: it goes on with the word before.
Window window(const std::vector<std::string>& pieces) {
    Window result;
    result.sentences = result.body = {0, 1};
    result.pieces.emplace_back();
    std::size_t at = 0;
    for (const std::string& piece : pieces) {
        result.pieces.push_back({{at, at + 1}, SentenceIndex(0), piece[0] != '+'});
        at += 1;
    }
    result.pieces.emplace_back();
    return result;
}

TEST_CASE("names and references are spans of pieces, whole words each") {
    const Window four = window({"pri", "+go", "met", "the", "group"});
    encoder::TextScores text;
    text.names = scores({{9, 0, 0}, {0, 9, 0}, {0, 0, 0}, {9, 0, 0}, {9, 0, 0}, {9, 0, 0}, {9, 0, 0}});
    text.references = scores({{9, 0, 0}, {9, 0, 0}, {9, 0, 0}, {9, 0, 0}, {0, 2, 0}, {0, 0, 2}, {9, 0, 0}});
    const auto found = tagged_mentions(four, text, 0.35);
    REQUIRE(found.size() == 2);
    CHECK((found[0].input.span.first == 1 && found[0].input.span.last == 2 && found[0].input.kind == 1));
    CHECK((found[1].input.span.first == 4 && found[1].input.span.last == 5 && found[1].input.kind == 0));
    CHECK(tagged_mentions(four, text, 0.99).size() == 1);
}

}  // namespace
}  // namespace kith::text
