#include "ingest/text/actors/actors.hpp"

#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"
#include "ingest/text/marked_text.hpp"

namespace kith::text {
namespace {

TEST_CASE("a paper is its page, and the one that the article is in goes by its last word") {
    CHECK(actors_in("[Breitbart|media] and [Breitbart.com|media]") == List(2, "Breitbart/media"));
    CHECK(actors_in("[Krumm.com|media] and [TheKrumm|media] and [Krumm|media]") == List(3, "Krumm.com/media"));
    CHECK(actors_in("[Krumm.com|place] and [Krumm|media]").back() == "Krumm/media");
    Document document = marked("He told the [Post|media].");
    document.article.publisher = "The Washington Post";
    Actors().apply(document);
    CHECK(document.actors[document.mentions[MentionIndex(0)].actor].name == "Washington Post");
}

TEST_CASE("a thing is the same in the plural, and by its type alone") {
    CHECK(actors_in("A [Zorvat|vehicle] flew. Two [Zorvats|weapon] fell. [Zorvat|vehicle] is no more.") ==
          List(3, "Zorvat/vehicle"));
    CHECK(actors_in("The [Zorvat 9M999|weapon] flew. The [9M999|vehicle] fell. The [Zorvat 9M999|weapon] stood.") ==
          List(3, "Zorvat 9M999/weapon"));
    CHECK(actors_in("A [Blue Lancer|military_unit] met the [Blue Lancers|military_unit].") ==
          List(2, "Blue Lancer/military_unit"));
    CHECK(actors_in("A [Green Beret|military_unit] met the [Green Berets|military_unit].").front() ==
          actors_in("The [Green Berets|military_unit].").front());
}

TEST_CASE("what somebody goes by on a network holds his names or shortens them") {
    CHECK(
        actors_in("[Ana Maria Solis|person] wrote as [@realAnaSolis|person], [@AnaSol|person] and [@ASolis|person].") ==
        List(4, "Ana Maria Solis/person"));
    CHECK(actors_in("[Ana Solis|person] wrote to [@AnaOrtega|person].").back() == "@AnaOrtega/person");
    CHECK(actors_in("[Ken Krumm|person] (@[KKrummDC|person]) and @[kenkrumm|person] and @[KenPKrumm|person]") ==
          List(4, "Ken Krumm/person"));
    CHECK(actors_in("[Ken Krumm|person] and [kenkrumm|person]").back() == "kenkrumm/person");
}

TEST_CASE(
    "a ship read as a person is the ship, a camp the same without the word, a known name written wrong the known one") {
    CHECK(actors_in("The [FS Corvin|vehicle] left. [Corvin|person] came back.") == List(2, "FS Corvin/vehicle"));
    CHECK(actors_in("[Camp Oxi|place] burned. In [Oxi|place] they wept.") == List(2, "Camp Oxi/place"));
    CHECK(actors_in("[Latin America|place] wept, [Latin Amercia|place] too.") == List(2, "Latin America/place"));
}

TEST_CASE("the name of a ship or a group is no person's where a longer name of the document is not") {
    CHECK(actors_in("The [FS Aurore|military_unit] and the [FS Aurore|military_unit] came. The [FS Aurore|person]. "
                    "[Aurore|person] left. [Aurore|person] came.") == List(5, "FS Aurore/military_unit"));
    CHECK(actors_in("[UNIMEX|ngo] met. [UNIMEX|person] said. [UNIMEX|person] left.") == List(3, "UNIMEX/ngo"));
    CHECK(actors_in("[Abu Omar Halabadi|person] fled. [Halabadi|person] hid. [Halabadi|place] ate. "
                    "[Halabadi|place] spoke. [Halabadi|place] slept.") == List(5, "Abu Omar Halabadi/person"));
    CHECK(actors_in("[Ada Dellan|person] founded it. [Dellan|company] grew. [Dellan|company] fell.").back() ==
          "Dellan/company");
}

TEST_CASE("a ship goes by its own name, whatever that is read as") {
    CHECK(
        actors_in("The [USS Boxer|vehicle] came. The [Boxer|person] and the [Boxer|place] left. The [Boxer|place]!") ==
        List(4, "USS Boxer/vehicle"));
    CHECK(actors_in("The [USS Constitution|vehicle] sailed. They voted for a [Constitution|agreement].").back() ==
          "Constitution/agreement");
    CHECK(actors_in("The [USNS Ada Krumm|military_unit] came. The [Krumm|company] left.") ==
          List(2, "USNS Ada Krumm/vehicle"));
}

TEST_CASE("a ship goes by the last word of its name, were it read as a place") {
    CHECK(actors_in("The [USS Boxel|vehicle] fired. [Boxel|place] left. [Boxel|place] came.") ==
          List(3, "USS Boxel/vehicle"));
}

TEST_CASE("a magazine that is called as a place is told by its article") {
    CHECK(actors_in("He told The [Atlantic|place] that the [Atlantic|place] is deep.") ==
          List{"The Atlantic/media", "Atlantic/place"});
    CHECK(actors_in("By Abe Krumm, The [Atlantic|place]").back() == "The Atlantic/media");
    CHECK(actors_in("It is deep. The [Atlantic|place] is cold.") == List{"Atlantic/place"});
}

TEST_CASE("a medium goes by its name without what sort it is, and a ship is nobody whom it is called after") {
    CHECK(actors_in("[Al Mayadeen|media] and [Al Mayadeen TV|media]") == List(2, "Al Mayadeen/media"));
    CHECK(actors_in("[Lodvin|media] and [Lodvin TV|media]").size() == 2);
    CHECK(actors_in("[NPR|media] and [NPR News|media]") == List(2, "NPR/media"));
    CHECK(actors_in("[USS Abe Krumm|person] sank. [Abe Krumm|person] wept.") ==
          List{"USS Abe Krumm/vehicle", "Abe Krumm/person"});
}

TEST_CASE("a name before \"hotel\" is the longer one before \"hotel\", where there is no other") {
    CHECK(actors_in("Men stormed a [Marbella|place] hotel. The [Marbella Sun|place] hotel burnt.") ==
          List(2, "Marbella Sun/place"));
    CHECK(actors_in("Men stormed a [Marbella|place] hotel. The [Marbella Sun|place] beach burnt.").front() ==
          "Marbella/place");
    CHECK(
        actors_in("A [Marbella|place] hotel, the [Marbella Sun|place] hotel and the [Marbella Sea|place] hotel burnt.")
            .front() == "Marbella/place");
}

TEST_CASE("a paper is the same with a capital, read as somebody") {
    CHECK(actors_in("[elMolino|media] reported it. [ElMolino|person] asked.") == List(2, "elMolino/media"));
}

TEST_CASE("a ship read as a company or a place is the ship; a department is no company of its name") {
    CHECK(actors_in("The [MT Front Osprey|company] burned. The [Front Osprey|place] sank.") ==
          List(2, "MT Front Osprey/vehicle"));
    CHECK(actors_in("In [Meta|place] department, [Meta|company] has an office.") ==
          List{"Meta department/place", "Meta/company"});
    CHECK(actors_in("The [MT Everest|place] fell.").front() == "Mount Everest/place");
}

TEST_CASE("a medium is told by what it reports, and a programme by whose it is") {
    CHECK(actors_in("The [Atlantic|place] first reported it.").front() == "The Atlantic/media");
    CHECK(actors_in("The [Atlantic|place] is deep.").front() == "Atlantic/place");
    CHECK(actors_in("He said on [CNN|media]'s \"[State of the Union|event].\"").back() ==
          "State of the Union (programme)/media");
    CHECK(actors_in("[Trump|person]'s [State of the Union|event] was long.").back() == "State of the Union/event");
    CHECK(actors_in("[American|nationality] voters read [Vox|media].").back() == "Vox Media/media");
    CHECK(actors_in("[Spanish|nationality] voters chose [Vox|party].").back() == "Vox/party");
}

TEST_CASE("the Times is that of the state of which the text names most, unless it names one of another first word") {
    CHECK(actors_in("The [Times|media] asked the [White House|government_body] and the [Pentagon|government_body].")
              .front() == "New York Times/media");
    CHECK(actors_in("The [Times|media] asked [Scotland|place] and [Tony Blair|person].").front() == "The Times/media");
    CHECK(actors_in("The [Krumm Times|media] asked the [Pentagon|government_body]. The [Times|media] left.").back() ==
          "Krumm Times/media");
}

}  // namespace
}  // namespace kith::text
