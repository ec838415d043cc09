#include "ingest/documents/input.hpp"

#include <doctest/doctest.h>

using kith::Input;

TEST_CASE("a short look behind a long one, and looks between reads, lose nothing") {
    const std::string text = "one, two, three, four, five";
    Input input("a.txt", text);
    CHECK(input.peek(3) == "one");
    CHECK(input.peek(20) == text.substr(0, 20));
    CHECK(input.peek(3) == "one");
    std::string begin(5, ' ');
    REQUIRE(input.read(begin.data(), begin.size()) == 5);
    CHECK(begin == "one, ");
    CHECK(input.peek(3) == "two");
    CHECK(input.peek(100) == text.substr(5));
    CHECK(input.read_all(100) == text.substr(5));
    CHECK(input.peek(1).empty());
}
