#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

TEST_CASE("verbs tie subject and object, active and passive") {
    CHECK(has_claim("Ethiopian troops attacked Fano in Gondar.", "Ethiopia -attacks-> Fano"));
    CHECK(has_claim("Fano was attacked by Ethiopian troops.", "Ethiopia -attacks-> Fano"));
    CHECK(has_claim("The rebels are backed by Rwanda, and M23 is supported by Uganda.", "Uganda -backs-> M23"));
}

TEST_CASE("what is given stands as the item") {
    const Document document = analysed("Turkey sold combat drones to Mali.");
    REQUIRE(document.claims.size() == 1);
    CHECK(picture(document.claims[0]) == "Turkey -supplies-> Mali");
    CHECK(document.claims[0].item == "combat drones");
    CHECK(document.text(document.claims[0].cue) == "sold");
}

TEST_CASE("nouns tie their possessor and their complement") {
    CHECK(has_claim("Eritrea's attack on Djibouti went on.", "Eritrea -attacks-> Djibouti"));
    CHECK(has_claim("Kenya launched an attack on Al-Shabaab.", "Kenya -attacks-> Al-Shabaab"));
    CHECK(has_claim("The war between Ethiopia and Eritrea ended.", "Ethiopia -fights-> Eritrea"));
}

TEST_CASE("either-or makes claims that exclude one another") {
    const Document document = analysed("Turkey sold drones to either Mali or Niger.");
    REQUIRE(document.claims.size() == 2);
    CHECK(document.claims[0].alternative != 0);
    CHECK(document.claims[0].alternative == document.claims[1].alternative);
}

TEST_CASE("members of a coordinated subject are tied among themselves") {
    CHECK(has_claim("Kenya and Uganda signed a treaty.", "Kenya -agrees_with-> Uganda"));
}

TEST_CASE("troops, officials and members stand for whom they belong to") {
    CHECK(has_claim("Members of Boko Haram attacked Chad.", "Boko Haram -attacks-> Chad"));
}

TEST_CASE("a list of hostile length makes no flood of ties") {
    std::string text = "Iran, Iraq, Oman, Chad, Mali, Niger, Togo, Benin, Ghana and Kenya attacked ";
    text += "Peru, Cuba, Fiji, Laos, Nepal, India, Japan, China, Spain and Italy.";
    CHECK(claims_of(text).empty());
}

TEST_CASE("those who fight alongside a third do not fight each other") {
    const std::string text = "Kenya and Uganda fought alongside Rwanda.";
    CHECK_FALSE(has_claim(text, "Kenya -fights-> Uganda"));
    CHECK(has_claim(text, "Uganda -fights_alongside-> Rwanda"));
}

TEST_CASE("who leads a mutiny against an army does not lead its state") {
    CHECK(claims_of("Zemene Kassie had led a mutiny against the Ethiopian army.") ==
          std::vector<std::string>{"Zemene Kassie -rebels_against-> Ethiopia"});
}

TEST_CASE("the house where a conference is held takes no part in it") {
    CHECK_FALSE(has_claim("Karine Jean-Pierre speaks during a news conference at the White House.",
                          "Karine Jean-Pierre -meets-> White House"));
}

}  // namespace
}  // namespace kith::text
