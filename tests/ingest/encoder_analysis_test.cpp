// The analysis as kith ships it, with the trained model.
#include <doctest/doctest.h>

#include <stdlib.h>

#include <algorithm>
#include <random>

#include "graph/error.hpp"
#include "graph/relation.hpp"
#include "ingest/side_by_side.hpp"
#include "ingest/text/reading/model.hpp"
#include "ingest/text/text_picture.hpp"
#include "temporary_directory.hpp"

namespace kith::text {
namespace {

std::vector<std::string> pictures(const Document& document) {
    std::vector<std::string> result;
    for (const ClaimRecord& claim : document.claims) {
        result.push_back(picture(claim) + " " + std::to_string(claim.confidence) + " " + claim.item + claim.role +
                         claim.time);
    }
    return result;
}

const std::string story =
    "Wagner is preparing to supply Hezbollah with missiles, White House spokesman John Kirby said on Tuesday.\n\n"
    "The mercenary group fought in Syria in 2018. Kirby met Israeli foreign minister Eli Cohen in Washington. He said "
    "that "
    "Iran may sell drones to Hamas or Hezbollah.\n";

TEST_CASE("a sentence is read into who is tied to whom, how surely, and who says so") {
    const Document document = analysed(story);
    const auto supplies = std::ranges::find_if(document.claims, [](const ClaimRecord& claim) {
        return claim.relation == "supplies" && claim.object.name == "Hezbollah" && claim.subject.name == "Wagner Group";
    });
    REQUIRE(supplies != document.claims.end());
    CHECK(supplies->status == Status::planned);
    REQUIRE(supplies->speaker);
    CHECK(supplies->speaker->name == "John Kirby");
    CHECK(supplies->time.empty());
    CHECK(supplies->confidence > 0.5);
}

TEST_CASE("the same text gives the same claims, again and in several threads") {
    const std::vector<std::string> once = pictures(analysed(story));
    CHECK(once.size() >= 4);
    std::vector<std::vector<std::string>> results(6);
    side_by_side(results.size(), 3, [&](std::size_t i) { results[i] = pictures(analysed(story)); });
    for (const auto& result : results) CHECK(result == once);
}

TEST_CASE("more claims are drawn where more are wanted, and all of the surer ones") {
    Article article;
    article.text = story;
    const auto more = pictures(Pipeline::standard({.recall = true}).analyse(article));
    CHECK(more.size() >= pictures(analysed(story)).size());
}

// Every claim of a jumble of names, verbs and marks keeps the promises of ClaimRecord.
TEST_CASE("the encoder's claims of any text are those that the ontology allows, with evidence inside the text") {
    const std::vector<std::string> words = {"Iran", "Kirby",  "U.S.", "and",    "of",     "'s",  "-",   "\"",
                                            "said", "attack", "on",   "to",     "arms",   ",",   "(",   ")",
                                            ".",    "\n",     "he",   "leader", "backed", "by",  "the", "John",
                                            "or",   "is",     "not",  "Moscow", "in",     "\xff"};
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::string text;
        for (int i = 0; i < 120; ++i) text += words[random() % words.size()] + (random() % 4 ? " " : "");
        const Document document = analysed(text);
        for (const ClaimRecord& claim : document.claims) {
            const Relation* relation = Ontology::builtin().find(claim.relation);
            REQUIRE(relation);
            CHECK(relation->allows_subject(claim.subject.kind));
            CHECK(relation->allows_object(claim.object.kind));
            CHECK(claim.subject.name != claim.object.name);
            CHECK(claim.sentence.end <= text.size());
            CHECK(claim.sentence.begin < claim.sentence.end);
            CHECK((claim.confidence > 0.0 && claim.confidence <= 1.0));
        }
    }
}

TEST_CASE("a sentence of thousands of names is read in bounded time") {
    std::string text = "Iran attacked ";
    for (int i = 0; i < 10'000; ++i) text += "Chad, Mali and ";
    CHECK(analysed(text + "Oman.").ties.size() < 100'000);
}

TEST_CASE("a pipeline is made without its model, which the first article asks for") {
    const Pipeline pipeline = Pipeline::standard({.model = "/nowhere/english.kith"});
    Article article;
    article.text = "Iran met Oman.";
    CHECK_THROWS_AS(pipeline.analyse(article), Error);
    article.text = "";
    CHECK(pipeline.analyse(article).claims.empty());
}

TEST_CASE("the model that is asked for counts more than the one that the environment names") {
    setenv("KITH_MODEL", "theirs.kith", 1);
    CHECK(model_path("mine.kith") == "mine.kith");
    CHECK(model_path("") == "theirs.kith");
    unsetenv("KITH_MODEL");
    CHECK(model_path("").ends_with("/english.kith"));
}

TEST_CASE("a file of the user's that was damaged on its way is not read with") {
    const test::TemporaryDirectory directory;
    std::string bytes = test::read_file(model_path("english-fast"));
    const auto analyse_with = [&](const std::string& name) {
        return Pipeline::standard({.model = directory.write(name, bytes)}).analyse(article_of(story));
    };
    CHECK_FALSE(analyse_with("sound.kith").claims.empty());
    bytes[bytes.size() - 1000] ^= 4;
    CHECK_THROWS_WITH_AS(analyse_with("damaged.kith"), doctest::Contains("the model is damaged"), Error);
}

TEST_CASE("models that come with kith go by name, and a name that none has is told with theirs") {
    CHECK(model_path("english-fast").ends_with("/english-fast.kith"));
    try {
        model_path("klingon");
        FAIL("it was found");
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find("klingon.kith") != std::string::npos);
        CHECK(error.next_step().find("english-fast") != std::string::npos);
    }
}

TEST_CASE("the fast model reads the same story") {
    const Pipeline pipeline = Pipeline::standard({.model = "english-fast"});
    CHECK(pictures(pipeline.analyse(article_of(story))).size() >= 3);
}

}  // namespace
}  // namespace kith::text
