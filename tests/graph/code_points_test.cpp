#include "graph/code_points.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using kith::CodePoints;

namespace {

// Where each code point begins, and last the end of the text: one look at every byte.
std::vector<std::size_t> beginnings(const std::string& text) {
    std::vector<std::size_t> found;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        const auto value = static_cast<unsigned char>(text[byte]);
        if (value < 0x80 || value > 0xBF) found.push_back(byte);
    }
    found.push_back(text.size());
    return found;
}

void check_against_slow(const std::string& text) {
    const CodePoints points(text);
    const std::vector<std::size_t> expected = beginnings(text);
    for (std::size_t point = 0; point < expected.size(); ++point) {
        REQUIRE(points.byte_of(point) == expected[point]);
        REQUIRE(points.of_byte(expected[point]) == point);
    }
    REQUIRE(points.byte_of(expected.size()) == text.size());
    REQUIRE(points.byte_of(static_cast<std::size_t>(-1)) == text.size());
    REQUIRE(points.of_byte(static_cast<std::size_t>(-1)) == expected.size() - 1);
}

}  // namespace

TEST_CASE("a letter of several bytes is one code point") {
    const std::string text = "Ḥizb";
    const CodePoints points(text);
    CHECK(points.of_byte(3) == 1);
    CHECK(points.byte_of(0) == 0);
    CHECK(points.byte_of(1) == 3);
    CHECK(points.byte_of(4) == 6);  // past the end
    CHECK(CodePoints("").byte_of(0) == 0);
    CHECK(CodePoints("").byte_of(7) == 0);
}

TEST_CASE("code points and bytes agree with a slow count on random texts") {
    std::mt19937 random(11);
    const std::vector<std::string> letters = {"a", " ", "é", "ж", "’", "中", "𐎠", "🕊"};
    for (int round = 0; round < 200; ++round) {
        // One letter more often than others, so that blocks of 256 bytes hold 64 to 256 code points.
        const std::string& usual = letters[random() % letters.size()];
        std::string text;
        for (std::size_t left = random() % 1500; left > 0; --left) {
            text += random() % 3 == 0 ? letters[random() % letters.size()] : usual;
        }
        check_against_slow(text);
    }
}

TEST_CASE("texts that end where a block of 256 bytes does are counted to their end") {
    for (const std::size_t size : {255U, 256U, 257U, 511U, 512U, 513U}) {
        check_against_slow(std::string(size, 'x'));
        check_against_slow(std::string(size - 2, 'x') + "é");
        check_against_slow(std::string(size - 1, 'x') + "é");
    }
}

TEST_CASE("bytes that are no UTF-8 do not lead astray") {
    check_against_slow(std::string(1000, '\xBF'));  // blocks without a beginning
    check_against_slow("a" + std::string(700, '\x80') + "b" + std::string(700, '\x80'));
    check_against_slow(std::string(1000, '\xFF'));
    std::mt19937 random(12);
    for (int round = 0; round < 100; ++round) {
        std::string text(random() % 1500, '\0');
        for (char& byte : text) byte = static_cast<char>(random() % 256);
        check_against_slow(text);
    }
}
