#include <doctest/doctest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "ingest/text/encoder/encoder_data.hpp"
#include "ingest/text/encoder/word_pieces.hpp"

using namespace kith::text::encoder;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("hard strings are cut as tokenizers cuts them") {
    const std::string vocabulary = content_of(encoder_data("vocabulary.txt"));
    const std::vector<std::string> names = lines_of(vocabulary);
    const WordPieces pieces(vocabulary);
    std::size_t seen = 0;
    for (const std::string& line : lines_of(content_of(encoder_data("word_pieces.jsonl")))) {
        const auto expected = nlohmann::json::parse(line);
        auto got = nlohmann::json{{"text", expected.at("text")},      {"pieces", nlohmann::json::array()},
                                  {"begin", nlohmann::json::array()}, {"end", nlohmann::json::array()},
                                  {"first", nlohmann::json::array()}, {"case", nlohmann::json::array()}};
        for (const WordPiece& piece : pieces.split(expected.at("text").get<std::string>())) {
            got["pieces"].push_back(names.at(static_cast<std::size_t>(piece.id)));
            got["begin"].push_back(piece.begin);
            got["end"].push_back(piece.end);
            got["first"].push_back(piece.first);
            got["case"].push_back(static_cast<int>(piece.word_case));
        }
        CHECK(got == expected);
        ++seen;
    }
    CHECK(seen >= 60);
}

TEST_CASE("bytes that are no UTF-8 are passed over") {
    const std::string vocabulary = content_of(encoder_data("vocabulary.txt"));
    const WordPieces pieces(vocabulary);
    const auto got = pieces.split("a\xFF\xC3 a\xE2\x82");
    REQUIRE(got.size() == 2);
    CHECK(got[0].id == got[1].id);
    CHECK(got[1].begin == 4);
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const std::string two = {static_cast<char>(first), static_cast<char>(second)};
            for (const WordPiece& piece : pieces.split(two)) REQUIRE(piece.end <= two.size());
        }
    }
}

TEST_CASE("a vocabulary without [UNK] is refused") {
    CHECK_THROWS_AS(WordPieces("a\nb"), kith::Error);
}

TEST_CASE("six ways to write a word") {
    CHECK(case_of("leads") == WordCase::lower);
    CHECK(case_of("covid19") == WordCase::lower);
    CHECK(case_of("Élan") == WordCase::title);
    CHECK(case_of("I") == WordCase::title);
    CHECK(case_of("G7") == WordCase::upper);
    CHECK(case_of("НАТО") == WordCase::upper);
    CHECK(case_of("McKinsey") == WordCase::mixed);
    CHECK(case_of("北京") == WordCase::mixed);  // letters without case
    CHECK(case_of("2023") == WordCase::digits);
    CHECK(case_of("²") == WordCase::digits);
    CHECK(case_of("½") == WordCase::no_letter);
    CHECK(case_of("") == WordCase::no_letter);
}
