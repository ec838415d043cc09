#include "ingest/text/actors/actors.hpp"

#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"
#include "ingest/text/marked_text.hpp"

namespace kith::text {
namespace {

TEST_CASE("a known body goes by the fullest name that the document uses") {
    CHECK(actors_in("[ISIL|armed_group] left.").front() == "ISIL/armed_group");
    CHECK(actors_in("[IS|armed_group] left. [Islamic State|armed_group] came.") ==
          List(2, "Islamic State/armed_group"));
}

TEST_CASE("a known name inside a longer one is not meant by it") {
    CHECK(actors_in("[Bank Melli Iran|company] lent to [Iran|state].") ==
          List{"Bank Melli Iran/company", "Iran/state"});
}

TEST_CASE("a part of a body's name is the body where it is read as the same kind of thing") {
    CHECK(actors_in("[Chad Cotton Board|government_body] spoke. The [Cotton Board|government_body] is in "
                    "[Chad|state].") ==
          List{"Chad Cotton Board/government_body", "Chad Cotton Board/government_body", "Chad/state"});
    CHECK(actors_in("[Washington Post|media] asked. The [Post|media] printed it.") ==
          List(2, "Washington Post/media"));  // also where the whole name is well known
    CHECK(actors_in("[Novi Most|place] is older than [Most|company].") == List{"Novi Most/place", "Most/company"});
}

TEST_CASE("a body without its state is that of the state that the article is about, where it is about one") {
    const std::string mexico = "[Mexico|state] wept. [Mexican|nationality] towns burned. [Cancun|place] fell. ";
    CHECK(actors_in(mexico + "The [Army|military_unit] left.").back() == "Mexican Army/military_unit");
    CHECK(
        actors_in(mexico + "[Cuba|state] and [Cuban|nationality] ships sank. The [Army|military_unit] left.").back() ==
        "Army/military_unit");
    CHECK(actors_in(mexico + "The [Blue Army|military_unit] fought; the [Army|military_unit] left.").back() ==
          "Blue Army/military_unit");
}

TEST_CASE("a body is its owner's, whatever the text is about, and a word for many is the main state's") {
    CHECK(
        actors_in(
            "[China|state]'s [Defence Ministry|government_body] and the [Chinese Defence Ministry|government_body].") ==
        List{"China/state", "Chinese Defence Ministry/government_body", "Chinese Defence Ministry/government_body"});
    const std::string britain = "[Britain|state] wept. [British|nationality] towns burned. [Leeds|place] fell. ";
    CHECK(actors_in(britain + "The [Treasury|government_body] spoke.").back() == "HM Treasury/government_body");
    CHECK(actors_in("The [Treasury|government_body] spoke.").back() == "Treasury Department/government_body");
}

TEST_CASE("a company goes without its legal form where it is known without") {
    CHECK(actors_in("[Boeing Co.|company] sold. [Boeing|company] bought.") == List(2, "Boeing/company"));
    CHECK(actors_in("[Boeing Co.|company] sold.") == List{"Boeing/company"});
}

TEST_CASE("conservatives are the British party where the article is of Britain at all") {
    const auto is_known = [](const std::string& picture) {
        Document document = marked(picture);
        Actors().apply(document);
        return document.actors[document.mentions[MentionIndex(0)].actor].known;
    };
    CHECK_FALSE(is_known("[Conservatives|party] lost."));
    CHECK(is_known("[Conservatives|party] lost in [London|place]."));
    CHECK(is_known("[Conservative Party|party] lost."));
    CHECK(is_known("[Tories|party] lost."));
}

TEST_CASE("a letter behind an American's name is his party") {
    CHECK(actors_in("[Jan Ott|person] ([R|party]-Ky.) and [Al Ray|person], [D-N.C.|party], met.") ==
          List{"Jan Ott/person", "Republican Party/party", "Al Ray/person", "Democratic Party/party"});
}

TEST_CASE("a service before an abbreviated rank is the American one, and so is a retired officer's") {
    const std::string iraq = "[Iraq|state], [Iraq|state] and [Baghdad|place]. ";
    const std::string us = actors_in("The [U.S. Army|military_unit].").front();
    CHECK(actors_in(iraq + "Said [Army|military_unit] Lt. Col. [Ada Krumm|person].")[3] == us);
    CHECK(actors_in(iraq + "Said a retired [Army|military_unit] officer.").back() == us);
    CHECK(actors_in(iraq + "The [Army|military_unit] left.").back() == "Iraqi Army/military_unit");
}

TEST_CASE("a word for a body of many states is that of the state before it, or of the state named most") {
    CHECK(actors_in("[Iraq|state] wept. In [China|state] the [foreign ministry|government_body] spoke.").back() ==
          "Chinese Foreign Ministry/government_body");
    CHECK(actors_in("[Iraq|state] and [Iraqi|nationality] towns. [Cuba|state] wept. Then [Parliament|government_body] "
                    "met.")
              .back() == "Council of Representatives of Iraq/government_body");
    CHECK(
        actors_in("[Iraq|state] and [Iraqi|nationality] towns. [Cuba|state] wept. Then the [Army|military_unit] left.")
            .back() == "Army/military_unit");
}

TEST_CASE("a body that most states have is its state's, though the gazetteer does not know it") {
    const std::string chile = "[Chile|state] wept. [Chilean|nationality] towns burned. [Santiago|place] fell. ";
    CHECK(actors_in(chile + "The [Congress|government_body] met.").back() == "Chilean Congress/government_body");
    CHECK(actors_in(chile + "The [Electoral Tribunal|government_body] met.").back() ==
          "Chile's Electoral Tribunal/government_body");
    CHECK(actors_in(chile + "In [Ohio|place] they saw it. [Congress|government_body] met.").back() ==
          "Congress/government_body");
    CHECK(actors_in(chile + "The [Tea Club|ngo] met.").back() == "Tea Club/ngo");
    CHECK(actors_in("The [Congress|government_body] met.").back() == "Congress/government_body");
    CHECK(actors_in("[Honduras|state] wept as the [Federal Police|government_body] came.").back() ==
          "Honduras' Federal Police/government_body");
}

TEST_CASE("the name of a party in small letters is a word") {
    CHECK(actors_in("[Tories|party] and [Conservatives|party] won.") == List(2, "Conservatives/party"));
    CHECK(actors_in("[Tories|party] won, [conservatives|party] wept.") == List{"Tories/party", "conservatives/party"});
}

TEST_CASE("an acronym in brackets is a region's, and a ministry is that of the state or town beside it") {
    CHECK(actors_in("Off the [North Azul Region|place] ([RAZN|place]).") == List(2, "North Azul Region/place"));
    CHECK(actors_in("[Chile|state] and [Chile|state]. In [China|state], [Foreign Ministry|government_body] men met.")
              .back() == "Chinese Foreign Ministry/government_body");
    CHECK(actors_in("[Supreme|government_body] [Court|government_body] met.").size() == 2);  // at the text's beginning
    CHECK(actors_in("[Chile|state], [Chilean|state] men and [Chile|state], [Chile|state]. In [China|state], the "
                    "[Army|military_unit] stayed.")
              .back() == "Chilean Army/military_unit");
}

TEST_CASE("a body goes by the end of a name that the gazetteer has for it") {
    CHECK(actors_in("The [House Oversight and Government Reform Committee|government_body] met. The "
                    "[Oversight committee|government_body] asked.") ==
          List(2, "House Oversight and Government Reform Committee/government_body"));
    CHECK(actors_in("The [House Committee on Armed Services|government_body] and the [Senate Committee on Armed "
                    "Services|government_body]. The [Armed Services Committee|government_body] met.")
              .back() == "Armed Services Committee/government_body");
}

TEST_CASE("a group is another state's of that name where the text tells so") {
    const std::string attack = "The [Pakistani Taliban|armed_group] attacked in [Pakistan|state]. ";
    CHECK(actors_in(attack + "The [Taliban|armed_group] said so.").back() == "Tehrik-i-Taliban Pakistan/armed_group");
    CHECK(actors_in(attack + "The [Afghan Taliban|armed_group] did not, the [Taliban|armed_group] said.").back() ==
          "Taliban/armed_group");
    CHECK(actors_in(attack + "In [Afghanistan|state] and [Afghanistan|state] the [Taliban|armed_group] rule.").back() ==
          "Taliban/armed_group");
}

TEST_CASE("an embassy is that of the place that is told once") {
    CHECK(actors_in("The [U.S. Embassy|government_body] in [Cairo|place] closed. In [Yemen|state], the "
                    "[U.S. Embassy|government_body] opened.")
              .back() == "U.S. Embassy/government_body");
    CHECK(actors_in("The [U.S. Embassy|government_body] in [Cairo|place] closed. The [U.S. Embassy|government_body] "
                    "opened.")
              .back() == "U.S. Embassy in Cairo/government_body");
}

TEST_CASE("conservatives are the conservative party of the state that the text is on") {
    CHECK(actors_in("[United States|state], [United States|state], [American|state]: [Britain|state]'s [Conservative "
                    "Party|party] won. [Conservatives|party] in [Congress|government_body] cheered.")
              .at(5) == "Conservatives/party");
    CHECK(actors_in("[Finland|state], [Finland|state]: the [Conservative Party|party] gained. In [Finland|state] the "
                    "[Conservatives|party] "
                    "won.")
              .back() == "Finland's Conservative Party/party");
}

TEST_CASE("a church goes by its saint") {
    CHECK(actors_in("[St. George Church|place] fell. Across from [St. George|person] they wept.") ==
          List(2, "St. George Church/place"));
}

TEST_CASE("marks on letters part nobody, nor does whether an owner is named by an adjective") {
    CHECK(actors_in("[Saïd Krumm|person] left. [Said|person] came back.") == List(2, "Saïd Krumm/person"));
    CHECK(actors_in("[Iran's Salt Organization|government_body] and [Iranian Salt Organization|government_body].") ==
          List(2, "Iran's Salt Organization/government_body"));
    CHECK(actors_in("[South Korean Salt Works|company] and [South Korea's Salt Works|company].") ==
          List(2, "South Korean Salt Works/company"));
}

TEST_CASE("a party or a force is the same in the singular") {
    CHECK(actors_in("A [Marine|military_unit] unit landed.") == List{"U.S. Marine Corps/military_unit"});
    CHECK(actors_in("[Whigs|party] won. The [Whig|party] leader spoke.") == List(2, "Whigs/party"));
    CHECK(actors_in("[Zets|armed_group] fled. The [Zet|armed_group] fled.").back() == "Zet/armed_group");
    CHECK(actors_in("[Zetores|armed_group] fled. The [Zetore|armed_group] fled.").back() == "Zetores/armed_group");
}

TEST_CASE("a body is the same with an article, or with its owner's adjective where it is known by the owner's name") {
    CHECK(actors_in("[Oficina de Verano|armed_group] fled. [La Oficina|armed_group] too.") ==
          List(2, "Oficina de Verano/armed_group"));
    CHECK(actors_in("[U.S. Navy|military_unit] left. The [American Navy|military_unit] came back.").back() ==
          actors_in("[U.S. Navy|military_unit] left. The [American Navy|military_unit] came back.").front());
}

TEST_CASE("the commission of an article is the one that it names, were it read as a state's") {
    CHECK(actors_in("The [European Commission|international_body] met. The [Commission|government_body] said so.") ==
          List(2, "European Commission/international_body"));
    CHECK(actors_in("The [European Parliament|international_body] met. [Parliament|government_body] did too.").back() !=
          "European Parliament/international_body");
}

TEST_CASE("a body that most states have is not the United Nations', unless they are named") {
    CHECK(actors_in("The [General Assembly|government_body] met.") == List{"General Assembly/government_body"});
    CHECK(actors_in("The [U.N.|international_body] asked the [General Assembly|government_body].").back() ==
          "General Assembly/international_body");
    CHECK(
        actors_in("The [UN Security Council|international_body] and the [General Assembly|government_body].").back() ==
        "General Assembly/international_body");
    CHECK(actors_in("The [UN General Assembly|government_body] met.").back() ==
          "UN General Assembly/international_body");
}

TEST_CASE("a body that is read as a person is who the gazetteer has, and a committee of others none named before") {
    CHECK(actors_in("[Comando Vermelho|person] grew.") == List{"Comando Vermelho/armed_group"});
    CHECK(actors_in("[Abu Sayyaf|person] fled.") == List{"Abu Sayyaf/person"});
    CHECK(actors_in("The [Krumm Committee|government_body] and [Committee|government_body] of Ten Bankers met.") ==
          List{"Krumm Committee/government_body", "Committee/government_body"});
    CHECK(actors_in("The [Krumm Committee|government_body] met. The [Committee|government_body] left.") ==
          List(2, "Krumm Committee/government_body"));
}

TEST_CASE("a party of a name that many states have is that of the article's") {
    const std::string there = "[New Zealand|state] votes. [Wellington|place] and [Auckland|place] wait. ";
    CHECK(actors_in(there + "[Labour|party] won.").back() == "New Zealand's Labour/party");
    CHECK(actors_in("[Labour|party] won.").back() == "Labour Party/party");
    CHECK(actors_in(there + "[Democrats|party] mourn.").back() == "Democrats/party");
    CHECK(actors_in(there + "[Labour|party] of [Britain|state] and [London|place] won.")[3] == "Labour Party/party");
}

TEST_CASE("the air force is no command of it") {
    CHECK(actors_in("The [Public Ministry of Salt|government_body] met. The [Public Ministry|government_body] left.") ==
          List(2, "Public Ministry of Salt/government_body"));
    CHECK(actors_in("The [Air Force Salt Command|military_unit] met. The [Air Force|military_unit] left.").back() !=
          "Air Force Salt Command/military_unit");
}

TEST_CASE("a known firm of two words is a firm, whoever it is read as") {
    CHECK(actors_in("[Charlie Hebdo|person] asked. [Abe Krumm|person] did not.") ==
          List{"Charlie Hebdo/media", "Abe Krumm/person"});
}

TEST_CASE("a known body of whose name the article uses a piece goes by that name, whatever else it is called") {
    CHECK(actors_in("[New Labour|party] met. [Labour|party] left.") == List(2, "Labour Party/party"));
    CHECK(actors_in("[New Labour|party] met.") == List{"New Labour/party"});
}

TEST_CASE("a body of a state's is known by the state's name as by its adjective") {
    CHECK(actors_in("The [Iraq army|military_unit] met the [Iraqi Army|military_unit].") ==
          List(2, "Iraqi Army/military_unit"));
}

TEST_CASE("a body goes by the first word of its name, read as whatever body, unless many begin so") {
    CHECK(actors_in("[Quill Research Center|ngo] asked. [Quill|media] printed it.") ==
          List(2, "Quill Research Center/ngo"));
    CHECK(actors_in("[Coptic Orphans Trust|ngo] asked. [Coptic|nationality] monks fled.").back() ==
          "Coptic/population_group");
    CHECK(actors_in("[National Quill Trust|ngo] asked. [National|media] printed it.") ==
          List{"National Quill Trust/ngo", "National/media"});
}

TEST_CASE("a known company is the same with what it does behind its name, where it stands alone, too") {
    CHECK(actors_in("[Yukos Oil Co.|company] sued. [Yukos|company] won.") == List(2, "Yukos/company"));
    CHECK(actors_in("[Gazprom Oil|company] sued. [Rosneft|company] won.").front() == "Gazprom Oil/company");
}

TEST_CASE("a body is the same with another small word, and by the last word of a known name") {
    CHECK(
        actors_in("The [Institute for Steppe Studies|ngo] met. The [Institute of Steppe Studies|government_body] left.")
            .size() == 2);
    CHECK(actors_in("The [Institute for Steppe Studies|ngo] met. The [Institute of Steppe Studies|ngo] left.") ==
          List(2, "Institute for Steppe Studies/ngo"));
    CHECK(actors_in("The [Muslim Brotherhood|party] met. The [Brotherhood|armed_group] left.").back() ==
          actors_in("The [Muslim Brotherhood|party] met.").front());
}

TEST_CASE("a body goes by its head, and an official one without words in its midst") {
    CHECK(actors_in("The [Alten Observatory for Fair Trade|ngo] said so. The [Observatory|media] counted.") ==
          List(2, "Alten Observatory for Fair Trade/ngo"));
    CHECK(actors_in("The [National Public Harbor Force|government_body] met the [National Force|government_body].") ==
          List(2, "National Public Harbor Force/government_body"));
    CHECK(actors_in("The [National Harbor Bank|company] met the [National Bank|company].").back() ==
          "National Bank/company");
}

TEST_CASE("a body of a state that is known without its name is the same with it") {
    CHECK(actors_in("The [American Food and Drug Administration|government_body] and the [FDA|government_body].") ==
          List(2, "Food and Drug Administration/government_body"));
    CHECK(actors_in("The [Treasury|government_body] and [State Departments|government_body] left.").back() ==
          "State Department/government_body");
    CHECK(actors_in("[Mexico|state]'s [Congress|government_body] asked the [U.S. Senate|government_body].") ==
          List{"Mexico/state", "Mexico's Congress/government_body", "U.S. Senate/government_body"});
}

TEST_CASE("a firm goes by its name without the plural that opens it; an event that is called as somebody known is he") {
    CHECK(actors_in("[Putin|person] left, after the [Putin|event] years.") == List(2, "Vladimir Putin/person"));
    CHECK(actors_in("[Altfields Capital|company] left. [Altfield|company] said.") ==
          List(2, "Altfields Capital/company"));
}

TEST_CASE(
    "a ministry's officials in a capital are that state's, and a Senate of one of the states is not that of all") {
    CHECK(actors_in("[Brazil|state] wept. [Brazilian|nationality] towns burned. [Rio|place] fell. "
                    "A [Foreign Ministry|government_body] official in [Tokyo|place] said so.")[3] ==
          "Japanese Foreign Ministry/government_body");
    CHECK(actors_in("The [Indiana|place] [Senate|government_body] met. The state [Senate|government_body] left.") ==
          List{"Indiana/place", "Indiana Senate/government_body", "Indiana Senate/government_body"});
    CHECK(actors_in("A [Wyoming|place] [Senate|government_body] candidate left.").back() == "Senate/government_body");
    CHECK(actors_in("The state [Senate|government_body] met the [Senate|government_body].").back() ==
          "Senate/government_body");
}

TEST_CASE("a body of a capital is its state's, and so is a party behind its state") {
    CHECK(actors_in("[Seoul|place]'s [Joint Chiefs of Staff|military_unit] said.").back() ==
          "Joint Chiefs of Staff of South Korea/military_unit");
    CHECK(actors_in("[Japan|state]'s ruling [Democratic Party|party] fell. The [Republicans|party] did not.")[1] ==
          "Japan's Democratic Party/party");
    CHECK(actors_in("[Egyptian|nationality] police left. The [Defence Ministry|government_body] headquarters in "
                    "[Tel Aviv|place] burned.")[1] == "Israeli Defence Ministry/government_body");
    CHECK(actors_in("[Gordon Brown|person] and [Tony Blair|person] met. [Gordon Brown|person] and [Tony Blair|person] "
                    "left. [Gordon Brown|person] and [Tony Blair|person] saw the [Treasury|government_body].")
              .back() == "HM Treasury/government_body");
}

TEST_CASE("a family is none of its members, and a church is the one that is told") {
    CHECK(actors_in("[Ada Krumm|person] left. The [Krumm|person] family and the [Krumms|person] stayed.") ==
          List{"Ada Krumm/person", "Krumms/person", "Krumms/person"});
    CHECK(actors_in("The [Catholic Church|ngo] spoke. The [Church|ngo] prayed.") == List(2, "Catholic Church/ngo"));
}

TEST_CASE("a group is known by the place in its name, where nothing is there") {
    const std::string group = "The [Khorasan Group|armed_group] fell. ";
    CHECK(actors_in(group + "The strike on [Khorasan|place] was heavy.").back() == "Khorasan Group/armed_group");
    CHECK(actors_in(group + "It lived in [Khorasan|place] before.").back() == "Khorasan/place");
    CHECK(actors_in(group + "A mine in [Iran|state]'s [Khorasan|place] state burned.").back() == "Khorasan/place");
    CHECK(actors_in(group + "They saw [Khorasan|place], a vast land.").back() == "Khorasan/place");
}

TEST_CASE("a body is the same with a word more in its midst, and with the initials of all but its first word") {
    CHECK(actors_in("The [Kent Hospital Trust|ngo] left. So did the [Kent Hospitals NHS Trust|place].").front() ==
          "Kent Hospital Trust/ngo");
    CHECK(actors_in("The [Kent Hospital Trust|ngo] left. So did the [Kent Hospitals NHS Trust|ngo].") ==
          List(2, "Kent Hospitals NHS Trust/ngo"));
    CHECK(actors_in("The [Alten Institute of Politics|ngo] and [Alten IOP|ngo] polled.") ==
          List(2, "Alten Institute of Politics/ngo"));
    CHECK(actors_in("The [Alten Institute of Politics|ngo] and [Alten NGO|ngo] polled.").back() == "Alten NGO/ngo");
}

TEST_CASE("a possessive owns what stands behind it, not the object of its sentence") {
    const std::string voters = "[American|nationality] voters left. ";
    CHECK(actors_in(voters + "[Iran|state]'s missiles worry [Republicans|party].").back() == "Republicans/party");
    CHECK(actors_in(voters + "[Britain|state]'s vote pleased [Republicans|party].").back() == "Republicans/party");
    CHECK(
        actors_in(voters + "[Mexico|state]'s president met men of the [Defense Department|government_body].").back() ==
        "Defense Department/government_body");
    CHECK(actors_in(voters + "[Mexico|state]'s [Defense Department|government_body] met.").back() ==
          "Mexico's Defense Department/government_body");
    CHECK(actors_in(voters + "The [Republicans|party] left. [Britain|state]'s [Republicans|party] did not.")[1] ==
          "Republicans/party");
}

TEST_CASE("a word that tells bodies apart keeps them apart") {
    for (const auto& [shorter, longer] : std::initializer_list<std::pair<std::string, std::string>>{
             {"University of Alten", "University of East Alten"},
             {"Kent Department of Education", "Kent Department of Higher Education"},
             {"Red Bus Workers Union", "Red Bus Drivers and Workers Union"}}) {
        CAPTURE(longer);
        CHECK(actors_in("The [" + shorter + "|ngo] left. The [" + longer + "|ngo] stayed.") ==
              List{shorter + "/ngo", longer + "/ngo"});
    }
}

TEST_CASE("a doctor is no company of his name, nor is what lies across a province its cartel") {
    CHECK(actors_in("[Krumm Brands|company] was sold. Dr [Krumm|person] wept.").back() == "Krumm/person");
    const std::string cartel = "The [Sinaloa Cartel|armed_group] fell. ";
    CHECK(actors_in(cartel + "Police met across [Sinaloa|place].").back() == "Sinaloa/place");
    CHECK(actors_in(cartel + "Some [Sinaloa|place] police left.").back() == "Sinaloa/place");
    CHECK(actors_in(cartel + "Top [Sinaloa|place] bosses left.").back() == "Sinaloa Cartel/armed_group");
}

TEST_CASE("a party is no state of its letters, and a gang of many goes by one of them") {
    CHECK(actors_in("The [Republican Front|party] ([Frente Republicano Guatemalteco|party] - [FRG|party]) left.")
              .back() != "West Germany/state");
    CHECK(actors_in(
              "The [Maras|armed_group] left. [Mara|armed_group] cells and [Mara Salvatrucha|armed_group] stayed.")[1] ==
          "Maras/armed_group");
}

TEST_CASE("an army is that of its known units") {
    CHECK(actors_in("[Iraqi|nationality] police left. [Iraqi|nationality] men left. [Iraq|state] saw the "
                    "[Army|military_unit]'s [82nd Airborne Division|military_unit].")[3] == "U.S. Army/military_unit");
}

TEST_CASE(
    "a congress in small letters is the one that the text names, and a foreign ministry that of the state behind it") {
    CHECK(
        actors_in("The [Alten National Dialogue Congress|government_body] met. The [congress|government_body] left.") ==
        List(2, "Alten National Dialogue Congress/government_body"));
    CHECK(actors_in("The [Alten National Dialogue Congress|government_body] met. The [Congress|government_body] left.")
              .back() == "Congress/government_body");
    CHECK(actors_in("The [foreign ministry|government_body] of [Russia|state] said.").front() ==
          "Russian Foreign Ministry/government_body");
}

TEST_CASE("a committee is the only one of its house that the text names") {
    const std::string intelligence = "The [House Intelligence Committee|government_body] met. ";
    const std::string judiciary = "The [House Judiciary Committee|government_body] met. ";
    CHECK(actors_in(intelligence + "A [House committee|government_body] asked.").back() ==
          "House Intelligence Committee/government_body");
    CHECK(actors_in(intelligence + judiciary + "A [House committee|government_body] asked.").back() ==
          "House committee/government_body");
    CHECK(actors_in(intelligence + "A [Senate committee|government_body] asked.").back() ==
          "Senate committee/government_body");
}

TEST_CASE("a service in capitals is the American one, of a text on no state that names no other's") {
    CHECK(actors_in("An [Army|military_unit] colonel spoke to [Congress|government_body].").front() ==
          "U.S. Army/military_unit");
    CHECK(actors_in("An [Army|military_unit] colonel left.").front() == "U.S. Army/military_unit");
    CHECK(
        actors_in("[Peru|state], [Peru|state], [Peruvian|nationality] and [Lima|place]: the [Army|military_unit] left.")
            .back() == "Peruvian Army/military_unit");
    CHECK(actors_in("[Peru|state], [Peru|state], [Peruvian|nationality] and [Lima|place]: the [National "
                    "Guard|military_unit] left.")
              .back() == "Peru's National Guard/military_unit");
    CHECK(
        actors_in("[Venezuela|state], [Venezuela|state] and [Caracas|place]: the [National Guard|military_unit] left.")
            .back() == "Bolivarian National Guard/military_unit");
    CHECK(actors_in("[National Guard|military_unit] troops left.").front() == "National Guard/military_unit");
}

}  // namespace
}  // namespace kith::text
