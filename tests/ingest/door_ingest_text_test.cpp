// Texts that another program has at hand.
#include <doctest/doctest.h>

#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"

using kith::Error;
using kith::ingest_text;
using kith::IngestOptions;
using kith::IngestReport;
using kith::InputFormat;
using kith::test::RecordingSink;
using kith::text::Article;

namespace {

const std::string story =
    "Iran supplies drones to Hezbollah, John Kirby said on Tuesday. Norway and Poland opened a pipeline under the "
    "Baltic Sea.\n";

const std::string page = R"(<!DOCTYPE html><html><head><title>Drones for Hezbollah</title>
<meta property="og:site_name" content="The Page"><meta name="author" content="Ann Page">
<meta property="og:title" content="Drones for Hezbollah">
<meta property="article:published_time" content="2024-05-06"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Drones for Hezbollah</h1>
<p>)" + story + R"(</p><p>Iran has backed Hezbollah since 1982, and it will go on to do so, said an officer who knows
both of them well.</p></article></body></html>)";

std::string only_reason(const IngestReport& report) {
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped_count == 1);
    CHECK(report.skipped[0].position.file == "note:1");
    return report.skipped[0].reason;
}

}  // namespace

TEST_CASE("a text at hand is a document under the name that it is given") {
    RecordingSink sink;
    const IngestReport report = ingest_text({.location = "note:1",
                                             .title = "Drones",
                                             .byline = "A. Writer",
                                             .publisher = "The Desk",
                                             .published = "2024-01-02",
                                             .text = story},
                                            {}, sink);
    CHECK(report.inputs == 1);
    CHECK(report.documents == 1);
    CHECK(report.skipped.empty());
    REQUIRE(sink.documents.size() == 1);
    const kith::DocumentRecord& document = sink.documents[0];
    CHECK(document.location == "note:1");
    CHECK(document.title == "Drones");
    CHECK(document.byline == "A. Writer");
    CHECK(document.publisher == "The Desk");
    CHECK(document.published == "2024-01-02");
    CHECK(document.text.value_or("").find("Iran supplies drones") != std::string::npos);
    CHECK(report.claims == static_cast<std::int64_t>(sink.claims.size()));
    REQUIRE_FALSE(sink.claims.empty());
    CHECK(sink.claims[0].document == "note:1");
    CHECK(sink.claims[0].record.subject.name == "Iran");
}

TEST_CASE("a text that tells no publisher and no date has those of the options") {
    RecordingSink sink;
    ingest_text({.location = "note:1", .text = story}, {.publisher = "The Wire", .date = "2023-11"}, sink);
    REQUIRE(sink.documents.size() == 1);
    CHECK(sink.documents[0].publisher == "The Wire");
    CHECK(sink.documents[0].published == "2023-11");
}

TEST_CASE("a web page at hand tells of itself what the caller does not know") {
    RecordingSink sink;
    const IngestReport report =
        ingest_text({.location = "note:1", .publisher = "The Desk", .text = page}, {.publisher = "The Wire"}, sink);
    CHECK(report.skipped.empty());
    REQUIRE(sink.documents.size() == 1);
    const kith::DocumentRecord& document = sink.documents[0];
    CHECK(document.title == "Drones for Hezbollah");
    CHECK(document.byline.find("Ann Page") != std::string::npos);
    CHECK(document.published == "2024-05-06");
    CHECK(document.publisher == "The Desk");  // and neither The Page nor The Wire
    CHECK(document.text.value_or("").find('<') == std::string::npos);
    CHECK(document.text.value_or("").find("Home") == std::string::npos);
    CHECK(document.text.value_or("").find("Iran supplies drones") != std::string::npos);
}

TEST_CASE("what the caller knows counts more than what a page says") {
    RecordingSink sink;
    ingest_text({.location = "note:1", .title = "Mine", .byline = "I. Self", .published = "2023-03", .text = page}, {},
                sink);
    REQUIRE(sink.documents.size() == 1);
    CHECK(sink.documents[0].location == "note:1");
    CHECK(sink.documents[0].title == "Mine");
    CHECK(sink.documents[0].byline == "I. Self");
    CHECK(sink.documents[0].published == "2023-03");
    CHECK(sink.documents[0].publisher == "The Page");
}

TEST_CASE("a page is read as a text where the options say so") {
    RecordingSink sink;
    ingest_text({.location = "note:1", .text = page}, {.format = InputFormat::text}, sink);
    REQUIRE(sink.documents.size() == 1);
    CHECK(sink.documents[0].text.value_or("").find('<') != std::string::npos);
}

TEST_CASE("bytes at hand that are no article are noted") {
    const auto reason = [](const std::string& text) {
        RecordingSink sink;
        const IngestReport report = ingest_text({.location = "note:1", .text = text}, {}, sink);
        CHECK(sink.documents.empty());
        CHECK(report.documents == 0);
        return only_reason(report);
    };
    CHECK(reason("") == "empty");
    CHECK(reason(" \r\n\t\n") == "empty");
    CHECK(reason(std::string("a\0b", 3)) ==
          "not text: byte 0x00 at offset 1. If it is UTF-16, convert it: iconv -f UTF-16LE -t UTF-8.");
    CHECK(reason("<html><body><nav><a href='/'>Home</a></nav></body></html>") ==
          "no article in it, only what stands around one");
    CHECK(reason(std::string((std::size_t{16} << 20) + 1, 'x')) == "larger than 16 MiB, the limit for one article");
}

TEST_CASE("a text that cannot be placed or dated stops with an Error") {
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_text({.location = "note:1", .published = "2023-02-30", .text = story}, {}, sink),
                         "\"2023-02-30\" is not a date", Error);
    CHECK_THROWS_WITH_AS(ingest_text({.location = "note:1", .text = story}, {.date = "soon"}, sink),
                         "\"soon\" is not a date", Error);
    CHECK_THROWS_WITH_AS(ingest_text({.text = story}, {}, sink), "the text has no location", Error);
    CHECK_THROWS_AS(ingest_text({.location = "note:1"}, {.strict = true}, sink), Error);
    CHECK(sink.documents.empty());
}

TEST_CASE("a text that the sink has already is known") {
    RecordingSink sink;
    ingest_text({.location = "note:1", .text = story}, {}, sink);
    const IngestReport report = ingest_text({.location = "note:2", .text = story}, {}, sink);
    CHECK(report.documents == 0);
    CHECK(report.known_documents == 1);
    CHECK(sink.documents.size() == 1);
}

TEST_CASE("one article at hand is no table and no file of articles") {
    RecordingSink sink;
    for (const InputFormat format : {InputFormat::csv, InputFormat::tsv, InputFormat::jsonl}) {
        CHECK_THROWS_WITH_AS(ingest_text({.location = "here", .text = "a,b"}, {.format = format}, sink),
                             doctest::Contains("one article cannot be"), Error);
    }
}
