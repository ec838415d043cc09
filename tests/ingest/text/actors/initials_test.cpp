#include <doctest/doctest.h>

#include "ingest/text/actors/actors_in.hpp"

namespace kith::text {
namespace {

TEST_CASE("an abbreviation is its name, in brackets behind it or by its initials") {
    CHECK(actors_in(
              "The [Front for Change and Concord|armed_group] ([FACT|armed_group]) came. [FACT|armed_group] left.") ==
          List(3, "Front for Change and Concord/armed_group"));
    CHECK(actors_in("The [Amhara Defence Council|government_body] met. [ADC|government_body] left.") ==
          List(2, "Amhara Defence Council/government_body"));
    CHECK(actors_in("The [Amhara Defence Council|government_body] met. The [A.D.C.|government_body] left.") ==
          List(2, "Amhara Defence Council/government_body"));
}

TEST_CASE("a name in brackets may have its initials behind it") {
    CHECK(actors_in("The [Blue National Front|party] ([Frente Nacional Azul|ngo] - [FNA|party]) fled.") ==
          List(3, "Blue National Front/party"));
    CHECK(actors_in("The [Blue National Front|party] ([Frente Nacional Azul|party], BNF) fled.") ==
          List(2, "Blue National Front/party"));
    CHECK(actors_in("The [Blue National Front|party] ([Red Union|party], [Green Union|party]) fled.") ==
          List{"Blue National Front/party", "Red Union/party", "Green Union/party"});
}

TEST_CASE("an abbreviation behind a translation in brackets is the name before them") {
    const auto actors = actors_in(
        "The [Red River Front|armed_group] ([Frente|armed_group] [Rio Rojo|person] -- [FRR|armed_group]) won.");
    CHECK(actors.back() == "Red River Front/armed_group");
    CHECK(actors_in("[Ada Krumm|person] (D-[N.Y.|place]) won.").back() != "Ada Krumm/person");
}

TEST_CASE("initials are those of the body that the document names, whoever is best known by them") {
    const std::string known = "The [CSIS|government_body] warned.";  // Canada's service, as far as the gazetteer knows
    for (const std::string name :
         {"Council for Steppe and Island Studies", "Center for Strategic and International Studies"})
        CHECK(actors_in("The [" + name + "|ngo] met. " + known).front() ==
              actors_in("The [" + name + "|ngo] met. " + known).back());
    CHECK(actors_in("The [Canadian Security Intelligence Service|government_body] met. " + known).back() ==
          "Canadian Security Intelligence Service/government_body");
    CHECK(actors_in("The [Organisation for Prevention of Chemical Weapons|ngo] met. The [OPCW|ngo] left.") ==
          List(2, "OPCW/international_body"));
    CHECK(actors_in("[Shanghai Automotive Industry Corp|company] rose. [SAIC|company] fell.") ==
          List(2, "Shanghai Automotive Industry Corp/company"));
    CHECK(actors_in("The [Congressional Blue Caucus|government_body] met. The [CBC|government_body] left. ") ==
          List(2, "Congressional Blue Caucus/government_body"));
    CHECK(actors_in("The [Council for Steppe and Islands|ngo] met. " + known).back() == "CSIS/government_body");
}

TEST_CASE("an abbreviation is the same with what it is behind it, and stands for small words and what somebody has") {
    CHECK(actors_in("The [Zorvig party|party] won. The [Zorvigs|party] lost.") == List(2, "Zorvigs/party"));
    CHECK(actors_in("The [UCX|party] won. The [UCX party|party] lost.") == List(2, "UCX/party"));
    CHECK(actors_in("The [UCX|party] won. The [UCX|party] in the [UCX stadium|place].").back() == "UCX stadium/place");
    CHECK(actors_in("The [Council of the Plains|ngo] met. The [COP|ngo] left.").back() == "Council of the Plains/ngo");
    CHECK(actors_in("[Ostmark's Blue News Agency|media] told. The [BNA|media] said.").back() ==
          "Ostmark's Blue News Agency/media");
}

TEST_CASE("initials that open the lines of an interview are those of the only person who has them") {
    const std::string text = "[Ada Cohen|person] is back.\n\n[AC|media]: We won.\n\n[AC|media]: They lost.";
    CHECK(actors_in(text) == List(3, "Ada Cohen/person"));
    CHECK(actors_in(text + " The [AC|media] told it.").back() == "AC/media");
    CHECK(actors_in(text + " [Al Corr|person] left.")[1] == "AC/media");
}

TEST_CASE(
    "initials that a text gives to another body are not the best known one's, and its longer name is the known body") {
    CHECK(actors_in("The [National Dune Party|party] ([NDP|party]) won.") == List(2, "National Dune Party/party"));
    CHECK(actors_in("The [Mountain Protection Units|armed_group] ([YPG|armed_group]) won.") ==
          List(2, "People's Protection Units/armed_group"));
}

TEST_CASE("an abbreviation is the longer one that begins with it, unless it is known and named more often") {
    CHECK(actors_in("[ZKTF|armed_group] releases it, says [ZKTF-OIR|armed_group].") == List(2, "ZKTF-OIR/armed_group"));
    CHECK(actors_in("[NATO|international_body] met. [NATO|international_body] and [NATO-EAPC|international_body].")
              .front() == "NATO/international_body");
}

TEST_CASE("initials are those of who speaks in an interview or a transcript") {
    CHECK(actors_in("Abe Alten: How come? [Ada Krumm|person] ([AK|party]): We asked. And you? [AK|media]: I did.") ==
          List(3, "Ada Krumm/person"));
    CHECK(actors_in("[Ada Krumm|person] spoke.\n\n[KRUMM|media]: We asked.\n\n[KRUMM|media]: It went.\n\n"
                    "[KRUMM|media]: Thanks.") == List(4, "Ada Krumm/person"));
    CHECK(actors_in("[Ada Beth Krumm|person] left. [ABK|person] spoke.") == List(2, "Ada Beth Krumm/person"));
}

TEST_CASE("an abbreviation may be written in small letters, and stands not for the body that begins with it") {
    CHECK(
        actors_in("The [Salt Environment Protection Agency|government_body] warned. [Sepa|government_body] said so.") ==
        List(2, "Salt Environment Protection Agency/government_body"));
    CHECK(actors_in("The [XQ Commission|international_body] met. [XQ|international_body] farmers left.").back() ==
          "XQ/international_body");
}

TEST_CASE("letters that open lines of an interview are who has them in brackets behind the name") {
    CHECK(actors_in("[Ada Cohen|person] ([AC|company]): We asked.\nHow come?\n[AC|person]: Nobody knew.") ==
          List(3, "Ada Cohen/person"));
}

TEST_CASE("initials pass over an elision, and have both letters of the United States") {
    CHECK(actors_in("[Banque de l'Orient Krumm|company] grew. [BOK|company] sold.").back() ==
          "Banque de l'Orient Krumm/company");
    CHECK(actors_in("[U.S. Council of Krumm Bishops|ngo] met. [USCKB|government_body] said so.").back() ==
          "U.S. Council of Krumm Bishops/government_body");
}

TEST_CASE("initials are without those of a legal form") {
    CHECK(actors_in("[Lodva Heavy Industries Ltd|company] rose. [LHI|company] fell.") ==
          List(2, "Lodva Heavy Industries Ltd/company"));
}

TEST_CASE("initials may have small letters for small words") {
    CHECK(
        actors_in("The [Department for Education and Skills|government_body] met. The [DfES|government_body] left.") ==
        List(2, "Department for Education and Skills/government_body"));
}

TEST_CASE("small letters are no initials of a known body") {
    CHECK(actors_in("It is [un|international_body]-Lodvan.").front() == "un/international_body");
}

TEST_CASE("a person of two last names goes by the initials, and the Navy of a USS is the American one") {
    CHECK(actors_in("[Ada Krumm-Hansen|person] left. [AKH|party] is gone.") == List(2, "Ada Krumm-Hansen/person"));
    CHECK(actors_in("[Ada Krumm|person] left. [AK|party] is gone.").back() == "AK/party");
    CHECK(actors_in("The [Navy|military_unit] destroyer [USS Krumm|vehicle] left.").front() ==
          "U.S. Navy/military_unit");
    CHECK(actors_in("The [Navy|military_unit] of [Iran|state] approached the [USS Krumm|vehicle].").front() ==
          "Iranian Navy/military_unit");
    CHECK(actors_in("[Abe Bo Krumm|person] left with an [ABK|weapon].").back() == "ABK/weapon");
}

TEST_CASE("a body goes by the initials with its owner's, and by the word before \"of\" that was cut") {
    CHECK(actors_in("[Canada|state]'s [Seed Review Agency|government_body] met. The [CSRA|government_body] left.")
              .back() == "Seed Review Agency/government_body");
    CHECK(actors_in("Known as the [Council of Nine|armed_group], they met. The [Council|armed_group] of Nine left.") ==
          List(2, "Council of Nine/armed_group"));
    CHECK(actors_in("[Krumm Aircraft|company] flew. [Krumm|person] has grown.") == List(2, "Krumm Aircraft/company"));
    CHECK(actors_in("[Krumm Aircraft|company] flew. [Ada Krumm|person] left. [Krumm|person] has grown.").back() ==
          "Ada Krumm/person");
}

}  // namespace
}  // namespace kith::text
