#include "query/export/claim_printer.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "graph/error.hpp"
#include "query/example_store.hpp"

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
