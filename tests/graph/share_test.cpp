#include "graph/share.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

TEST_CASE("a share is a number of per cent") {
    for (const char* text : {"51 %", "51%", "51.0 %", " 51 % ", "51 percent", "51 per cent", "51% stake"}) {
        CAPTURE(text);
        CHECK(parse_share(text) == Share{0.51, 0.51});
    }
    CHECK(parse_share("33.5 %")->least == doctest::Approx(0.335));
    CHECK(parse_share("33,5 %")->least == doctest::Approx(0.335));
    CHECK(parse_share("0 %") == Share{0.0, 0.0});
    CHECK(parse_share("100 %") == Share{1.0, 1.0});
}

TEST_CASE("a band is a share of which the least and the most are known") {
    for (const char* text : {"25 to 50 %", "25-50 %", "25 % to 50 %", "25%–50%"}) {
        CAPTURE(text);
        CHECK(parse_share(text) == Share{0.25, 0.5});
    }
    for (const char* text : {"more than 25% but not more than 50%", ">25% and <=50%", "over 25 % but less than 50 %"}) {
        CAPTURE(text);
        CHECK(parse_share(text) == Share{0.25, 0.5});
    }
    for (const char* text :
         {"more than 75 %", "> 75 %", ">=75%", "≥ 75 %", "75 % or more", "75%+", "not less than 75 %"}) {
        CAPTURE(text);
        CHECK(parse_share(text) == Share{0.75, 1.0});
    }
    CHECK(parse_share("up to 25 %") == Share{0.0, 0.25});
    CHECK(parse_share("< 25%") == Share{0.0, 0.25});
}

TEST_CASE("what is no share is not taken for one") {
    for (const char* text : {"",
                             "%",
                             "51",
                             "-5 %",
                             "+5 %",
                             "1e9 %",
                             "1e1 %",
                             "NaN %",
                             "inf %",
                             "0x10 %",
                             "101 %",
                             "100.01 %",
                             "1,000 %",
                             "51 % of the votes",
                             "5.",
                             "5. %",
                             ".5 %",
                             "50-25 %",
                             "majority",
                             "more than 50% but not more than 25%",
                             "up to 25",
                             "> 25",
                             "51 million dollars",
                             "5 % 5 %",
                             "٥١ %",
                             "0000000000000000000000000001 %"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_share(text));
    }
    CHECK_FALSE(parse_share(std::string(1'000'000, '1') + " %"));
    CHECK_FALSE(parse_share(std::string(1'000'000, ' ') + "1 %"));
}

TEST_CASE("a share is written in one normal form") {
    CHECK(share_in_words(0.51) == "51 %");
    CHECK(share_in_words(0.335) == "33.5 %");
    CHECK(share_in_words(1.0) == "100 %");
    CHECK(share_in_words(0.0) == "0 %");
    CHECK(share_in_words(1.0 / 3.0) == "33.3333 %");
    CHECK(share_in_words(1.2) == "120 %");
    CHECK(share_in_words(1.0 / 3.0, 2) == "33.33 %");
    CHECK(share_in_words(0.1, 0) == "10 %");
}
