// The Beneficial Ownership Data Standard: who owns or controls whom, by statements that replace each other.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using Texts = std::vector<std::string>;

namespace {

struct Read {
    test::RecordingSink sink{};
    Texts claims{}, skipped{};
};

Read read(const std::vector<std::string>& paths) {
    Read read;
    const IngestReport report = ingest_paths(paths, {}, read.sink);
    for (const auto& [document, claim] : read.sink.claims) {
        std::string words = claim.subject.name + ' ' + claim.relation + ' ' + claim.object.name;
        for (const std::string& each : {claim.item, claim.role, claim.time}) words += each.empty() ? "" : ", " + each;
        if (claim.status != Status::actual) words += ", " + std::string(to_string(claim.status));
        read.claims.push_back(words);
    }
    std::ranges::sort(read.claims);
    for (const Skipped& each : report.skipped)
        read.skipped.push_back(std::to_string(each.position.line) + ": " + each.reason);
    return read;
}

Read read_data(const std::string& name) {
    return read({KITH_SOURCE_DIR "/tests/data/" + name});
}

Texts identifiers_of(const EntityReference& entity) {
    Texts all;
    for (const Identifier& each : entity.identifiers) all.push_back(to_string(each));
    return all;
}

}  // namespace

TEST_CASE("statements of BODS 0.2 tell shares in bands, and what is replaced is not believed") {
    const Read found = read_data("good/bods_0_2.json");
    CHECK(found.skipped.empty());
    CHECK(found.claims == Texts{"Vadim Zorin citizen_of Russia",
                                "Vadim Zorin directs Zorin Group Ltd, over 75 % of voting rights, voting rights",
                                "Vadim Zorin owns Zorin Group Ltd, 50 to 75 %, beneficial owner, 2022-02-14..",
                                "Zorin Group Ltd based_in United Kingdom"});
    REQUIRE(found.sink.entities.size() == 2);
    CHECK(found.sink.entities[0].aliases == Texts{"Zorin Holding Ltd"});
    CHECK(identifiers_of(found.sink.entities[0]) == Texts{"company_gb:07444723"});
    CHECK(found.sink.entities[1].aliases == Texts{"Вадим Зорин"});
    CHECK(identifiers_of(found.sink.entities[1]) == Texts{"passport:RU/530478"});
    const auto owns =
        std::ranges::find(found.sink.claims, "owns", [](const auto& each) { return each.record.relation; });
    CHECK(owns->record.record == "o-2");
    CHECK(owns->record.url == "https://example.org/o-2");
    CHECK(owns->record.quote == "ownership-of-shares-50-to-75-percent");
    CHECK(owns->document.ends_with("bods_0_2.json#Example Register (2022-03-01)"));
    CHECK(found.sink.documents.front().publisher == "Example Register");
}

TEST_CASE("records of BODS 0.4: the latest statement counts, a closed record is former, a chain is not counted twice") {
    const Read found = read_data("good/bods_0_4.json");
    CHECK(found.skipped.empty());
    CHECK(found.claims ==
          Texts{"Acme ApS based_in Denmark", "Ada Vance directs Lantern Trust, unknown interest, possible",
                "Ada Vance founded Lantern Trust, settlor", "Ada Vance owns Acme ApS, beneficial owner, indirect",
                "Lantern Trust owns Acme ApS, 33.5 %, ..2024-05-31, former"});
    CHECK(identifiers_of(found.sink.entities[0]) == Texts{"registration:DK/10103940"});
    CHECK(identifiers_of(found.sink.entities[1]) == Texts{"record:bods/r-ada"});
    CHECK(identifiers_of(found.sink.entities[2]) == Texts{"lei:529900T8BM49AURSDO55"});
}

TEST_CASE("a statement may replace one of another file, whichever is read first") {
    const test::TemporaryDirectory directory;
    const std::string old = directory.write(
        "old.json",
        R"({"statementID":"a","statementType":"entityStatement","entityType":"registeredEntity","name":"Acme"}
{"statementID":"b","statementType":"entityStatement","entityType":"registeredEntity","name":"Bolt"}
{"statementID":"o","statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"a"},"interestedParty":{"describedByEntityStatement":"b"},"interests":[{"type":"shareholding","share":{"exact":10}}]}
)");
    const std::string update = directory.write(
        "update.json",
        R"({"statementID":"o2","replacesStatements":["o"],"statementType":"ownershipOrControlStatement","subject":{"describedByEntityStatement":"a"},"interestedParty":{"describedByEntityStatement":"b"},"interests":[{"type":"shareholding","share":{"exact":20}}]}
)");
    CHECK(read({old, update}).claims == Texts{"Bolt owns Acme, 20 %"});
    CHECK(read({update, old}).claims == Texts{"Bolt owns Acme, 20 %"});
}

TEST_CASE("hostile statements are told with their line") {
    const Read wrong = read_data("bad/bods_wrong_types.json");
    CHECK(wrong.claims.empty());
    CHECK(wrong.skipped ==
          Texts{"7: statements of type \"rumourStatement\" are not known", "8: a statement without a \"recordId\"",
                "4: the interested party has no name", "5: the interested party has no name (no-beneficial-owners)",
                "6: interests of type \"friendship\" are not known", "6: ties e-9, which none of the inputs has"});
    CHECK(read_data("bad/bods_circle.json").claims.empty());
    CHECK(read_data("bad/bods_truncated.json").skipped.size() == 1);
    CHECK(read_data("bad/bods_invalid_utf_8.json").skipped.size() == 1);
    CHECK(read_data("bad/bods_deep.json").skipped.size() == 1);
}
