#include "ingest/evaluation/evaluation.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "graph/error.hpp"
#include "ingest/evaluation/article_key.hpp"
#include "ingest/evaluation/named_spans.hpp"
#include "temporary_directory.hpp"

namespace kith::evaluation {
namespace {

const std::string drones =
    R"({"id": "drones", "text": "Turkey sold drones to Mali.", "date": "2023-03-01",
        "claims": [{"subject": "Turkey", "relation": "supplies", "object": ["Mali", "Bamako"]}]})";
const std::string visit =
    R"({"id": "visit", "text": "The president of Ghana flew to Paris.",
        "claims": [{"subject": "Ghana", "relation": "visits", "object": "Paris"},
                   {"subject": "Ghana", "relation": "allied_with", "object": "Togo"}]})";

// Articles are written on several lines here for the reader's sake.
std::string on_one_line(std::string json) {
    std::erase(json, '\n');
    return json + "\n";
}

struct Files {
    test::TemporaryDirectory folder{};

    std::string write(const std::string& name, const std::vector<std::string>& lines) const {
        std::string content;
        for (const std::string& line : lines) content += on_one_line(line);
        return folder.write(name, content);
    }
};

// What evaluating one gold file of these lines complains of.
Error complaint_about(const std::vector<std::string>& lines) {
    const Files files;
    try {
        evaluate({.gold = {files.write("gold.jsonl", lines)}});
    } catch (const Error& error) {
        return error;
    }
    FAIL("nothing was wrong");
    return Error("");
}

std::string problem_with(const std::string& line) {
    return complaint_about({line}).problem();
}

// An article with this claim.
std::string article_with(const std::string& claim) {
    return R"({"id": "a", "text": "Iran backs Syria.", "claims": [)" + claim + "]}";
}

TEST_CASE("articles are analysed and what is found is compared with what annotators found") {
    const Files files;
    const Evaluation result = evaluate({.gold = {files.write("gold.jsonl", {drones, visit})}, .most_examples = 10});
    CHECK(result.articles == 2);
    CHECK(result.claims.claim.gold == 3);
    CHECK(result.claims.claim.right >= 1);
    CHECK_FALSE(result.names);
    CHECK(result.notes.empty());
    REQUIRE_FALSE(result.examples.empty());
    CHECK(result.examples.back().article == "visit");
    CHECK(result.calibration.claims == result.claims.claim.found);
}

TEST_CASE("the result does not depend on the number of threads, and progress counts every article once") {
    const Files files;
    std::vector<std::string> lines;
    for (int i = 0; i < 40; ++i) {
        std::string article = i % 2 == 0 ? drones : visit;
        lines.push_back(article.replace(article.find("\": \"") + 4, 1, std::to_string(i)));
    }
    const std::string gold = files.write("gold.jsonl", lines);
    std::size_t calls = 0;
    const Evaluation one = evaluate({.gold = {gold}});
    const Evaluation three = evaluate({.gold = {gold}, .jobs = 3}, [&](std::size_t done, std::size_t all) {
        CHECK(done == ++calls);
        CHECK(all == 40);
    });
    CHECK(calls == 40);
    CHECK(one.claims.claim.right == three.claims.claim.right);
    CHECK(one.claims.claim.found == three.claims.claim.found);
}

TEST_CASE("a pipeline of one's own is evaluated in the place of kith's") {
    const Files files;
    const text::Pipeline blind({});
    const Evaluation result = evaluate({.gold = {files.write("gold.jsonl", {drones})}, .pipeline = &blind});
    CHECK(result.claims.claim.gold == 1);
    CHECK(result.claims.claim.found == 0);
}

TEST_CASE("claims of a file are scored in the place of kith's, whatever folder and ending their document has") {
    const Files files;
    const std::string gold = files.write("gold.jsonl", {drones, visit});
    const std::string found = files.write(
        "claims.jsonl",
        {R"({"document": "texts/drones.txt", "subject": {"name": "Turkey"}, "relation": "supplies",
             "object": {"name": "Bamako"}, "status": "actual", "speaker": null, "confidence": 0.9})",
         R"({"document": "more/gold.jsonl#visit", "subject": {"name": "Togo"}, "relation": "allied_with",
             "object": {"name": "Ghana"}, "confidence": 0.4})",
         R"({"document": "elsewhere.txt", "subject": {"name": "Togo"}, "relation": "likes", "object": {"name": "Mali"}})"});
    const Evaluation all = evaluate({.gold = {gold}, .found_claims = found});
    CHECK(all.claims.claim.found == 2);
    CHECK(all.claims.claim.right == 2);
    CHECK(all.claims.right_status == 1);  // the second tells none
    REQUIRE(all.notes.size() == 1);
    CHECK(all.notes.front() == found + ": 1 claim of documents that the gold files do not have was left out");
    CHECK(evaluate({.gold = {gold}, .found_claims = found, .min_confidence = 0.5}).claims.claim.found == 1);
}

TEST_CASE("names are compared by their place in the text as it came, and by kind") {
    const Files files;
    const std::string gold =
        files.write("gold.jsonl", {R"({"id": "n", "text": "Ḥasan met Turkish envoys in Mali.", "claims": []})"});
    const std::string names = files.write(
        "names.jsonl", {R"({"id": "n", "names": [[10, 17, "nationality", "Turkey"], [28, 32, "place", "Mali"]]})",
                        R"({"id": "unread", "names": []})"});
    const Evaluation result = evaluate({.gold = {gold}, .gold_names = names});
    REQUIRE(result.names);
    CHECK(result.names->articles == 1);
    CHECK(result.names->span.gold == 2);
    CHECK(result.names->span.right == 2);  // offsets count code points: "Ḥ" is one
    CHECK(result.names->coarse.right == 2);
    CHECK(result.names->fine.right == 1);  // Mali is a state
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes.front() == names + ": names of 1 article that the gold files do not have were left out");
}

TEST_CASE("names of a file are scored in the place of kith's") {
    const Files files;
    const Evaluation result = evaluate(
        {.gold = {files.write("gold.jsonl", {drones})},
         .gold_names = files.write("names.jsonl", {R"({"id": "drones", "names": [[0, 6, "state", "Turkey"],
                                                       [12, 18, "weapon", "x"], [22, 26, "state", "Mali"]]})"}),
         .found_names = files.write("found.jsonl", {R"({"id": "drones", "names": [[0, 6, "place"], [22, 26, "state"],
                                                         [22, 26, "party"], [7, 11, "person"]]})"})});
    REQUIRE(result.names);
    CHECK(result.names->span.found == 3);  // of two names at one place the last counts
    CHECK(result.names->span.right == 2);
    CHECK(result.names->coarse.right == 1);
    CHECK(result.names->fine.right == 0);
    REQUIRE(result.names->kinds.size() == 2);
    CHECK(result.names->kinds[0].kind == "state");
    CHECK(result.names->kinds[0].found == 2);
}

TEST_CASE("every kind of entities has a coarse kind") {
    CHECK(coarse_kind("state") == coarse_kind("place"));
    CHECK(coarse_kind("nationality") == coarse_kind("population_group"));
    CHECK(coarse_kind("other") == "thing");
    CHECK(coarse_kind("media") == "organisation");
    CHECK(coarse_kind("person") == "person");
    CHECK(coarse_kind("event") == "thing");
}

TEST_CASE("the text of an article may lie in a file beside the annotation, and its date may be written out") {
    const Files files;
    files.folder.write("mali.txt", "Turkey sold drones to Mali.\r\n");
    const std::string gold = files.write("gold.jsonl", {R"({"id": "a", "file": "mali.txt", "date": "21-MAR-2023 10:47",
        "claims": [{"subject": "Turkey", "relation": "supplies", "object": "Mali"}]})"});
    const Evaluation result = evaluate({.gold = {gold}});
    CHECK(result.claims.claim.right == 1);
    CHECK(result.notes.empty());
}

TEST_CASE("a date that is none is noted, and the article read as undated") {
    const Files files;
    const std::string gold = files.write("gold.jsonl", {R"({"id": "a", "text": "x", "date": "soon", "claims": []})"});
    CHECK(evaluate({.gold = {gold}}).notes ==
          std::vector<std::string>{gold + ":1: \"soon\" is not a date: the article is read as undated"});
}

TEST_CASE("what is wrong with annotated claims is told with file, line and field") {
    const Error error = complaint_about({drones, article_with(R"({"subject": 3, "relation": "x", "object": "y"})")});
    CHECK(error.position().line == 2);
    CHECK(error.position().file.ends_with("gold.jsonl"));
    CHECK(error.problem() == "claims[0].subject: expected a text or a list of texts, found the number 3");

    CHECK(problem_with(article_with(R"({"relation": "backs", "object": "y"})")) ==
          "claims[0]: there is no \"subject\"");
    CHECK(problem_with(article_with(R"({"subject": ["a", ""], "relation": "backs", "object": "y"})")) ==
          "claims[0].subject[1]: expected a text, found an empty text");
    CHECK(problem_with(article_with(R"({"subject": [], "relation": "backs", "object": "y"})")) ==
          "claims[0].subject: expected a text or a list of texts, found an empty list");
    CHECK(problem_with(article_with(R"({"subject": "a", "relation": "backs", "object": "y", "status": "maybe"})")) ==
          "claims[0].status: expected actual, planned, possible, demanded, denied or former, found \"maybe\"");
    CHECK(problem_with(article_with("[1]")) == "claims[0]: expected an object, found a list");
    CHECK(problem_with(R"({"id": "a", "text": "x", "claims": true})") ==
          "claims: expected a list, found true or false");

    const Error relation =
        complaint_about({article_with(R"({"subject": "a", "relation": ["backs", "likes"], "object": "y"})")});
    CHECK(relation.problem() == "claims[0].relation[1]: expected a relation that kith has, found \"likes\"");
    CHECK(relation.next_step() == "`kith relations` lists them.");
}

TEST_CASE("what is wrong with annotated articles is told with file and line") {
    CHECK(problem_with(R"({"text": "x", "claims": []})") == "there is no \"id\"");
    CHECK(problem_with(R"({"id": "a", "claims": []})") == "there is neither \"text\" nor \"file\"");
    CHECK(problem_with(R"({"id": "a", "text": "x"})") == "there is no \"claims\"");
    CHECK(problem_with("[1, 2]") == "expected an object, found a list");
    CHECK(problem_with(R"({"id": "a", )").starts_with("not JSON: "));
    CHECK(problem_with("") == "no line in it");
    CHECK(problem_with(R"({"id": )" + std::string(100, '[') + std::string(100, ']') + "}") ==
          "nested deeper than 64 levels");
    const Error twice = complaint_about({drones, visit, drones});
    CHECK(twice.position().line == 3);
    CHECK(twice.problem().starts_with("the article \"drones\" is there already: "));
    CHECK(twice.problem().ends_with("gold.jsonl:1"));
    CHECK_THROWS_AS(evaluate({.gold = {"no/such/file.jsonl"}}), Error);
}

TEST_CASE("what is wrong with claims and names of a file is told with its line") {
    const Files files;
    const std::string gold = files.write("gold.jsonl", {drones});
    const auto problem = [&](const EvaluationQuestion& question) -> std::string {
        try {
            evaluate(question);
        } catch (const Error& error) {
            CHECK(error.position().line == 1);
            return error.problem();
        }
        return "nothing was wrong";
    };
    const auto with_claim = [&](const std::string& line) {
        return problem({.gold = {gold}, .found_claims = files.write("claims.jsonl", {line})});
    };
    const auto with_names = [&](const std::string& names) {
        const std::string path = files.write("names.jsonl", {R"({"id": "drones", "names": [)" + names + "]}"});
        return problem({.gold = {gold}, .gold_names = path});
    };
    CHECK(with_claim(R"({"document": "d", "subject": "Iran"})") == "subject: expected an object, found \"Iran\"");
    CHECK(with_claim(R"({"document": "d", "subject": {"name": "a"}, "relation": "r", "object": {"name": "b"},
                         "confidence": 7})") == "confidence: expected a number from 0 to 1, found the number 7");
    CHECK(with_names("[0, 6]") == "names[0]: expected [begin, end, kind], found a list");
    CHECK(with_names(R"([-1, 6, "state"])") == "names[0][0]: expected a whole number, found the number -1");
    CHECK(with_names(R"([6, 6, "state"])") == "names[0]: expected an end behind the begin, found a list");
    CHECK(with_names(R"([0, 6, "country"])") ==
          "names[0][2]: expected a kind of entities, nationality or other, found \"country\"");
}

TEST_CASE("an article is known by its name without folders and ending") {
    CHECK(article_key("texts/sdf-757.txt") == "sdf-757");
    CHECK(article_key("sdf-757") == "sdf-757");
    CHECK(article_key("a.b.txt") == "a.b");
    CHECK(article_key(".hidden") == ".hidden");
    CHECK(article_key("..a.txt") == "..a");
    CHECK(article_key("folder.d/name") == "name");
}

}  // namespace
}  // namespace kith::evaluation
