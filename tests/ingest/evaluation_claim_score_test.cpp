#include "ingest/evaluation/claim_score.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>

namespace kith::evaluation {
namespace {

using Names = std::initializer_list<const char*>;

struct Rest {
    Status status = Status::actual;
    Names speakers = {};
    std::optional<double> confidence = {};
};

ComparedClaim claim(Names subject, Names relations, Names object, const Rest& rest = {}) {
    ComparedClaim made;
    for (const char* name : subject) made.subject.emplace_back(name);
    for (const char* name : relations) made.relations.emplace_back(name, kith::Ontology::builtin());
    for (const char* name : object) made.object.emplace_back(name);
    made.statuses = {rest.status};
    for (const char* name : rest.speakers) made.speakers.emplace_back(name);
    made.confidence = rest.confidence;
    return made;
}

ClaimScorer scored(const std::vector<ComparedClaim>& gold, const std::vector<ComparedClaim>& found) {
    ClaimScorer scorer(100);
    scorer.add("article", gold, found);
    return scorer;
}

// gold/found/right
std::string in_words(const Tally& tally) {
    return std::to_string(tally.gold) + "/" + std::to_string(tally.found) + "/" + std::to_string(tally.right);
}

// "missed 1 spurious 2"
std::string mistakes_of(const ClaimScore& score) {
    std::string words;
    for (const MistakeKind kind : all_mistake_kinds()) {
        const std::size_t count = score.mistakes[static_cast<std::size_t>(kind)];
        if (count == 0) continue;
        words += (words.empty() ? "" : " ") + std::string(to_string(kind)) + " " + std::to_string(count);
    }
    return words;
}

TEST_CASE("a claim is right where both ends and the relation are, by any of their equally right values") {
    const ClaimScore score = scored({claim({"Wagner Group", "PMC Wagner"}, {"supplies", "trades_with"}, {"Hezbollah"})},
                                    {claim({"PMC Wagner"}, {"supplies"}, {"Hezbollah"})})
                                 .score();
    CHECK(in_words(score.pair) == "1/1/1");
    CHECK(in_words(score.group) == "1/1/1");
    CHECK(in_words(score.claim) == "1/1/1");
    CHECK(mistakes_of(score).empty());
}

TEST_CASE("a relation of the right group is right at that level alone, and counted as a wrong relation") {
    const ClaimScore score =
        scored({claim({"Iran"}, {"backs"}, {"Hezbollah"})}, {claim({"Iran"}, {"funds"}, {"Hezbollah"})}).score();
    CHECK(in_words(score.pair) == "1/1/1");
    CHECK(in_words(score.group) == "1/1/1");
    CHECK(in_words(score.claim) == "1/1/0");
    CHECK(mistakes_of(score) == "wrong_relation 1");
}

TEST_CASE("a claim turned round is a wrong direction, but a symmetric one is right") {
    const ClaimScore score = scored({claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"meets"}, {"Qatar"})},
                                    {claim({"Syria"}, {"backs"}, {"Iran"}), claim({"Qatar"}, {"meets"}, {"Iran"})})
                                 .score();
    CHECK(in_words(score.pair) == "2/2/2");
    CHECK(in_words(score.claim) == "2/2/1");
    CHECK(mistakes_of(score) == "wrong_direction 1");
}

TEST_CASE("what is left over on either side is missed or spurious") {
    const ClaimScorer scorer = scored({claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"backs"}, {"Iraq"})},
                                      {claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Mali"}, {"backs"}, {"Chad"})});
    CHECK(mistakes_of(scorer.score()) == "missed 1 spurious 1");
    REQUIRE(scorer.examples().size() == 2);
    CHECK(scorer.examples()[0].gold->object == "Iraq");
    CHECK_FALSE(scorer.examples()[0].found);
    CHECK(scorer.examples()[1].found->subject == "Mali");
    CHECK(scorer.examples()[1].article == "article");
}

TEST_CASE("what is told twice is counted once, and right in status and speaker where any telling is") {
    const ClaimScore score =
        scored({claim({"Iran"}, {"supplies"}, {"Russia"}, {.status = Status::denied, .speakers = {"Iran", "Tehran"}})},
               {claim({"Iran"}, {"supplies"}, {"Russia"}, {.speakers = {"Tehran"}}),
                claim({"Iran"}, {"supplies"}, {"Russia"}, {.status = Status::denied})})
            .score();
    CHECK(in_words(score.claim) == "1/1/1");
    CHECK(score.right_status == 1);
    CHECK(score.right_speaker == 1);
}

TEST_CASE("a wrong status and a wrong speaker are mistakes of claims that are right otherwise") {
    const ClaimScore score = scored({claim({"Iran"}, {"supplies"}, {"Russia"}, {.speakers = {"John Kirby"}})},
                                    {claim({"Iran"}, {"supplies"}, {"Russia"}, {.status = Status::planned})})
                                 .score();
    CHECK(in_words(score.claim) == "1/1/1");
    CHECK(score.right_status == 0);
    CHECK(score.right_speaker == 0);
    CHECK(mistakes_of(score) == "wrong_status 1 wrong_speaker 1");
}

TEST_CASE("relations are counted by name, the most frequent first, a match for the relation that was found") {
    const ClaimScore score = scored({claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"backs"}, {"Iraq"}),
                                     claim({"Iran"}, {"funds", "supplies"}, {"Hamas"})},
                                    {claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"supplies"}, {"Hamas"}),
                                     claim({"Iran"}, {"praises"}, {"Mali"})})
                                 .score();
    REQUIRE(score.relations.size() == 3);
    CHECK(score.relations[0].relation == "backs");
    CHECK(in_words(score.relations[0].tally) == "2/1/1");
    CHECK(score.relations[1].relation == "supplies");
    CHECK(in_words(score.relations[1].tally) == "1/1/1");
    CHECK(score.relations[2].relation == "praises");
    CHECK(in_words(score.relations[2].tally) == "0/1/0");
}

TEST_CASE("mistakes, right claims and relations add up to what is annotated and found") {
    const ClaimScore score = scored({claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"backs"}, {"Iraq"}),
                                     claim({"Iran"}, {"funds"}, {"Hamas"}), claim({"Mali"}, {"expels"}, {"France"})},
                                    {claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Hamas"}, {"funds"}, {"Iran"}),
                                     claim({"Iraq"}, {"praises"}, {"Iran"}), claim({"Chad"}, {"expels"}, {"France"})})
                                 .score();
    CHECK(mistakes_of(score) == "missed 1 spurious 1 wrong_relation 1 wrong_direction 1");
    CHECK(in_words(score.claim) == "4/4/1");
    Tally sum;
    for (const RelationTally& each : score.relations) {
        sum.gold += each.tally.gold;
        sum.found += each.tally.found;
        sum.right += each.tally.right;
    }
    CHECK(in_words(sum) == in_words(score.claim));
}

TEST_CASE("relations that kith does not have match by their name alone") {
    const ClaimScore score = scored({claim({"Iran"}, {"backs"}, {"Syria"})},
                                    {claim({"Iran"}, {"likes"}, {"Syria"}), claim({"Iran"}, {"backs"}, {"Syria"})})
                                 .score();
    CHECK(in_words(score.group) == "1/2/1");
    CHECK(in_words(score.claim) == "1/2/1");
}

TEST_CASE("only so many mistakes are kept as were asked for, but all are counted") {
    ClaimScorer scorer(1);
    scorer.add("article", {claim({"Iran"}, {"backs"}, {"Syria"}), claim({"Iran"}, {"backs"}, {"Iraq"})}, {});
    CHECK(scorer.examples().size() == 1);
    CHECK(mistakes_of(scorer.score()) == "missed 2");
}

TEST_CASE("shares of nothing are 0") {
    const ClaimScore score = scored({}, {}).score();
    CHECK(score.claim.precision() == 0.0);
    CHECK(score.claim.recall() == 0.0);
    CHECK(score.claim.f1() == 0.0);
    CHECK(score.relations.empty());
}

TEST_CASE("confidences are compared with the share of claims that are right") {
    const Calibration table =
        scored({claim({"Iran"}, {"backs"}, {"Syria"})},
               {claim({"Iran"}, {"backs"}, {"Syria"}, {.confidence = 0.8}),
                claim({"Iran"}, {"backs"}, {"Syria"}, {.status = Status::planned, .confidence = 0.8}),
                claim({"Iran"}, {"backs"}, {"Iraq"}, {.confidence = 0.84}),
                claim({"Iran"}, {"backs"}, {"Mali"}, {.confidence = 1.0}), claim({"Iran"}, {"backs"}, {"Chad"})})
            .calibration();
    CHECK(table.claims == 4);  // one tells none
    REQUIRE(table.bins.size() == 10);
    CHECK(table.bins[7].claims == 0);
    CHECK(table.bins[8].claims == 3);
    CHECK(table.bins[8].mean_confidence == doctest::Approx((0.8 + 0.8 + 0.84) / 3));
    CHECK(table.bins[8].share_right == doctest::Approx(2.0 / 3));
    CHECK(table.bins[9].claims == 1);  // 1 belongs to the last
    CHECK(table.expected_error == doctest::Approx((0.8 + 0.8 + 0.84 - 2.0 + 1.0) / 4));
}

TEST_CASE("a confidence on the edge of two bins belongs to the upper one") {
    for (int tenth = 0; tenth < 10; ++tenth) {
        Calibrator calibrator;
        calibrator.add(0.1 * tenth, true);
        CHECK(calibrator.calibration().bins[static_cast<std::size_t>(tenth)].claims == 1);
    }
}

}  // namespace
}  // namespace kith::evaluation
