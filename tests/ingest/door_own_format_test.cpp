#include <doctest/doctest.h>

#include "ingest/documents/unusable_input.hpp"
#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

namespace kith {
namespace {

using test::RecordingSink;
using test::TemporaryDirectory;

// "A B": A trades with B. "? ...": no claim. "! ...": the file is unusable. "# ...": an article.
void read_pairs(OwnInput& input) {
    input.sink.begin({.location = input.path});
    std::size_t number = 0;
    for (std::string line; std::getline(input.bytes, line);) {
        ++number;
        if (line.starts_with('?')) {
            input.note(number, "no pair");
        } else if (line.starts_with('!')) {
            throw UnusableInput(InputPosition{input.path, number}, "spoilt");
        } else if (line.starts_with('#')) {
            text::Article article;
            article.location = input.path + "#" + std::to_string(number);
            article.text = line.substr(1);
            input.take_article(article);
            input.sink.begin({.location = input.path});
        } else {
            ClaimRecord claim;
            claim.subject.name = line.substr(0, 1);
            claim.relation = "trades_with";
            claim.object.name = line.substr(2);
            claim.line = number;
            input.sink.add(claim);
        }
    }
}

IngestReport ingest_pairs(const TemporaryDirectory& directory, ClaimSink& sink, IngestOptions options = {}) {
    options.own_formats.push_back({".pairs", read_pairs});
    return ingest_paths({directory.path().string()}, options, sink);
}

TEST_CASE("a format of one's own is read beside those that kith knows, by the ending of its files") {
    const TemporaryDirectory directory;
    const std::string pairs = directory.write("b.PAIRS", "A B\nC D\n");
    directory.write("a.csv", "subject,relation,object\nE,trades_with,F\n");
    RecordingSink sink;
    const IngestReport report = ingest_pairs(directory, sink);
    CHECK(report.inputs == 2);
    CHECK(report.documents == 2);
    CHECK(report.claims == 3);
    REQUIRE(sink.claims.size() == 3);
    CHECK(sink.claims[1].document == pairs);
    CHECK(sink.claims[1].record.object.name == "B");
}

TEST_CASE("what a reader of one's own notes, and claims that are rejected, are passed over with their line") {
    const TemporaryDirectory directory;
    const std::string pairs = directory.write("a.pairs", "A B\n? x\nC C\nD E\n! x\n");
    RecordingSink sink;
    const IngestReport report = ingest_pairs(directory, sink);
    CHECK(report.claims == 2);
    REQUIRE(report.skipped.size() == 3);
    CHECK(to_string(report.skipped[0].position) == pairs + ":2");
    CHECK(report.skipped[0].reason == "no pair");
    CHECK(to_string(report.skipped[1].position) == pairs + ":3");
    CHECK(report.skipped[2].reason == "spoilt");
    CHECK_THROWS_AS(ingest_pairs(directory, sink, {.strict = true}), Error);
}

TEST_CASE("articles in a format of one's own are analysed, with defaults and by the pipeline that was given") {
    const TemporaryDirectory directory;
    directory.write("a.pairs", "A B\n# Turkey sold drones to Mali.\nC D\n");
    RecordingSink sink;
    const IngestReport report = ingest_pairs(directory, sink, {.publisher = "Example Times"});
    CHECK(report.claims == 3);
    CHECK(report.documents == 2);
    CHECK(sink.documents.back().publisher == "Example Times");

    const text::Pipeline nothing({});
    RecordingSink empty;
    CHECK(ingest_pairs(directory, empty, {.pipeline = &nothing}).claims == 2);
}

TEST_CASE("a claim after an article must say anew whose it is") {
    const TemporaryDirectory directory;
    directory.write("a.late", "x");
    const auto read = [](OwnInput& input) {
        input.sink.begin({.location = input.path});
        input.take_article({.location = "x", .text = "Turkey sold drones to Mali."});
        input.sink.add({.subject = {"A"}, .relation = "trades_with", .object = {"B"}});
    };
    RecordingSink sink;
    CHECK_THROWS_AS(ingest_paths({directory.path().string()}, {.own_formats = {{".late", read}}}, sink), Error);
}

TEST_CASE("a format of one's own needs an ending and a reader") {
    RecordingSink sink;
    CHECK_THROWS_AS(ingest_paths({}, {.own_formats = {{"", read_pairs}}}, sink), Error);
    CHECK_THROWS_AS(ingest_paths({}, {.own_formats = {{".x", nullptr}}}, sink), Error);
}

// Rejects claims as the store does where two spellings come to one entity.
class StrictSink final : public ClaimSink {
public:
    bool begin(const DocumentRecord&) override { return true; }
    void add(const ClaimRecord&) override { throw RejectedRecord("the claim ties Mali to itself"); }
};

TEST_CASE("a claim of an article that the sink rejects is noted, and the run goes on") {
    const TemporaryDirectory directory;
    const std::string article = directory.write("a.txt", "Turkey sold drones to Mali on Tuesday, in the end.\n");
    StrictSink sink;
    const IngestReport report = ingest_paths({article}, {}, sink);
    CHECK(report.documents == 1);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].reason == "the claim ties Mali to itself");
    CHECK(report.skipped[0].position.file == article);
}

}  // namespace
}  // namespace kith
