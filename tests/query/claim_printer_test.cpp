#include "query/export/claim_printer.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "graph/error.hpp"
#include "graph/store/store_writer.hpp"
#include "query/example_store.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const EntityReference wagner{"Wagner Group", EntityKind::armed_group, "Wagner", {}};
const EntityReference iran{"Iran", EntityKind::state, "Tehran", {}};

std::string printed(const test::WrittenDocument& document) {
    std::ostringstream out;
    ClaimPrinter printer(out);
    test::write({document}, printer);
    return out.str();
}

}  // namespace

TEST_CASE("a claim is printed as one line of JSON with keys in a fixed order") {
    const std::string line = printed({"a.txt",
                                      "Beirut Courier",
                                      "2023-11-21",
                                      "Quiet. Wagner arms Tehran.",
                                      {{.subject = wagner,
                                        .relation = "supplies",
                                        .object = iran,
                                        .quote = "Wagner arms Tehran.",
                                        .status = Status::planned,
                                        .speaker = EntityReference{"John Kirby", EntityKind::person, "Kirby", {}},
                                        .item = "arms",
                                        .time = "2023-11",
                                        .confidence = 0.83}}});
    CHECK(line ==
          R"({"document":"a.txt","subject":{"name":"Wagner Group","kind":"armed_group","mention":"Wagner"},)"
          R"("relation":"supplies","object":{"name":"Iran","kind":"state","mention":"Tehran"},"status":"planned",)"
          R"("speaker":{"name":"John Kirby"},"item":"arms","role":null,"time":"2023-11","confidence":0.83,)"
          R"("evidence":{"begin":7,"end":26,"text":"Wagner arms Tehran."}})"
          "\n");
}

TEST_CASE("an unnamed speaker stands behind the speaker's key, and only where there is one") {
    const auto claim = [](const std::string& unnamed) {
        return printed({"a.txt",
                        "",
                        "",
                        "Wagner arms Tehran.",
                        {{.subject = wagner,
                          .relation = "supplies",
                          .object = iran,
                          .quote = "Wagner arms Tehran.",
                          .unnamed_speaker = unnamed}}});
    };
    CHECK(claim("a senior official").find(R"("speaker":null,"unnamed_speaker":"a senior official","item":null)") !=
          std::string::npos);
    CHECK(claim("").find(R"("speaker":null,"item":null)") != std::string::npos);
}

TEST_CASE("evidence counts code points, not bytes") {
    const std::string line =
        printed({"a.txt",
                 "",
                 "",
                 "Ḥizbu’llāh schwieg. Wagner arms Tehran.",
                 {{.subject = wagner, .relation = "supplies", .object = iran, .quote = "Wagner arms Tehran."}}});
    const auto evidence = nlohmann::json::parse(line)["evidence"];
    CHECK(evidence["begin"] == 20);
    CHECK(evidence["end"] == 39);
}

TEST_CASE("bytes that are no UTF-8 do not stop the printer") {
    const std::string line =
        printed({"a.txt",
                 "",
                 "",
                 "Wagner \xFF Tehran.",
                 {{.subject = wagner, .relation = "supplies", .object = iran, .quote = "Wagner \xFF Tehran."}}});
    CHECK(nlohmann::json::parse(line)["evidence"]["text"] == "Wagner \uFFFD Tehran.");
}

TEST_CASE("the printer rejects what the store would reject") {
    const auto print = [](const EntityReference& subject, const std::string& relation, const EntityReference& object) {
        return printed({"a.txt",
                        "",
                        "",
                        "Text.",
                        {{.subject = subject, .relation = relation, .object = object, .quote = "Text."}}});
    };
    CHECK_THROWS_AS(print(wagner, "teleports", iran), RejectedRecord);
    CHECK_THROWS_AS(print(wagner, "leads", iran), RejectedRecord);
    CHECK_THROWS_AS(print(iran, "backs", {"the IRAN", EntityKind::state, "", {}}), RejectedRecord);
    CHECK_NOTHROW(print(iran, "backs", wagner));
    CHECK_THROWS_AS(printed({"a.txt",
                             "",
                             "",
                             "Text.",
                             {{.subject = iran,
                               .relation = "backs",
                               .object = wagner,
                               .quote = "Text.",
                               .speaker = wagner,
                               .unnamed_speaker = "an aide"}}}),
                    RejectedRecord);
}

TEST_CASE("what the printer refuses the store refuses, with the same words, and nothing else") {
    const test::TemporaryDirectory directory;
    std::mt19937 random(1815);
    const auto one_of = [&](const auto& choices) { return choices[random() % std::size(choices)]; };
    const char* const names[] = {
        "Wagner Group", "wagner group", "Iran", "...", "", "Kirby", "\xd0\x9a\xd0\xb8\xd1\x80\xd0\xb1\xd0\xb8"};
    const EntityKind kinds[] = {EntityKind::armed_group, EntityKind::company, EntityKind::state, EntityKind::person,
                                EntityKind::event};
    const char* const relations[] = {"supplies", "leads", "allied_with", "juggles", ""};
    const char* const times[] = {"", "2023", "2015..2018", "the other day", "2023-13"};
    const double confidences[] = {0.0, 0.5, 1.0, 1.5, -0.1, std::numeric_limits<double>::quiet_NaN()};
    const auto entity = [&] { return EntityReference{one_of(names), one_of(kinds), "", {}}; };
    int refused = 0, taken = 0;
    for (int round = 0; round < 600; ++round) {
        ClaimRecord claim{.subject = entity(), .relation = one_of(relations), .object = entity()};
        if (random() % 3 == 0) claim.speaker = entity();
        if (random() % 4 == 0) claim.unnamed_speaker = "an official";
        if (random() % 5 == 0) claim.place = entity();
        if (random() % 3 == 0) claim.subject.aliases = {one_of(names)};
        claim.time = random() % 2 == 0 ? "" : one_of(times);
        claim.confidence = random() % 2 == 0 ? 0.5 : one_of(confidences);
        const auto outcome = [&](ClaimSink& sink) -> std::string {
            sink.begin({.location = "a.csv"});
            try {
                sink.add(claim);
                return "taken";
            } catch (const RejectedRecord& rejected) {
                return rejected.what();
            }
        };
        std::ostringstream out;
        ClaimPrinter printer(out);
        StoreWriter store(directory.file("fresh.db"));
        const std::string printed = outcome(printer);
        CAPTURE(round);
        REQUIRE(outcome(store) == printed);
        ++(printed == "taken" ? taken : refused);
        REQUIRE(out.str().empty() == (printed != "taken"));
    }
    CHECK(refused > 100);
    CHECK(taken > 20);
}
