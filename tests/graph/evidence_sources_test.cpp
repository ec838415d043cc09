#include "graph/store/evidence_sources.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/rows/arc_filter.hpp"
#include "graph/rows/projection.hpp"
#include "graph/rows/strength.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference person(const std::string& name) {
    return {name, EntityKind::person, name, {}};
}

EntityReference state(const std::string& name) {
    return {name, EntityKind::state, name, {}};
}

// Each paper writes its own sentence, so that no two are copies.
class Papers {
public:
    struct Report {
        std::string paper, day;
        double confidence = 0.5;
        std::string speaker = "John Kirby";
        std::string item{};
    };

    void print(const Report& report) {
        const std::string text =
            report.paper + " of " + report.day + " on what Tehran sends to Moscow: " + report.speaker;
        StoreWriter writer(path());
        writer.begin({report.paper + report.day, "", "", report.paper, report.day, text, {{0, text.size()}}, {}});
        ClaimRecord claim{.subject = state("Iran"), .relation = "supplies", .object = state("Russia")};
        if (!report.speaker.empty()) claim.speaker = person(report.speaker);
        claim.item = report.item;
        claim.confidence = report.confidence;
        claim.sentence = {0, text.size()};
        writer.add(claim);
        writer.commit();
    }

    std::string path() const { return directory_.file("papers.db"); }
    Tie edge(const ClaimFilter& filter = {}) const {
        const Store store(path());
        return store.ties(store.claims(filter), filter).at(0);
    }
    // By the same claims in a graph.
    double strength_of_arcs(const ClaimFilter& filter = {}) const {
        const Projection graph = project(Store(path()));
        const ArcFilter arcs(filter);
        return strongest_tie(graph.out(0).empty() ? graph.out(1) : graph.out(0), arcs);
    }

private:
    test::TemporaryDirectory directory_;
};

}  // namespace

TEST_CASE("a speaker's briefing in two papers is one source, and his next one another") {
    Papers papers;
    papers.print({"Post", "2023-11-21", 0.8});
    papers.print({"Herald", "2023-11-22", 0.6});
    CHECK(papers.edge().sources == 1);
    CHECK(papers.edge().strength == doctest::Approx(0.8));  // of its surest report
    papers.print({"Herald", "2023-11-29", 0.6});
    CHECK(papers.edge().sources == 2);
    CHECK(papers.edge().strength == doctest::Approx(1 - 0.2 * 0.4));
}

TEST_CASE("two papers' own findings are two sources, and so are two speakers") {
    Papers own;
    own.print({"Post", "2023-11-21", 0.8, ""});
    own.print({"Herald", "2023-11-21", 0.8, ""});
    CHECK(own.edge().sources == 2);
    Papers speakers;
    speakers.print({"Post", "2023-11-21", 0.8, "John Kirby"});
    speakers.print({"Herald", "2023-11-21", 0.8, "Pat Ryder"});
    CHECK(speakers.edge().sources == 2);
}

TEST_CASE("an occasion does not depend on the order in which papers are read, nor does a long row of days join") {
    const char* days[] = {"2023-11-21", "2023-11-23", "2023-11-25", "2023-11-27", ""};
    Papers forward, backward;
    for (int i = 0; i < 5; ++i) {
        forward.print({"Paper " + std::to_string(i), days[i]});
        backward.print({"Paper " + std::to_string(4 - i), days[4 - i]});
    }
    CHECK(forward.edge().sources == 3);  // 21 and 23; 25 and 27; one without a date
    CHECK(backward.edge().sources == 3);
}

TEST_CASE("merging two names of a speaker makes their reports one occasion, and parting them two again") {
    Papers papers;
    papers.print({"Post", "2023-11-21", 0.5, "John Kirby"});
    papers.print({"Herald", "2023-11-21", 0.5, "Kirby"});
    CHECK(papers.edge().sources == 2);
    const auto named = [&](const char* name) { return Store(papers.path()).entities_named(name).at(0).id; };
    const EntityId john = named("John Kirby"), kirby = named("Kirby");
    REQUIRE(john != kirby);
    StoreWriter writer(papers.path());
    writer.judge(john, kirby, "same", "user");
    writer.commit();
    CHECK(papers.edge().sources == 1);
    writer.withdraw(john, kirby, "user");
    writer.commit();
    CHECK(papers.edge().sources == 2);
}

TEST_CASE("each source counts with its own confidence, in the store and in the graph alike") {
    Papers papers;
    papers.print({"Post", "2023-11-21", 0.9, ""});
    papers.print({"Herald", "2023-11-21", 0.6, ""});            // the same claim, less sure
    papers.print({"Wire", "2023-11-21", 0.7, "", "drones"});    // the tie's second claim
    papers.print({"Post", "2023-12-01", 0.4, "", "missiles"});  // again the Post, but another report
    const double all = 1 - 0.1 * 0.4 * 0.3 * 0.6;
    CHECK(papers.edge().sources == 4);
    CHECK(papers.edge().strength == doctest::Approx(all));
    CHECK(papers.strength_of_arcs() == doctest::Approx(all));
    ClaimFilter sure;
    sure.min_confidence = 0.65;
    CHECK(papers.edge(sure).strength == doctest::Approx(1 - 0.1 * 0.3));
    CHECK(papers.strength_of_arcs(sure) == doctest::Approx(1 - 0.1 * 0.3));
}

TEST_CASE("forgetting the surest document lowers a claim's confidence to what is left") {
    Papers papers;
    papers.print({"Post", "2023-11-21", 0.9});
    papers.print({"Herald", "2023-11-22", 0.6});
    StoreWriter writer(papers.path());
    writer.forget(1);
    writer.commit();
    const Store store(papers.path());
    CHECK(store.claims({}).at(0).confidence == doctest::Approx(0.6));
    CHECK(store.evidence(store.claims({}).at(0).id).at(0).evidence.source == 2);  // his occasion is the Herald's now
}

TEST_CASE("a forgotten report leaves its occasion to those of merged names, too") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("papers.db");
    StoreWriter writer(path);
    const char* const receivers[] = {"Syria", "Syrian Arab Republic"};
    for (int i = 0; i < 2; ++i) {
        const std::string text = "Report " + std::to_string(i) + " on what Tehran sends abroad these days.";
        writer.begin({text, "", "", "Post", "2023-11-21", text, {{0, text.size()}}, {}});
        ClaimRecord claim{.subject = state("Iran"), .relation = "supplies", .object = state(receivers[i])};
        claim.speaker = person("John Kirby");
        claim.sentence = {0, text.size()};
        writer.add(claim);
    }
    writer.commit();
    const auto source = [&] { return writer.store().evidence(2).at(0).evidence.source; };
    const Store store = writer.store();
    writer.judge(store.find_entity(receivers[0]).id, store.find_entity(receivers[1]).id, "same", "user");
    writer.commit();
    CHECK(source() == 1);
    writer.forget(1);
    writer.commit();
    CHECK(source() == 2);
}
