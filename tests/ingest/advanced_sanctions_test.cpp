// Lists of sanctions in XML, as OFAC publishes sdn_advanced.xml: the parties of tests/data/good/sanctions.xml.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using Texts = std::vector<std::string>;

namespace {

const std::string good_list = std::string(KITH_SOURCE_DIR) + "/tests/data/good/sanctions.xml";

Texts claims_in(const test::RecordingSink& sink) {
    Texts all;
    for (const auto& [document, claim] : sink.claims) {
        all.push_back(claim.subject.name + ' ' + claim.relation + ' ' + claim.object.name);
        if (claim.status == Status::former) all.back() += ", former";
        for (const std::string& each : {claim.time, claim.quote}) all.back() += each.empty() ? "" : ", " + each;
    }
    std::ranges::sort(all);
    return all;
}

const EntityReference& entity_named(const test::RecordingSink& sink, std::string_view name) {
    const auto found = std::ranges::find(sink.entities, name, &EntityReference::name);
    REQUIRE(found != sink.entities.end());
    return *found;
}

Texts identifiers_of(const EntityReference& entity) {
    Texts all;
    for (const Identifier& each : entity.identifiers) all.push_back(to_string(each));
    return all;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a list of sanctions in XML tells who is listed since when, who owns whom, and from where they are") {
    test::RecordingSink sink;
    const IngestReport report = ingest_paths({good_list}, {}, sink);
    CHECK(report.skipped.empty());
    CHECK(claims_in(sink) ==
          Texts{"M INVEST, OOO based_in Russia",
                "M INVEST, OOO owns MEROE GOLD CO. LTD., former, Owned or Controlled By: until 2021",
                "MEROE GOLD CO. LTD. based_in Sudan",
                "MEROE GOLD CO. LTD. cooperates_with M INVEST, OOO, Acting for or on behalf of",
                "PRIGOZHIN, Yevgeniy Viktorovich citizen_of Russia",
                "PRIGOZHIN, Yevgeniy Viktorovich owns M INVEST, OOO, Owned or Controlled By",
                "PRIGOZHIN, Yevgeniy Viktorovich works_for M INVEST, OOO, Acting for or on behalf of",
                "United States designates Grace 1, 2019-08-30.., SDN List",
                "United States designates MEROE GOLD CO. LTD., 2020-07-15.., SDN List",
                "United States designates PRIGOZHIN, Yevgeniy Viktorovich, 2016-12-20.., SDN List: UKRAINE-EO13661, "
                "CYBER2"});
    CHECK(sink.documents.front().publisher == "Office of Foreign Assets Control");
    CHECK(sink.documents.front().published == "2021-04-15");
}

TEST_CASE("what a list says in words that kith does not know, or of parties that are not on it, is told") {
    std::string list = content_of(good_list);
    list.insert(list.find("</ProfileRelationships>"),
                R"(<ProfileRelationship ID="5" From-ProfileID="103" To-ProfileID="102" RelationTypeID="99999"/>
    <ProfileRelationship ID="6" From-ProfileID="103" To-ProfileID="999" RelationTypeID="91422"/>
    <ProfileRelationship ID="7" From-ProfileID="103" To-ProfileID="102" RelationTypeID="12"/>
  )");
    const test::TemporaryDirectory folder;
    test::RecordingSink sink;
    const IngestReport report = ingest_paths({folder.write("list.xml", list)}, {}, sink);
    Texts reasons;
    for (const Skipped& each : report.skipped)
        reasons.push_back(std::to_string(each.position.line) + ": " + each.reason);
    CHECK(reasons == Texts{"132: kith has no relation for \"Painted by\"", "134: kith has no relation for \"12\"",
                           "133: ties ofac-999, which none of the inputs has"});
}

TEST_CASE("parties of a list have all their names, whatever order their parts stand in, and all their numbers") {
    test::RecordingSink sink;
    ingest_paths({good_list}, {}, sink);
    const EntityReference& person = entity_named(sink, "PRIGOZHIN, Yevgeniy Viktorovich");
    CHECK(person.kind == EntityKind::person);
    CHECK(person.mention == "PRIGOZHIN, Yevgeniy Viktorovich");
    CHECK(person.aliases == Texts{"Пригожин, Евгений", "Putin's chef"});
    CHECK(identifiers_of(person) == Texts{"passport:RU/530478", "ofac:101"});
    // A number of seven digits that does not say so is no ship's.
    CHECK(identifiers_of(entity_named(sink, "M INVEST, OOO")) ==
          Texts{"tax:RU/78011234", "wallet:XBT/12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", "ofac:102"});
    const EntityReference& ship = entity_named(sink, "Grace 1");
    CHECK(ship.kind == EntityKind::vehicle);
    CHECK(identifiers_of(ship) == Texts{"imo:9116412", "ofac:104"});
}

TEST_CASE("a later edition of a list in XML replaces the one before, and what it lacks is former") {
    const test::TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    ingest_paths({good_list}, {}, writer);
    writer.commit();
    std::string later = content_of(good_list);
    const std::size_t begin = later.find("<SanctionsEntry ID=\"103\""), end = later.find("<SanctionsEntry ID=\"104\"");
    later.erase(begin, end - begin);
    ingest_paths({folder.write("later.xml", later)}, {.snapshot = true}, writer);
    writer.commit();
    const Store store = writer.store();
    const auto claims = store.claims({.relations = {store.ontology().find("designates")->id}});
    Texts told;
    for (const Claim& each : claims)
        told.push_back(store.entity(each.object).name + ' ' + std::string(to_string(each.status)));
    std::ranges::sort(told);
    CHECK(told == Texts{"Grace 1 actual", "MEROE GOLD CO. LTD. former", "PRIGOZHIN, Yevgeniy Viktorovich actual"});
}

TEST_CASE("a record of a list that is longer than any is left out, and its neighbours stay") {
    test::RecordingSink sink;
    std::string list = content_of(good_list);
    list.insert(list.find("<DistinctParty FixedRef=\"102\">"), "<DistinctParty FixedRef=\"7\"><Comment>" +
                                                                   std::string(std::size_t{5} << 20, 'x') +
                                                                   "</Comment></DistinctParty>\n");
    const test::TemporaryDirectory folder;
    const IngestReport report = ingest_paths({folder.write("list.xml", list)}, {}, sink);
    CHECK(report.skipped.front().reason == "a record longer than 4 MiB");
    CHECK(entity_named(sink, "M INVEST, OOO").kind == EntityKind::organisation);
}
