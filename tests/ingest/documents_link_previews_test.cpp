#include "ingest/documents/link_previews.hpp"

#include <doctest/doctest.h>

using kith::without_link_previews;

TEST_CASE("previews of linked names go, up to \"MORE\"") {
    CHECK(without_link_previews("Sen. Ann Lee Annette (Ann) LeeMayor visits Oslo Talks go on MORE (D-Ohio) said") ==
          "Sen. Ann Lee (D-Ohio) said");
    CHECK(
        without_link_previews("President Krumm Abe Bo KrummGOP wins again MORE. He left Ott Ada B. Ott2020 race opens "
                              "MORE's office.") == "President Krumm. He left Ott's office.");
    CHECK(without_link_previews("Abe Krumm Jr. Abraham (Abe) Krumm Jr.Team wins MORE spoke.") ==
          "Abe Krumm Jr. spoke.");
    CHECK(without_link_previews("Bo McCall Robert (Bo) McCallOvernight news MORE spoke.") == "Bo McCall spoke.");
}

TEST_CASE("what is no preview stays") {
    for (const char* const text :
         {"You can watch YouTube clips of the speech in Oslo and get MORE news", "Pay with PayPal for MORE",
          "READ MORE about Ann Lee", "Ann LeeMayor wins", "Ann Lee met BoTech and asked for MORE", "MORE", "",
          "LeeMayor MORE", "Lee LeeMayor moreover"}) {
        CAPTURE(text);
        CHECK(without_link_previews(text) == text);
    }
}

TEST_CASE("a long paragraph of glued words is searched in time that grows with it") {
    std::string text, rest;
    for (int i = 0; i < 20000; ++i) {
        text += "Lee LeeMayor MOREOVER Ann Lee Anna LeeMayor wins MORE ";
        rest += "Lee LeeMayor MOREOVER Ann Lee ";
    }
    CHECK(without_link_previews(text) == rest);
}
