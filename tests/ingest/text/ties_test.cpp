#include "ingest/text/ties/ties.hpp"

#include <doctest/doctest.h>

#include "graph/error.hpp"
#include "ingest/text/actors/actors.hpp"
#include "ingest/text/marked_text.hpp"
#include "ingest/text/ties/alternatives.hpp"
#include "ingest/text/ties/threats.hpp"
#include "ingest/text/ties/tie_builder.hpp"
#include "ingest/text/ties/time.hpp"

namespace kith::text {
namespace {

// Ties as they are drawn from probability 0.4 on, not calibrated: "Turkey -supplies-> Mali .75".
std::vector<std::string> drawn(Document& document, double least = 0.4, Calibration calibration = {}) {
    Actors().apply(document);
    tie_tellings(document);
    draw_ties(document, Thresholds{}, least, calibration);
    std::vector<std::string> result;
    for (const Tie& tie : document.ties) {
        std::string line =
            document.actors[tie.subject].name + " -" + tie.relation + "-> " + document.actors[tie.object].name;
        if (tie.status != Status::actual) line += " " + std::string(to_string(tie.status));
        if (tie.speaker != none) line += ", says " + document.actors[tie.speaker].name;
        const int hundredths = static_cast<int>(tie.confidence * 100 + 0.5);
        result.push_back(line + " ." + std::to_string(hundredths));
    }
    return result;
}

using List = std::vector<std::string>;

TEST_CASE("tellings of one tie support each other, further ones less") {
    Document document = marked("[Turkey|state] armed [Mali|state]. [Turkish|nationality] arms reached [Mali|state].");
    tell(document, 0, "supplies", 1, 0.7);
    tell(document, 2, "supplies", 3, 0.36);
    CHECK(drawn(document) == List{"Turkey -supplies-> Mali .76"});
}

TEST_CASE("a sentence tells a tie once, by whichever mentions") {
    Document document = marked("[Turkey|state] gave [Turkish|nationality] arms to [Mali|state].");
    tell(document, 0, "supplies", 2, 0.7);
    tell(document, 1, "supplies", 2, 0.6);
    CHECK(drawn(document) == List{"Turkey -supplies-> Mali .70"});
}

TEST_CASE("unlikely ties are not drawn unless more are wanted") {
    Document document = marked("[Turkey|state] armed [Mali|state].");
    tell(document, 0, "supplies", 1, 0.3);
    Document again = document;
    CHECK(drawn(document).empty());
    CHECK(drawn(again, 0.2).size() == 1);
}

TEST_CASE("another item or another time is another claim, and a telling without either goes with the surest") {
    Document document = marked(
        "[Iran|state] sold drones to [Mali|state]. [Iran|state] sold missiles to [Mali|state]. "
        "[Iran|state] sold armed drones to [Mali|state]. [Iran|state] armed [Mali|state].");
    const auto item = [&](std::size_t begin, std::size_t end) { document.tellings.back().detail = {begin, end}; };
    tell(document, 0, "supplies", 1, 0.7);
    item(2, 3);
    tell(document, 2, "supplies", 3, 0.6);
    item(8, 9);
    tell(document, 4, "supplies", 5, 0.5);
    item(14, 16);
    tell(document, 6, "supplies", 7, 0.5);
    Document dated = document;
    CHECK(drawn(document).size() == 2);
    CHECK(document.ties[0].item == "drones");
    CHECK(document.ties[1].item == "missiles");

    Actors().apply(dated);
    tie_tellings(dated);
    for (Tie& tie : dated.ties) tie.item.clear();
    dated.ties[0].time = "2022";
    dated.ties[1].time = "2023";
    dated.ties[2].time = "2022-06";
    draw_ties(dated, Thresholds{}, 0.4, {});
    REQUIRE(dated.ties.size() == 2);
    CHECK(dated.ties[0].time == "2022");
    CHECK(dated.ties[1].time == "2023");
}

TEST_CASE("a relation that there is not is an error of the component that tells of it") {
    Document document = marked("[Lloyds|company] insured [Mali|state].");
    tell(document, 0, "insures", 1, 0.9);
    CHECK_THROWS_WITH_AS(drawn(document), "a component of the analysis tells of a tie without a relation", Error);

    document.tellings.clear();
    CHECK_THROWS_WITH_AS(
        TieBuilder(document).add(MentionIndex(0), "insures", MentionIndex(1), SentenceIndex(0), "mine", 0.9),
        "a component of the analysis tells of the relation \"insures\", which there is not", Error);
    document.ties.emplace_back().relation = "insures";
    CHECK_THROWS_AS(Times().apply(document), Error);
}

TEST_CASE("a user's relation is tied like any other") {
    const Ontology ontology =
        Ontology::builtin().with(Ontology::parse("insures\ttrade\tcompany\tA\tinsured_by\t0\n", "mine.tsv"));
    Document document = marked("[Lloyds|company] insured [Mali|state].");
    document.ontology = &ontology;
    tell(document, 0, "insures", 1, 0.9);
    tell(document, 1, "insures", 0, 0.9);  // a state does not insure
    CHECK(drawn(document) == List{"Lloyds -insures-> Mali .90"});
}

TEST_CASE("an actor is not tied to itself, and nothing is tied that the ontology forbids") {
    Document document = marked("[Turkey|state] and the [Turkish|nationality] drone [Akinci|weapon].");
    tell(document, 0, "backs", 1, 0.9);
    tell(document, 2, "backs", 0, 0.9);
    CHECK(drawn(document).empty());
}

TEST_CASE("a capital stands for its government where a place cannot stand") {
    Document document = marked("[Ankara|place] armed [Mali|state]. An envoy went to [Ankara|place].");
    tell(document, 0, "supplies", 1, 0.8);
    CHECK(drawn(document) == List{"Turkey -supplies-> Mali .80"});
}

TEST_CASE("both directions of a symmetric relation are one tie, in the order of the text") {
    Document document = marked("[Mali|state] met [Turkey|state].");
    tell(document, 1, "meets", 0, 0.8);
    tell(document, 0, "meets", 1, 0.7);
    CHECK(drawn(document) == List{"Mali -meets-> Turkey .80"});
}

TEST_CASE("two actors have at most two relations") {
    Document document = marked("[Mali|state] met [Turkey|state].");
    tell(document, 0, "meets", 1, 0.8);
    tell(document, 0, "praises", 1, 0.7);
    tell(document, 1, "backs", 0, 0.6);
    CHECK(drawn(document).size() == 2);
}

TEST_CASE("a tie told with another status or by another speaker stands beside the first") {
    Document document =
        marked("[Mali|state] said [Turkey|state] armed [Chad|state]. [Turkey|state] did not arm [Chad|state].");
    tell(document, 1, "supplies", 2, 0.8, Status::actual, 0);
    tell(document, 3, "supplies", 4, 0.5, Status::denied);
    CHECK(drawn(document) == List{"Turkey -supplies-> Chad, says Mali .86", "Turkey -supplies-> Chad denied .50"});
}

TEST_CASE("whose husband somebody is tells the pronoun") {
    Document document = marked("[Robert Krumm|person] met [Mary Ott|person] and [her husband|person] [Al|person].");
    tell(document, 0, "relative_of", 2, 0.9);
    tell(document, 1, "relative_of", 2, 0.9);
    tell(document, 0, "meets", 2, 0.9);
    CHECK(drawn(document) == List{"Robert Krumm -meets-> her husband .90", "Mary Ott -relative_of-> her husband .90"});
}

TEST_CASE("who accuses says so himself") {
    Document document = marked("[Mali|state] accused [Turkey|state].");
    tell(document, 0, "accuses", 1, 0.8, Status::actual, 0);
    CHECK(drawn(document) == List{"Mali -accuses-> Turkey .80"});
}

TEST_CASE("the words of a telling are the item of a supply and the role of a post") {
    Document document = marked("[Turkey|state] sold drones to [Mali|state].");
    tell(document, 0, "supplies", 1, 0.8);
    document.tellings[0].detail = {2, 3};
    drawn(document);
    CHECK(document.ties[0].item == "drones");
    CHECK(document.ties[0].role.empty());
    CHECK(document.text(document.ties[0].cue) == "Turkey sold drones to Mali");
    Document post = marked("[Ann Lee|person], minister of [Mali|state].");
    tell(post, 0, "works_for", 1, 0.8);
    post.tellings[0].detail = {3, 4};
    drawn(post);
    CHECK(post.ties[0].role == "minister");
}

TEST_CASE("confidence is calibrated") {
    Document document = marked("[Turkey|state] armed [Mali|state].");
    tell(document, 0, "supplies", 1, 0.5);
    CHECK(drawn(document, 0.4, {0.5, 1.0}) == List{"Turkey -supplies-> Mali .73"});
    CHECK(Calibration{0.5, 0.0}.confidence(0.9) == doctest::Approx(0.75));
    CHECK(Calibration{}.confidence(1.0) < 1.0);
}

TEST_CASE("who announces a hostile deed of his own side threatens, and who speaks of others does not") {
    Document own = marked("\"[We|] will sanction [Chad|state],\" [Ann Lee|person] of [Mali|state] said.");
    Actors().apply(own);
    own.mentions[MentionIndex(0)].actor = own.mentions[MentionIndex(3)].actor;
    tell(own, 0, "sanctions", 1, 0.8, Status::planned, 2);
    tie_tellings(own);
    Threats().apply(own);
    REQUIRE(own.ties.size() == 2);
    CHECK(own.ties[1].relation == "threatens");
    CHECK(own.actors[own.ties[1].subject].name == "Ann Lee");
    Document others = marked("\"[Mali|state] will sanction [Chad|state],\" [Ann Lee|person] said.");
    Actors().apply(others);
    tell(others, 0, "sanctions", 1, 0.8, Status::planned, 2);
    tie_tellings(others);
    Threats().apply(others);
    CHECK(others.ties.size() == 1);
}

std::vector<int> alternatives_in(Document& document) {
    drawn(document);
    Alternatives().apply(document);
    std::vector<int> result;
    for (const Tie& tie : document.ties) result.push_back(tie.alternative);
    return result;
}

TEST_CASE("ends joined by \"or\" exclude each other") {
    Document document = marked("[Wagner|armed_group] may arm [Hezbollah|armed_group] or [Iran|state].");
    tell(document, 0, "supplies", 1, 0.8, Status::possible);
    tell(document, 0, "supplies", 2, 0.8, Status::possible);
    CHECK(alternatives_in(document) == std::vector<int>{1, 1});
    Document subjects = marked("[Chad|state], [Mali|state] or [Iran|state] armed [Hezbollah|armed_group].");
    for (std::size_t m = 0; m < 3; ++m) tell(subjects, m, "supplies", 3, 0.8);
    CHECK(alternatives_in(subjects) == std::vector<int>{1, 1, 1});
}

TEST_CASE("ends joined by \"and\", and what is denied of both, do not") {
    Document both = marked("[Wagner|armed_group] armed [Hezbollah|armed_group] and [Iran|state].");
    tell(both, 0, "supplies", 1, 0.8);
    tell(both, 0, "supplies", 2, 0.8);
    CHECK(alternatives_in(both) == std::vector<int>{0, 0});
    Document neither = marked("[Wagner|armed_group] did not arm [Hezbollah|armed_group] or [Iran|state].");
    tell(neither, 0, "supplies", 1, 0.8, Status::denied);
    tell(neither, 0, "supplies", 2, 0.8, Status::denied);
    CHECK(alternatives_in(neither) == std::vector<int>{0, 0});
}

}  // namespace
}  // namespace kith::text
