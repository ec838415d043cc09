// Claims of other extractors: taken where the document bears them out, refused with the reason where it does not.
#include "ingest/extracted_claims.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const std::string story =
    "The bank\u2019s owner, Vadim Zorin, \u201cpaid\u00a0for the bridge\u201d in Mali,\nJohn Kent said. Later he "
    "denied it.";

struct Claims {
    Claims() {
        StoreWriter writer(database);
        writer.begin({.location = "news/1", .published = "2023-11-21", .text = story});
        writer.commit();
    }
    // The reasons of what was refused.
    std::vector<std::string> read(const std::string& lines) const {
        StoreWriter writer(database);
        const IngestReport report = ingest_paths({directory.write("claims.jsonl", lines)}, {}, writer);
        writer.commit();
        std::vector<std::string> reasons;
        for (const Skipped& each : report.skipped) reasons.push_back(each.reason);
        return reasons;
    }
    std::string refused(const std::string& members) const {
        const std::vector<std::string> reasons = read("{" + members + "}\n");
        return reasons.empty() ? "" : reasons.front();
    }

    test::TemporaryDirectory directory;
    std::string database = directory.file("a.db");
};

const std::string zorin =
    R"("document": "news/1", "subject": {"name": "Vadim Zorin", "kind": "person"}, "relation": "funds", )";
const std::string mali = R"("object": {"name": "Mali", "kind": "state"}, )";
const std::string quote = R"("quote": "\"paid for the bridge\" in Mali, John Kent said")";

}  // namespace

TEST_CASE("a claim whose quote stands in the document is evidence at its place, with who found it") {
    const Claims claims;
    CHECK(claims.refused(zorin + mali + R"("speaker": "John Kent", "extractor": "some-model 4.1", "id": "c7", )" +
                         quote) == "");
    const Store store(claims.database);
    REQUIRE(store.statistics().claims == 1);
    const Claim claim = store.claim(1);
    CHECK(store.entity(claim.subject).name == "Vadim Zorin");
    CHECK(claim.day == parse_partial_date("2023-11-21")->first_day());
    const auto evidence = store.evidence(1).front().evidence;
    CHECK(evidence.quote.starts_with("The bank\u2019s owner, Vadim Zorin"));
    CHECK(evidence.quote.ends_with("John Kent said."));
    CHECK(evidence.extractor == "some-model 4.1");
    CHECK(evidence.record == "c7");
    CHECK(store.statistics().documents == 1);
}

TEST_CASE("what the document does not bear out is refused, and tells why") {
    const Claims claims;
    CHECK(claims.refused(zorin + mali + R"("quote": "paid for two bridges")") ==
          "the quote does not stand in the document: \"paid for two bridges\"");
    CHECK(claims.refused(zorin + mali + R"("confidence": 0.9)") ==
          "the claim has no quote. Give the words of the document that say so.");
    CHECK(claims.refused(zorin + R"("object": {"name": "Niger", "kind": "state"}, )" + quote) ==
          "the document does not name \"Niger\"");
    CHECK(claims.refused(zorin + mali + R"("speaker": "Ann Lee", )" + quote) ==
          "the document does not name \"Ann Lee\"");
    CHECK(claims.refused(zorin + R"("object": {"name": "Mali", "kind": "country"}, )" + quote) ==
          "there is no kind of entity \"country\". `kith relations` lists the kinds.");
    CHECK(claims.refused(R"("document": "news/1", "subject": "Vadim Zorin", "relation": "pays", )" + mali + quote) ==
          "there is no relation \"pays\". `kith relations` lists them.");
    CHECK(claims.refused(R"("document": "news/9", "subject": "Zorin", "relation": "funds", )" + mali + quote) ==
          "the text of \"news/9\" is not at hand. Ingest it before its claims, or give it as \"text\".");
    CHECK(Store(claims.database).statistics().claims == 0);
    CHECK(Store(claims.database).statistics().entities == 0);
}

TEST_CASE("a text may come with its first claim, and its other claims name it") {
    const Claims claims;
    const std::string text =
        R"("document": "post/4", "text": "Blue Lantern owns Bolt Ltd today. Ann Lee leads Blue Lantern.", )";
    CHECK(
        claims
            .read(
                "{" + text +
                R"("subject": {"name": "Blue Lantern", "kind": "company"}, "relation": "owns", "object": {"name": "Bolt Ltd", "kind": "company"}, "quote": "Blue Lantern owns Bolt"})"
                "\n"
                R"({"document": "post/4", "subject": {"name": "Blue Lantern", "kind": "company"}, "relation": "led_by", "object": {"name": "Ann Lee", "kind": "person"}, "quote": "Ann Lee leads  Blue Lantern"})"
                "\n")
            .empty());
    const Store store(claims.database);
    CHECK(store.statistics().claims == 2);
    CHECK(store.statistics().documents == 2);
    CHECK(store.entity(store.claim(2).subject).name == "Ann Lee");
    CHECK(store.evidence(2).front().evidence.quote == "Ann Lee leads Blue Lantern.");
}

TEST_CASE("an article of this run may be what claims behind it are about") {
    const test::TemporaryDirectory directory;
    directory.write("a.txt", "Blue Lantern owns Bolt Ltd, which is based in Mali and builds bridges there.\n");
    directory.write(
        "b.jsonl",
        R"({"document": ")" + directory.file("a.txt") +
            R"(", "subject": {"name": "Bolt Ltd", "kind": "company"}, "relation": "based_in", "object": {"name": "Mali", "kind": "state"}, "quote": "based in Mali", "extractor": "m"})"
            "\n");
    StoreWriter writer(directory.file("a.db"));
    CHECK(ingest_paths({directory.file("a.txt"), directory.file("b.jsonl")}, {}, writer).skipped.empty());
}

TEST_CASE("a claim that two extractors find in one sentence is evidence of each, and is asked for by either") {
    const Claims claims;
    for (const char* extractor : {"some-model 4.1", "other-model", "some-model 4.1"})
        CHECK(claims.refused(zorin + mali + "\"extractor\": \"" + extractor + "\", " + quote) == "");
    const Store store(claims.database);
    REQUIRE(store.claims({}).size() == 1);
    const auto evidence = store.evidence(1);
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].evidence.extractor == "other-model");
    CHECK(evidence[1].evidence.extractor == "some-model 4.1");
    CHECK(store.ties(store.claims({.extractors = {"other-*"}})).at(0).sources == 1);
    CHECK(store.claims({.extractors = {"kith"}}).empty());
}
