// The JSON of other tools: FollowTheMoney and STIX, among articles and by themselves.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/interchange/json_text.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using Texts = std::vector<std::string>;

namespace {

const std::string owners =
    R"({"id":"NK-1","schema":"Person","caption":"Vadim Zorin","properties":{"name":["Vadim Zorin","Вадим Зорин"],"alias":["V. Zorin"],"nationality":["ru"],"passportNumber":["53 0478"]},"referents":["ofac-77"],"datasets":["eu_list"]})"
    "\n"
    R"({"id":"NK-2","schema":"Company","properties":{"name":["Zorin Stroy"],"jurisdiction":["cy"],"registrationNumber":["HE 1234"],"leiCode":["not known"]},"datasets":["eu_list"]})"
    "\n"
    R"({"id":"o-1","schema":"Ownership","properties":{"owner":["NK-1"],"asset":["NK-2"],"percentage":["51"],"startDate":["2019-03-01T00:00:00"]},"datasets":["eu_list"]})"
    "\n"
    R"({"id":"s-1","schema":"Sanction","properties":{"entity":["NK-1"],"authority":["Council of Examples"],"program":["EX-1"],"reason":["He built the bridge."],"sourceUrl":["https://example.org/1"]},"datasets":["eu_list"]})"
    "\n";

IngestReport read(const std::string& content, ClaimSink& sink, const std::string& name = "list.json") {
    const test::TemporaryDirectory directory;
    return ingest_paths({directory.write(name, content)}, {}, sink);
}

Texts claims_in(const test::RecordingSink& sink) {
    Texts all;
    for (const auto& [document, claim] : sink.claims) {
        all.push_back(claim.subject.name + ' ' + claim.relation + ' ' + claim.object.name);
        for (const std::string& each : {claim.item, claim.role, claim.time})
            all.back() += each.empty() ? "" : ", " + each;
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

TEST_CASE("a list in FollowTheMoney becomes entities with identifiers, and claims of owners and sanctions") {
    test::RecordingSink sink;
    const IngestReport report = read(owners, sink);
    CHECK(report.skipped.empty());
    CHECK(claims_in(sink) == Texts{"Council of Examples sanctions Vadim Zorin, EX-1", "Vadim Zorin citizen_of Russia",
                                   "Vadim Zorin owns Zorin Stroy, 51 %, 2019-03-01..", "Zorin Stroy based_in Cyprus"});
    CHECK(sink.entities[0].aliases == Texts{"Вадим Зорин", "V. Zorin"});
    Texts identifiers;
    for (const Identifier& each : sink.entities[0].identifiers) identifiers.push_back(to_string(each));
    CHECK(identifiers == Texts{"ofac:77", "opensanctions:NK-1", "passport:RU/530478"});
    CHECK(sink.documents.front().publisher == "eu_list");
    const auto sanction =
        std::ranges::find(sink.claims, "sanctions", [](const auto& each) { return each.record.relation; });
    CHECK(sanction->record.quote == "He built the bridge.");
    CHECK(sanction->record.record == "s-1");
    CHECK(sanction->record.url == "https://example.org/1");
    CHECK(sanction->record.line == 4);
    CHECK(owners.substr(sanction->record.sentence.begin, 10) == R"({"id":"s-1)");
}

TEST_CASE("statements of FollowTheMoney are put together, in whatever order they come") {
    Texts lines{R"({"entity_id":"a","schema":"LegalEntity","prop":"name","value":"Zorin Bank","dataset":"d"})",
                R"({"entity_id":"a","schema":"Company","prop":"jurisdiction","value":"cy","dataset":"d"})",
                R"({"entity_id":"b","schema":"Person","prop":"name","value":"Vadim Zorin","dataset":"d"})",
                R"({"entity_id":"o","schema":"Ownership","prop":"owner","value":"b","dataset":"d"})",
                R"({"entity_id":"o","schema":"Ownership","prop":"asset","value":"a","dataset":"d"})"};
    std::mt19937 dice(3);
    for (int turn = 0; turn < 10; ++turn) {
        std::string content;
        for (const std::string& each : lines) content += each + '\n';
        test::RecordingSink sink;
        CHECK(read(content, sink).skipped.empty());
        CHECK(claims_in(sink) == Texts{"Vadim Zorin owns Zorin Bank", "Zorin Bank based_in Cyprus"});
        std::ranges::shuffle(lines, dice);
    }
}

TEST_CASE("what ties somebody whom no input has is told, and what is well stays") {
    test::RecordingSink sink;
    const IngestReport report =
        read(owners + R"({"id":"o-2","schema":"Ownership","properties":{"owner":["NK-1"],"asset":["NK-9"]}})"
                      "\n"
                      R"({"id":"o-3","schema":"Ownership","properties":{"owner":["NK-1"]}})"
                      "\n"
                      R"({"id":"NK-4","schema":"Person","properties":{"gender":["male"]}})"
                      "\n",
             sink);
    CHECK(sink.claims.size() == 4);
    Texts reasons;
    for (const Skipped& each : report.skipped)
        reasons.push_back(std::to_string(each.position.line) + ": " + each.reason);
    CHECK(reasons == Texts{"6: the Ownership lacks its \"asset\"", "7: the Person has no name",
                           "5: ties NK-9, which none of the inputs has"});
}

TEST_CASE("a STIX bundle becomes actors and claims; creators and markings stay with the source") {
    test::RecordingSink sink;
    const std::string bundle = R"({"type": "bundle", "id": "bundle--0ecd8123-90d5-46e0-9cd4-65d4999b3a2e", "objects": [
        {"type": "relationship", "id": "relationship--11111111-1111-4111-8111-111111111111", "relationship_type": "targets",
         "source_ref": "intrusion-set--22222222-2222-4222-8222-222222222222", "confidence": 70, "start_time": "2021-02-03T00:00:00Z",
         "target_ref": "identity--33333333-3333-4333-8333-333333333333", "description": "It sent letters to the bank.",
         "created_by_ref": "identity--44444444-4444-4444-8444-444444444444",
         "object_marking_refs": ["marking-definition--55555555-5555-4555-8555-555555555555"]},
        {"type": "intrusion-set", "id": "intrusion-set--22222222-2222-4222-8222-222222222222", "name": "Quiet Fox", "aliases": ["QF-7"]},
        {"type": "identity", "id": "identity--33333333-3333-4333-8333-333333333333", "identity_class": "organization", "name": "Bank of Examples"},
        {"type": "identity", "id": "identity--44444444-4444-4444-8444-444444444444", "identity_class": "organization", "name": "Example CERT"},
        {"type": "marking-definition", "id": "marking-definition--55555555-5555-4555-8555-555555555555", "definition_type": "tlp", "definition": {"tlp": "amber"}},
        {"type": "indicator", "id": "indicator--66666666-6666-4666-8666-666666666666", "pattern": "[file:size = 1]"},
        {"type": "relationship", "id": "relationship--77777777-7777-4777-8777-777777777777", "relationship_type": "uses",
         "source_ref": "intrusion-set--22222222-2222-4222-8222-222222222222", "target_ref": "malware--88888888-8888-4888-8888-888888888888"}]})";
    const IngestReport report = read(bundle, sink);
    CHECK(claims_in(sink) == Texts{"Quiet Fox attacks Bank of Examples, 2021-02-03.."});
    CHECK(sink.claims[0].record.confidence == doctest::Approx(0.7));
    CHECK(sink.claims[0].record.quote == "It sent letters to the bank.");
    CHECK(sink.claims[0].document.ends_with("#Example CERT#TLP:amber"));
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].reason.starts_with("kith has no relation for \"uses\""));
    CHECK(report.skipped[0].position.line == 12);
}

TEST_CASE("of a STIX relationship without a type that is text, that is told") {
    const std::string one = R"({"type":"relationship","id":"relationship--11111111-1111-4111-8111-111111111111")";
    for (const auto& [type, reason] :
         {std::pair("", "the relationship has no relationship_type"),
          {R"(,"relationship_type":["owns"])", "its relationship_type is no text, or an empty one"},
          {R"(,"relationship_type":"")", "its relationship_type is no text, or an empty one"}}) {
        test::RecordingSink sink;
        const IngestReport report = read(one + type + "}", sink);
        REQUIRE(report.skipped.size() == 1);
        CHECK(report.skipped[0].reason == reason);
    }
}

TEST_CASE("a relationship may stand in another file than what it ties") {
    const test::TemporaryDirectory directory;
    directory.write(
        "1.json",
        R"({"type": "relationship", "id": "relationship--11111111-1111-4111-8111-111111111111", "relationship_type": "owns",
        "source_ref": "identity--22222222-2222-4222-8222-222222222222", "target_ref": "identity--33333333-3333-4333-8333-333333333333"})");
    directory.write(
        "2.json",
        R"({"type": "identity", "id": "identity--22222222-2222-4222-8222-222222222222", "name": "Holding A"})");
    directory.write(
        "3.json", R"({"type": "identity", "id": "identity--33333333-3333-4333-8333-333333333333", "name": "Bank B"})");
    test::RecordingSink sink;
    CHECK(ingest_paths({directory.path().string()}, {}, sink).skipped.empty());
    CHECK(claims_in(sink) == Texts{"Holding A owns Bank B"});
}

TEST_CASE("two entries of one name in a list are two entities, and an entry that comes again is the same") {
    const test::TemporaryDirectory directory;
    const std::string list =
        directory.write("list.json", R"({"id":"a","schema":"Person","properties":{"name":["John Kent"]}})"
                                     "\n"
                                     R"({"id":"b","schema":"Person","properties":{"name":["John Kent"]}})"
                                     "\n");
    for (int turn = 0; turn < 2; ++turn) {
        StoreWriter writer(directory.file("a.db"));
        ingest_paths({list}, {}, writer);
        writer.commit();
    }
    const Store store(directory.file("a.db"));
    CHECK(store.entities_named("John Kent").size() == 2);
    CHECK(store.find_entity("record:ftm/a").name == "John Kent");
}

TEST_CASE("a list's entry whose number contradicts what is known of the name is another's") {
    test::RecordingSink sink;
    const auto entry = [](const std::string& number) {
        return R"({"id":"x)" + number +
               R"(","schema":"Organization","properties":{"name":["ETA"]},"referents":["ofac-)" + number +
               R"("]})"
               "\n";
    };
    read(entry("4693") + entry("99999"), sink);
    REQUIRE(sink.entities.size() == 2);
    CHECK(sink.entities[0].kind == EntityKind::armed_group);
    CHECK(sink.entities[1].kind == EntityKind::organisation);
    CHECK(sink.entities[1].aliases.empty());
}

TEST_CASE("a name of ten megabytes is nobody's") {
    test::RecordingSink sink;
    const IngestReport report =
        read(R"({"id":"a","schema":"Person","properties":{"name":[")" + std::string(10'000'000, 'x') +
                 R"("]}})"
                 "\n" +
                 owners,
             sink);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].reason == "its name is longer than 1000 bytes");
    CHECK(sink.claims.size() == 4);
}

TEST_CASE("any JSON is a record, an article or told of") {
    CHECK(interchange::parse_record(std::string(100'000, '[')).is_discarded());
    CHECK(interchange::parse_record(std::string(40, '[') + std::string(40, ']')).is_array());
    std::mt19937 dice(11);
    const std::string source = owners;
    for (int turn = 0; turn < 300; ++turn) {
        std::string content = source;
        for (int i = 0; i < 4; ++i) content[dice() % content.size()] = "{}[]\":,x\n\\"[dice() % 10];
        test::RecordingSink sink;
        const IngestReport report = read(content, sink);
        CHECK(report.inputs == 1);
    }
}
