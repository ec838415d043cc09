#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"
#include "ingest/text/actors/same_name.hpp"
#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {
namespace {

TEST_CASE("what the text says is another name is the same actor") {
    CHECK(actors_in("[Dairo Molina|person], also known as \"[Otón|person]\", fled. [Otón|person] was seen.") ==
          List(3, "Dairo Molina/person"));
    CHECK(actors_in("[Blue Harbour|company], formerly [Grey Dock|company], sank. [Grey Dock|company] rose.") ==
          List(3, "Blue Harbour/company"));
    CHECK(actors_in("The [Frente Azul|armed_group] (a.k.a. the [Blue Front|armed_group]) fled.") ==
          List(2, "Frente Azul/armed_group"));
    CHECK(actors_in("The [Blue Front|armed_group] ([Frente Azul del Norte|armed_group]) fled.") ==
          List(2, "Blue Front/armed_group"));
}

TEST_CASE("brackets and words of change say nothing of persons, and nothing of places") {
    CHECK(actors_in("[Tony Marello|person] ([Jan Adams|person]) dies.") ==
          List{"Tony Marello/person", "Jan Adams/person"});
    CHECK(actors_in(
              "[Jan Adams|person], formerly [Tom Reed|person]'s cook, and [Jan Ott|person], now [Al Ray|person].") ==
          List{"Jan Adams/person", "Tom Reed/person", "Jan Ott/person", "Al Ray/person"});
    CHECK(actors_in("[Upper Oxley|place] ([Ostmark|place]) burned.") == List{"Upper Oxley/place", "Ostmark/place"});
    CHECK(actors_in("In [Upper Oxley|place] ([AFM|media]) rebels fled.") == List{"Upper Oxley/place", "AFM/media"});
}

TEST_CASE("another name may stand in square brackets") {
    Document document;
    document.article.text = "The Frente Azul [Blue Front] won.";
    Tokenizer().apply(document);
    CHECK(says_same_name(document, {1, 3}, {4, 6}) == SameName::in_brackets);
    Document dash;
    dash.article.text = "The Blue Front (Frente Azul - FA-Uno) won.";
    Tokenizer().apply(dash);
    CHECK(says_same_name(dash, {1, 3}, {4, 6}) == SameName::in_brackets);
}

TEST_CASE("a text tells more than one other name, and initials with what they are") {
    CHECK(actors_in("[Abe Krumm|person], alias \"[El Teo|person]\" or \"[Z-9|person],\" left.") ==
          List(3, "Abe Krumm/person"));
    CHECK(actors_in("[Abe Krumm|person], alias \"[El Teo|person]\" and [Bo Ott|person] left.").back() ==
          "Bo Ott/person");
    CHECK(actors_in("The [Salt Council|ngo] ([CSN|ngo], for its initials in Spanish) met. [CSN|ngo] left.") ==
          List(3, "Salt Council/ngo"));
    CHECK(actors_in("[Jennifer Krumm|person] wrote. [@JenKrummTV|person] and [Abe Ott|person] ([@W7|person]) did.") ==
          List{"Jennifer Krumm/person", "Jennifer Krumm/person", "Abe Ott/person", "Abe Ott/person"});
}

TEST_CASE("a nickname's translation behind a comma is the same") {
    CHECK(actors_in("He obeys [El Lodvo|person], The [Fox|person]. The [Fox|person] fled.") ==
          List(3, "El Lodvo/person"));
    CHECK(actors_in("He obeys [El Lodvo|person], the [Fox|person] and all.").back() == "Fox/person");
    CHECK(actors_in("He obeys [Ilya Lodvo|person], The [Fox|person] and all.").back() == "Fox/person");
}

TEST_CASE("behind a translation's dash and comma another name may stand in the bracket") {
    CHECK(
        actors_in("The [Blue Lance of Lodva|armed_group] ([Lanza Azul de Lodva|armed_group] - [LAL|armed_group], also "
                  "known as the \"[Lodvans|armed_group]\") fled.") == List(4, "Blue Lance of Lodva/armed_group"));
}

TEST_CASE("a nickname in quotation marks with a last name is whose last name that is") {
    CHECK(actors_in("[Ada Krumm|person] spoke. The chief, called \"[Mad Dog Krumm|person]\", left.") ==
          List(2, "Ada Krumm/person"));
    CHECK(actors_in("[Ada Krumm|person] spoke. [Bo Krumm|person] left. \"[Mad Dog Krumm|person]\" left.").back() ==
          "Mad Dog Krumm/person");
    CHECK(actors_in("[Ada Krumm|person] spoke. [Mad Dog Krumm|person] left.").back() == "Mad Dog Krumm/person");
    CHECK(actors_in("[Gordon Brown|person] saw the film \"[Molly Brown|person]\".").back() == "Molly Brown/person");
}

TEST_CASE("what somebody's real name is he is called, and both names behind \"known as\"") {
    CHECK(actors_in("[Krumm|person], whose real name was [Ada Ott|person], left.") == List(2, "Ada Ott/person"));
    CHECK(actors_in("[Krumm|person], whose lawyer's name was [Ada Ott|person], left.").back() == "Ada Ott/person");
    CHECK(actors_in("[Ada Krumm|person], also known as [La Ola|person] and [La Mar|person], left.") ==
          List(3, "Ada Krumm/person"));
    CHECK(actors_in("[Ada Krumm|person], also known as [La Ola|person], and [Bo Ott|person] left.").back() ==
          "Bo Ott/person");
}

TEST_CASE("a name in brackets may be read otherwise, or stand behind \"or\"") {
    CHECK(actors_in("The [Wolf Force|armed_group] ([Fuerza Lobo|person]) left.") == List(2, "Wolf Force/armed_group"));
    CHECK(actors_in("The [Wolf Force|armed_group] ([Ana Krumm|person]) left.").back() == "Ana Krumm/person");
    CHECK(
        actors_in("The [Alten Office|government_body] (or the [Krumm Board|government_body], as it is called) left.") ==
        List(2, "Alten Office/government_body"));
}

TEST_CASE("two who are known as one and the other are two; so are those of an \"or\" that tells no name") {
    CHECK(actors_in("Two gunmen known as [Tiger Krumm|person] and [Wolf Ott|person] left.").back() ==
          "Wolf Ott/person");
    CHECK(actors_in("The [Alten Party|party] (or the [Krumm Front|party]) will win.").back() == "Krumm Front/party");
}

TEST_CASE("a handle in brackets is whose name stands before it, whatever it reads like") {
    CHECK(actors_in("[Ada Krumm|person] (@[HARBOR4Peace|state]) left.") == List(2, "Ada Krumm/person"));
    CHECK(actors_in("[Harbor News|media] (@[rHarborNews|person]) told.") == List(2, "Harbor News/media"));
    CHECK(actors_in("[Ada Krumm|person] wrote. [adakrummgt|person] told.") == List(2, "Ada Krumm/person"));
    CHECK(actors_in("[Ada Krumm|person] ([Alten|place]) left.") == List{"Ada Krumm/person", "Alten/place"});
    CHECK(actors_in("Follow [Ada Krumm|person] on [Twitter|company] (@[AKrumm|person]).").back() == "Ada Krumm/person");
    CHECK(actors_in("[Ada Krumm|person] (@[CNN|media]) left. [CNN|media] told.").back() == "CNN/media");
    CHECK(actors_in("[Ada Krumm|person] (@[Ox Harbor|media]) left. [Ox Harbor|media] told.").back() ==
          "Ox Harbor/media");
}

}  // namespace
}  // namespace kith::text
