#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"

namespace kith::text {
namespace {

TEST_CASE("a demonym stands for its state, and that of no state for a people") {
    CHECK(actors_in("[Russian|nationality] troops met [Kurds|nationality].") ==
          List{"Russia/state", "Kurds/population_group"});
}

TEST_CASE("the gazetteer knows a state by all its names, whatever their capitals") {
    CHECK(actors_in("[RUSSIA|state] warned the [U.S.|state] and [America|state].") ==
          List{"Russia/state", "United States/state", "United States/state"});
}

TEST_CASE("places of one name are told apart by what is named beside them") {
    CHECK(
        actors_in("[Georgia|place] voted. [Atlanta|place] and [Brian Kemp|person] of the [United States|state].")[0] ==
        "Georgia (U.S. state)/place");
    CHECK(actors_in("[Georgia|state] met [Russia|state] and the [United States|state].")[0] == "Georgia/state");
    CHECK(
        actors_in("[Armenia|state] and [Georgia|state] spoke. [Atlanta|place] and [Brian Kemp|person] did, too.")[1] ==
        "Georgia/state");
    CHECK(actors_in("[Oman|state], [Armenia|state], and [Georgia|state] spoke. [Atlanta|place] and [Brian Kemp|person] "
                    "did. [Macon|place] slept.")[2] == "Georgia/state");
    CHECK(actors_in("[Congo|state] met rebels near [Brazzaville|place].")[0] == "Republic of the Congo/state");
    CHECK(actors_in("They met in [Lebanon|place], [Pennsylvania|place].")[0] == "Lebanon, Pennsylvania/place");
    CHECK(actors_in("They met in [Lebanon|place], [Pennsylvania|place] and Rome.")[0] == "Lebanon/state");
}

TEST_CASE("a place is the same with a generic word, and its name a person's where nothing is there") {
    CHECK(actors_in("[Oxmar Province|place] fell. In [Oxmar|place] they fought.") == List(2, "Oxmar Province/place"));
    CHECK(actors_in("[Oxmar City|place] fell. In [Oxmar|place] they fought.") ==
          List{"Oxmar City/place", "Oxmar/place"});
    CHECK(actors_in("[South Korea|state] met [North Korea|state]. The [South|place] spoke.").back() ==
          "South Korea/state");
    CHECK(actors_in("[Marco Leeds|person] and [Marco Leeds|person] met, as [Leeds|place] wanted.") ==
          List(3, "Marco Leeds/person"));
    CHECK(actors_in("[Marco Leeds|person] and [Marco Leeds|person] met in [Leeds|place].").back() == "Leeds/place");
}

TEST_CASE("a region is named by its people, and somebody with what tells the generation") {
    CHECK(actors_in("[European|nationality] cities.") == List{"Europe/place"});
    CHECK(actors_in("[Joseph R. Biden Jr.|person] met [Biden|person].") == List(2, "Joseph R. Biden Jr./person"));
}

TEST_CASE("places are the same with an abbreviated word, their county, their state, and as what they are") {
    CHECK(actors_in("[Ft. Krumm|place] and [Fort Krumm|place]") == List(2, "Ft. Krumm/place"));
    CHECK(actors_in("[Fort Worth|place] and [Ft. Worth|place]") == List(2, "Fort Worth/place"));
    CHECK(actors_in("[Loudoun County|place] and [Loudoun|place]") == List(2, "Loudoun/place"));
    CHECK(actors_in("[Manchester, N.H.|place] and [Manchester|place]") == List(2, "Manchester, N.H./place"));
    CHECK(actors_in("[Aleppo, Syria|place] and [Aleppo|place]").back() == "Aleppo/place");
    CHECK(actors_in("[Capitol Hill|place] and the [Hill|place]") == List(2, "Capitol Hill/place"));
    CHECK(actors_in("[Krumm Hill|place] and the [Hill|place]").back() == "Hill/place");
    CHECK(actors_in("[FL|place] and [Florida|place] of the [US|state]") ==
          List{"Florida/place", "Florida/place", "United States/state"});
    CHECK(actors_in("[Krummel University|ngo] in [Krummel|place]").back() == "Krummel/place");
    CHECK(actors_in("[Krummel University|ngo] and [Krummel|place]") == List(2, "Krummel University/ngo"));
    CHECK(actors_in("[New York Krumm|media] and [NY Krumm|media]") == List(2, "New York Krumm/media"));
    CHECK(actors_in("[L.A.|place] and [La.|place] and [LA|place]") ==
          List{"Los Angeles/place", "Louisiana/place", "Los Angeles/place"});
    CHECK(actors_in("The [V.A.|government_body] and [Department of Veterans Affairs|government_body]") ==
          List(2, "Department of Veterans Affairs/government_body"));
    CHECK(actors_in("[Kan|media] told.") == List{"Kan/media"});
    CHECK(actors_in("[Wa|place] and [WA|place]").front() == "Wa/place");
    CHECK(actors_in("[FL|company] sold.") == List{"FL/company"});
    CHECK(actors_in("The [National Front party|party] won.") == List{"National Rally/party"});  // as it is called now
}

TEST_CASE("a list of places is no town of a state") {
    CHECK(actors_in("[Japan|state], [West Germany|place], [France|state] and Rome agreed.")[0] == "Japan/state");
}

TEST_CASE("a town that lies elsewhere than the known one does so throughout the text") {
    CHECK(actors_in("[GEORGETOWN|place], [Ky.|place] In [Georgetown|place] it rains.").back() ==
          "GEORGETOWN, Ky./place");
    CHECK(actors_in("The [Newtown, Conn.|place] shooting. In [Newtown|place] they mourn.") == List(2, "Newtown/place"));
}

TEST_CASE("what stands behind a name parts it from one that is better known") {
    CHECK(actors_in("The [United Nations|international_body] gang sold drugs.") ==
          List{"United Nations gang/international_body"});
    CHECK(actors_in("The [U.S. Embassy|government_body] in [Cairo|place] and the [U.S. Embassy|government_body] in "
                    "[Lima|place] closed.") == List{"U.S. Embassy in Cairo/government_body", "Cairo/place",
                                                    "U.S. Embassy in Lima/government_body", "Lima/place"});
    CHECK(actors_in("The [USS Hopper|military_unit] ([DDG 70|vehicle]) came.") == List(2, "USS Hopper/vehicle"));
    CHECK(actors_in("[Azul and Wireless|company] <[AZW|company].L> fell.") == List(2, "Azul and Wireless/company"));
}

TEST_CASE("a place that nobody knows is the same with what sort of place it is behind it") {
    CHECK(actors_in("[La Vegana|place] burns. [La Vegana landfill|place] is shut.") == List(2, "La Vegana/place"));
    CHECK(actors_in("[La Vegana|place] burns. [La Vegana nature reserve|place] too.") == List(2, "La Vegana/place"));
    CHECK(actors_in("[La Vegana|place] burns. [La Vegana airport|place] too.").back() == "La Vegana airport/place");
}

TEST_CASE("a city in small letters is the place, also where that is a capital") {
    CHECK(actors_in("In [Raqqa|place] and [Raqqa city|place] they fought.") == List(2, "Raqqa/place"));
    CHECK(actors_in("In [Kabul|place] and [Kabul city|place] they fought.") == List(2, "Kabul/place"));
    CHECK(actors_in("In [Kansas|place] and [Kansas City|place] they fought.")[1] != "Kansas/place");
}

TEST_CASE("a direction is a state beside its neighbour, and an army not every command of it") {
    CHECK(actors_in("Leaders of [North|state] and [South Korea|state] met. The [North|state] agreed.") ==
          List{"North Korea/state", "South Korea/state", "North Korea/state"});
    CHECK(actors_in("[Lodvan Army Forces Command|military_unit] met. The [Army|military_unit] left.").back() !=
          "Lodvan Army Forces Command/military_unit");
}

TEST_CASE("a direction before another has the noun of both") {
    CHECK(actors_in("[Eastern|place] and [Northern Europe|place] fear [Eastern Europe|place]") ==
          List{"Eastern Europe/place", "Northern Europe/place", "Eastern Europe/place"});
    CHECK(actors_in("[North|state] and [South Korea|state] met") == List{"North Korea/state", "South Korea/state"});
    CHECK(actors_in("[Western|place] or [Central Lodva|place]") == List{"Western Lodva/place", "Central Lodva/place"});
    CHECK(actors_in("[Western|place] and [Lodva|place]").front() != "Western Lodva/place");
}

TEST_CASE("a place that nobody knows is its name's first part before a hyphen") {
    CHECK(actors_in("Men left [Krumma-Alteau|place]. [Krumma|place] is theirs.") == List(2, "Krumma-Alteau/place"));
    CHECK(actors_in("Men left [Paris-Plage|place]. [Paris|place] is theirs.").back() == "Paris/place");
    CHECK(actors_in("Men left [Krumma-Alteau|place]. The [Krumma|place] flooded.").back() == "Krumma/place");
    CHECK(actors_in("Men left [Krumma|place]. They saw [Krumma-Alteau|place].").front() == "Krumma/place");
    CHECK(actors_in("Men left [Krumma-Alteau|place] and [Krumma-Bo|place]. [Krumma|place] fell.").back() ==
          "Krumma/place");
}

TEST_CASE("what a short name meant in its time the year tells") {
    const std::string both =
        "The [European Union|international_body] and the [European Commission|international_body] met. ";
    CHECK(actors_in(both + "[EC|international_body] spoke.", "1987-03-19").back() ==
          "European Union/international_body");
    CHECK(actors_in(both + "[EC|international_body] spoke.", "2005").back() ==
          "European Commission/international_body");
    CHECK(actors_in(both + "[EC|international_body] spoke.").back() == "European Commission/international_body");
}

TEST_CASE("a state goes by its combining form before a hyphen, and by nothing else") {
    CHECK(actors_in("[Franco|person]-[German|nationality] talks in [France|state]") ==
          List{"France/state", "Germany/state", "France/state"});
    CHECK(actors_in("[Sino|nationality]-[Russian|nationality] trade").front() == "China/state");
    CHECK(actors_in("[Franco|person] met [Francisco Franco|person] in [France|state]").front() ==
          "Francisco Franco/person");
    CHECK(actors_in("[Franco|person]-[German|nationality] talks. [Franco|person] died.").back() == "Franco/person");
}

TEST_CASE("a place is the same with where it lies, and a body with a sign for \"and\"") {
    CHECK(actors_in("[Newbrook, Conn.|place], mourns. [Newbrook|place] is small.") == List(2, "Newbrook, Conn./place"));
    CHECK(actors_in("[Azul Metals and Logistics|company] sank. [Azul Metals & Logistics|company] rose.") ==
          List(2, "Azul Metals and Logistics/company"));
}

TEST_CASE("a town known as one name or another is one") {
    CHECK(actors_in("A town known as [Altenau|place], or [Ox Harbor|place], fell.") == List(2, "Ox Harbor/place"));
    CHECK(actors_in("[Kobani|place], known to them as [Ox Harbor|place], fell.") == List(2, "Kobani/place"));
    CHECK(actors_in("[Altenau|place] — known by the militants as [Ox Harbor|place] — fell.") ==
          List(2, "Ox Harbor/place"));
    CHECK(actors_in("They saw [Altenau|place] or [Ox Harbor|place].") == List{"Altenau/place", "Ox Harbor/place"});
}

TEST_CASE("a governor's Washington is the state, and a New Yorker no magazine") {
    CHECK(actors_in("Gov. [Ada Krumm|person] of [Washington|place] left [Washington|place].") ==
          List{"Ada Krumm/person", "Washington state/place", "Washington/place"});
    CHECK(actors_in("In a [New Yorker|media] article he said so.").front() == "New Yorker/media");
    CHECK(actors_in("I'm a [New Yorker|media], and read the [New Yorker|media].") ==
          List{"New York/place", "New Yorker/media"});
}

TEST_CASE("a word that several known places or papers have is the one for which the other names speak") {
    CHECK(actors_in("[Colombia|state] has [Bogota|place]. They went to [Armenia|place].").back() ==
          "Armenia (Colombia)/place");
    CHECK(actors_in("[Colombia|state] and [Azerbaijan|state] wept. [Baku|place] and [Armenia|place] as well.").back() ==
          "Armenia/state");
    CHECK(actors_in("[Mexico|state] has a coast on the [Gulf|place].").back() == "Gulf of Mexico/place");
    CHECK(actors_in("[Kuwait|state] and [Gulf|nationality] exports.").back() == "Gulf/place");
    CHECK(actors_in("[Kuwait|state] has a coast on the [Gulf|place].").back() == "Gulf/place");
    CHECK(actors_in("[Paraguay|state] burned, [ABC|media] told.").back() == "ABC Color/media");
    CHECK(actors_in("[ABC|media] told.").back() == "ABC News/media");
}

TEST_CASE("a province of a country's name is not the country; seas named together are two; a dam goes by its place") {
    CHECK(actors_in("Police of [Mexico|state] state met those of [Mexico|state], in the state of [Mexico|state].") ==
          List{"Mexico State/place", "Mexico/state", "Mexico State/place"});
    CHECK(actors_in("The [Niger|state] state television said.").front() == "Niger/state");
    CHECK(actors_in("In the [South|place] and [East China Seas|place].") ==
          List{"South China Sea/place", "East China Sea/place"});
    CHECK(actors_in("In [Los Olmitos|place] work on the [Los Olmitos dam|place] began.") ==
          List(2, "Los Olmitos/place"));
}

TEST_CASE("a governor's or a member's Washington before the name is the state") {
    CHECK(actors_in("[Washington|place] Gov. [Ada Krumm|person] left.").front() == "Washington state/place");
    CHECK(actors_in("[Ada Krumm|person], a [Washington|place] Democrat, left.")[1] == "Washington state/place");
    CHECK(actors_in("[Washington|place] officials left.").front() == "Washington/place");
}

TEST_CASE("a word for a thing in small letters is no state, and the sea is not the states around it") {
    CHECK(actors_in("They pardoned a [turkey|state].").front() == "turkey/state");
    CHECK(actors_in("A pipeline through the [Baltic|place] began.").front() == "Baltic Sea/place");
    CHECK(actors_in("The [Baltic|place] countries left.").front() == "Baltic states/place");
    CHECK(actors_in("A war on the [West|place] began.").front() == "West/place");
}

TEST_CASE("states of the United States in a list are no towns, and a provincial court is the province's") {
    CHECK(actors_in("States like [Georgia|state], [Oklahoma|place], [Iowa|place] and [Ohio|place] left.").front() ==
          "Georgia (U.S. state)/place");
    CHECK(actors_in("The [Buenos Aires|place] provincial court met.").front() == "Buenos Aires Province/place");
}

TEST_CASE("a place before others in a list lies in none of them, nor in whose office or possession follows") {
    CHECK(actors_in("From [London|place], [Chicago|place], [Tokyo|place] and Rome.").front() == "London/place");
    CHECK(actors_in("In [Pretoria|place], [Montreal|place], and most recently Rome.").front() == "Pretoria/place");
    CHECK(actors_in("On [Capitol Hill|place], [Arizona|place] Sen. [Abe Krumm|person] left.").front() ==
          "Capitol Hill/place");
    CHECK(actors_in("In [London|place], [Chicago|place]'s role grew.").front() == "London/place");
    CHECK(actors_in("In [London|place], [Kentucky|place], a man left.").front() == "London, Kentucky/place");
    CHECK(actors_in("In [Cambridge|place], [Massachusetts|place], and [New York|place].").front() ==
          "Cambridge, Massachusetts/place");
    CHECK(actors_in("In [Lebanon|place], [Pennsylvania|place], [Berks County|place] police left.").front() ==
          "Lebanon, Pennsylvania/place");
    CHECK(actors_in("In [Lebanon|place], [Pennsylvania|place], [United States|state].").front() ==
          "Lebanon, Pennsylvania/place");
}

TEST_CASE("a direction is a state of other days that the text names, too") {
    CHECK(actors_in("[South Vietnam|state] fell. The [South|state] was lost.").back() == "South Vietnam/place");
    CHECK(actors_in("[South Street|place] fell. The [South|state] was lost.").back() == "South/state");
}

TEST_CASE("a place is the same behind the town in which it lies") {
    CHECK(actors_in("At [London Krumm's Cross|place] men left. [Krumm's Cross|place] burnt.") ==
          List(2, "Krumm's Cross/place"));
    CHECK(actors_in("At [Alten Krumm's Cross|place] men left. [Krumm's Cross|place] burnt.").back() ==
          "Krumm's Cross/place");
}

}  // namespace
}  // namespace kith::text
