#include "query/export/text_layout.hpp"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("display width counts columns, not bytes or code points") {
    CHECK(display_width("Wagner") == 6);
    CHECK(display_width("Ḥizb") == 4);
    CHECK(display_width("哈马斯") == 6);
    CHECK(display_width("e\u0301te\u0301") == 3);
    CHECK(display_width("a\u200Bb") == 2);
    CHECK(display_width("\xFF\xFE") == 2);
    CHECK(display_width("") == 0);
}

TEST_CASE("single_line takes away what could steer a terminal") {
    CHECK(single_line("  two\n\n lines\t here ") == "two lines here");
    CHECK(single_line("red \033[31mink\a") == "red [31mink");
    CHECK(single_line("abc\u202Edef\u2066") == "abcdef");
    CHECK(single_line("bad \xC3\x28 byte") == "bad \uFFFD( byte");
    CHECK(single_line("\u009B31m") == "31m");
}

TEST_CASE("shorten cuts to a width with an ellipsis") {
    CHECK(shorten("Hezbollah", 9) == "Hezbollah");
    CHECK(shorten("Hezbollah", 5) == "Hezb…");
    CHECK(shorten("Wagner Group", 8) == "Wagner…");
    CHECK(shorten("哈马斯运动", 6) == "哈马…");
    CHECK(shorten("Iran", 0).empty());
}

TEST_CASE("wrap breaks at blanks and inside words that are longer than a line") {
    CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("one two three", 8) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("incomprehensible", 6) == std::vector<std::string>{"incomp", "rehens", "ible"});
    CHECK(wrap("哈马斯", 3) == std::vector<std::string>{"哈", "马", "斯"});
    CHECK(wrap("", 10) == std::vector<std::string>{""});
    CHECK(wrap("哈", 1) == std::vector<std::string>{"哈"});
}

TEST_CASE("wrapped lines hold all words and none is too wide") {
    const std::string text = "Wagner, acting for Moscow, is getting an air defence system ready for Hezbollah.";
    for (std::size_t width = 9; width < 90; ++width) {
        std::string joined;
        for (const std::string& line : wrap(text, width)) {
            CHECK(display_width(line) <= width);
            joined += (joined.empty() ? "" : " ") + line;
        }
        if (width >= 10) CHECK(joined == text);
    }
}
