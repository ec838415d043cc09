#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

bool names(const std::string& text, const std::string& actor) {
    const std::vector<std::string> actors = actors_of(text);
    return std::find(actors.begin(), actors.end(), actor) != actors.end();
}

TEST_CASE("states are known by name, by people and by abbreviation") {
    CHECK(names("He left Chad.", "Chad/state"));
    CHECK(names("A Kenyan envoy spoke.", "Kenya/state"));
    CHECK(names("He flew to the U.S. on Monday.", "United States/state"));
    CHECK_FALSE(names("It hit us hard.", "United States/state"));
}

TEST_CASE("titles are no part of a person's name") {
    CHECK(names("We saw Foreign Minister Subrahmanyam Jaishankar there.", "Subrahmanyam Jaishankar/person"));
    CHECK(names("Then Gen. Min Aung Hlaing spoke.", "Min Aung Hlaing/person"));
}

TEST_CASE("a last name alone is the person of that name") {
    const std::string text = "Ajay Banga spoke in Lagos. Later Banga left.";
    CHECK(names(text, "Ajay Banga/person"));
    CHECK_FALSE(names(text, "Banga/person"));
}

TEST_CASE("the head word tells the kind of a body") {
    CHECK(names("The Kenyan Ministry of Health denied it.", "Kenyan Ministry of Health/government_body"));
    CHECK(names("He joined the Amhara Liberation Front in May.", "Amhara Liberation Front/armed_group"));
}

TEST_CASE("an abbreviation in brackets is the name before it") {
    const std::string text = "The Amhara Liberation Front (ALF) fought on. Later the ALF fled.";
    CHECK_FALSE(names(text, "ALF/organisation"));
}

TEST_CASE("a place is told by the preposition before it") {
    CHECK(names("Shelling resumed in Zamzam and near Zamzam.", "Zamzam/place"));
}

TEST_CASE("an ordinary word that opens a sentence is no name") {
    CHECK(actors_of("Shelling resumed. Dawn came. The dawn was cold.").empty());
}

TEST_CASE("a body goes by the fullest name that the text uses, and keeps the known one as an alias") {
    const Document document = analysed("The PKK fought on.");
    REQUIRE(document.actors.size() == 1);
    CHECK(document.actors[0].name == "PKK");
    CHECK(std::count(document.actors[0].aliases.begin(), document.actors[0].aliases.end(),
                     "Kurdistan Workers' Party") == 1);
}

TEST_CASE("the first word of a body's name is that body, unless a person bears it") {
    CHECK(actors_of("Russia sent Wagner to Mali.")[1] == "Wagner Group/armed_group");
    CHECK(actors_of("Robert Wagner visited Mali. Mali thanked Wagner.").front() == "Robert Wagner/person");
    CHECK(actors_of("Robert Wagner visited Mali. Mali thanked Wagner.").size() == 2);
}

TEST_CASE("a maker may be called like its product") {
    CHECK(actors_of("Canada blacklisted Shahed Aviation Industries.")[1] == "Shahed Aviation Industries/company");
}

}  // namespace
}  // namespace kith::text
