#include "ingest/ingest.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using kith::Error;
using kith::ingest_paths;
using kith::IngestOptions;
using kith::IngestProgress;
using kith::IngestReport;
using kith::InputFormat;
using kith::test::RecordingSink;
using kith::test::TemporaryDirectory;

namespace {

namespace fs = std::filesystem;

const std::string tests = KITH_SOURCE_DIR "/tests/";
const std::string story = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.\n";

// All notes of a run, one a line, with paths relative to `folder`.
std::string notes_of(const IngestReport& report, const std::string& folder) {
    std::ostringstream text;
    for (const kith::Skipped& skipped : report.skipped) {
        text << to_string(skipped.position).substr(folder.size()) << ": " << skipped.reason << '\n';
    }
    for (const kith::Note& note : report.notes) {
        text << to_string(note.position).substr(folder.size()) << ": note: " << note.text << '\n';
    }
    return text.str();
}

std::string documents_of(const RecordingSink& sink, const std::string& folder) {
    std::ostringstream text;
    for (const kith::DocumentRecord& document : sink.documents) {
        const bool in_folder = document.location.starts_with(folder);
        text << "location:  " << (in_folder ? document.location.substr(folder.size()) : document.location)
             << "\ntitle:     " << document.title << "\nbyline:    " << document.byline
             << "\npublisher: " << document.publisher << "\npublished: " << document.published << "\n\n"
             << document.text.value_or("(records)") << "\n\n----\n";
    }
    return text.str();
}

// Compares with a file beside the golden tests; KITH_UPDATE_GOLDEN=1 writes it anew.
void check_golden(const std::string& name, const std::string& text) {
    const fs::path path = tests + "golden/ingest/" + name;
    if (std::getenv("KITH_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
    CHECK(text == kith::test::read_file(path));
}

std::vector<std::string> locations(const RecordingSink& sink) {
    std::vector<std::string> result;
    for (const kith::DocumentRecord& document : sink.documents) {
        result.push_back(fs::path(document.location).filename().string());
    }
    return result;
}

}  // namespace

TEST_CASE("every good input gives its documents") {
    RecordingSink sink;
    const IngestReport report = ingest_paths({tests + "data/good"}, {}, sink);
    CHECK(
        notes_of(report, tests) ==
        "data/good/gephi.gexf:1: note: read as --columns Id=record_id,Source=subject,Target=object,label=relation,"
        "start=start,end=end,Status=status,quote=quote; the column \"weight\" means nothing here and is left out\n"
        "data/good/networkx.graphml:1: note: read as --columns Id=record_id,Source=subject,Target=object,"
        "relation=relation,start_date=start\n"
        "data/good/semicolons.csv:2: note: read as --columns Owner=subject,Company=object,Share=percentage,Since=start "
        "--relation owns\n"
        "data/good/utf_16.csv:1: note: read as --columns Source=subject,Target=object,Label=relation\n"
        "data/good/windows_1251.txt: note: it does not read like English, the one language that is understood: of its "
        "17 words 0 are English function words\n"
        "data/good/yed.graphml:1: note: read as --columns Id=record_id,Source=subject,Target=object,label=relation\n");
    CHECK(report.inputs == 19);
    check_golden("good.txt", documents_of(sink, tests + "data/good/"));
}

TEST_CASE("every bad input is noted with its place and reason, and the good records among them are taken") {
    RecordingSink sink;
    const IngestReport report = ingest_paths({tests + "data/bad"}, {}, sink);
    check_golden("bad.txt", notes_of(report, tests + "data/bad/"));
    CHECK(report.skipped_count == static_cast<std::int64_t>(report.skipped.size()));
    // What stands before a damage, and what can be read around it.
    CHECK(report.documents == 27);
}

TEST_CASE("a strict run stops at the first bad input") {
    const TemporaryDirectory directory;
    const std::string bad = directory.write("a.txt", std::string("a\0b", 3));
    directory.write("b.txt", story);
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_paths({directory.path().string()}, {.strict = true}, sink),
                         (bad + ": not text: byte 0x00 at offset 1").c_str(), Error);
    CHECK(sink.documents.empty());
}

TEST_CASE("a strict run stops at a bad row") {
    const TemporaryDirectory directory;
    const std::string table = directory.write("ties.csv", "subject,relation,object\nA,trades_with,B\nA,likes,B\n");
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_paths({table}, {.strict = true}, sink),
                         (table + ":3: unknown relation \"likes\". kith relations lists them").c_str(), Error);
}

TEST_CASE("a path that does not exist stops the run before anything is read") {
    const TemporaryDirectory directory;
    const std::string good = directory.write("a.txt", story);
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_paths({good, directory.file("none.txt")}, {}, sink),
                         (directory.file("none.txt") + ": no such file or folder").c_str(), Error);
    CHECK(sink.documents.empty());
}

TEST_CASE("a date that is none stops the run") {
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_paths({}, {.date = "2023-02-30"}, sink), "\"2023-02-30\" is not a date", Error);
}

TEST_CASE("folders are walked in order of their paths, without hidden files and loops of links") {
    const TemporaryDirectory directory;
    fs::create_directories(directory.path() / "b" / "inner");
    fs::create_directories(directory.path() / ".hidden");
    directory.write("c.txt", story + "Third.");
    directory.write("b/inner/z.txt", story + "Second.");
    directory.write("a.txt", story + "First.");
    directory.write(".hidden/x.txt", story + "Never.");
    directory.write(".y.txt", story + "Never.");
    fs::create_directory_symlink(directory.path(), directory.path() / "b" / "loop");
    RecordingSink sink;
    ingest_paths({directory.path().string()}, {}, sink);
    CHECK(locations(sink) == std::vector<std::string>{"a.txt", "z.txt", "c.txt"});
}

TEST_CASE("a folder without rights is noted") {
    if (geteuid() == 0) return;  // root may read it
    const TemporaryDirectory directory;
    const fs::path closed = directory.path() / "closed";
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::none);
    RecordingSink sink;
    const IngestReport report = ingest_paths({closed.string()}, {}, sink);
    fs::permissions(closed, fs::perms::owner_all);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].reason ==
          "cannot list the folder: Permission denied. Check its access rights with ls -ld.");
}

TEST_CASE("the same text twice is one document and one that is known") {
    const TemporaryDirectory directory;
    directory.write("a.txt", story);
    directory.write("b.txt", story);
    RecordingSink sink;
    const IngestReport report = ingest_paths({directory.path().string()}, {}, sink);
    CHECK(report.documents == 1);
    CHECK(report.known_documents == 1);
}

TEST_CASE("publisher and date of the options stand in where a document tells none") {
    const TemporaryDirectory directory;
    const std::string silent = directory.write("a.txt", story);
    const std::string dated = directory.write("b.txt", "Pipeline opens\n\nby Ann Lee September 27, 2022\n\n" + story);
    RecordingSink sink;
    ingest_paths({silent, dated}, {.publisher = "Example Times", .date = "2022-10"}, sink);
    REQUIRE(sink.documents.size() == 2);
    CHECK(sink.documents[0].published == "2022-10");
    CHECK(sink.documents[0].publisher == "Example Times");
    CHECK(sink.documents[1].published == "2022-09-27");
}

TEST_CASE("the format can be named where the name of the file misleads") {
    const TemporaryDirectory directory;
    const std::string table = directory.write("ties.txt", "subject;relation\n");
    RecordingSink sink;
    const IngestReport report = ingest_paths({table}, {.format = InputFormat::csv}, sink);
    CHECK(report.skipped_count == 1);
}

TEST_CASE("the number of jobs does not change the order") {
    const TemporaryDirectory directory;
    for (int i = 0; i < 40; ++i)
        directory.write(std::to_string(100 + i) + ".txt",
                        story + "Round " + std::to_string(i) + " of the talks ended.");
    RecordingSink one;
    RecordingSink many;
    ingest_paths({directory.path().string()}, {.jobs = 1}, one);
    ingest_paths({directory.path().string()}, {.jobs = 3}, many);
    CHECK(locations(one).size() == 40);
    CHECK(locations(one) == locations(many));
}

TEST_CASE("forty megabytes on one line are refused at once, in any format") {
    const TemporaryDirectory directory;
    const std::string line(std::size_t{40} << 20, 'a');
    for (const char* name : {"a.csv", "a.html", "a.jsonl", "a.txt"}) directory.write(name, line);
    RecordingSink sink;
    const IngestReport report = ingest_paths({directory.path().string()}, {}, sink);
    CHECK(notes_of(report, directory.path().string()) ==
          "/a.csv:1: its first line is longer than 1 MiB\n"
          "/a.html: larger than 16 MiB, the limit for one article. Give one file for each article, or one line each as "
          "JSON Lines (--format jsonl).\n"
          "/a.jsonl:1: longer than 32 MiB, the limit for one article as JSON\n"
          "/a.txt: larger than 16 MiB, the limit for one article. Give one file for each article, or one line each as "
          "JSON Lines (--format jsonl).\n");
}

TEST_CASE("only the first thousand notes are kept, and all are counted") {
    const TemporaryDirectory directory;
    std::string lines;
    for (int i = 0; i < 1500; ++i) lines += "{}\n";
    RecordingSink sink;
    const IngestReport report = ingest_paths({directory.write("a.jsonl", lines)}, {}, sink);
    CHECK(report.skipped.size() == 1000);
    CHECK(report.skipped_count == 1500);
}

TEST_CASE("progress tells the inputs done") {
    const TemporaryDirectory directory;
    directory.write("a.txt", story);
    RecordingSink sink;
    IngestProgress last;
    ingest_paths({directory.path().string()}, {}, sink, [&](const IngestProgress& progress) { last = progress; });
    CHECK(last.inputs_done == 1);
    CHECK(last.inputs_total == 1);
    CHECK(last.documents == 1);
}

TEST_CASE("sources of a table are documents of their own") {
    const TemporaryDirectory directory;
    const std::string table = directory.write("ties.csv",
                                              "subject,relation,object,source\n"
                                              "A,trades_with,B,Example Times\n"
                                              "C,trades_with,D,\n"
                                              "A,trades_with,D,Example Times\n"
                                              "E,trades_with,E,Example Times\n");
    RecordingSink sink;
    const IngestReport report = ingest_paths({table}, {.publisher = "Trade Office"}, sink);
    CHECK(report.documents == 2);
    CHECK(report.claims == 3);
    REQUIRE(sink.claims.size() == 3);
    CHECK(sink.claims[0].document == "Example Times");
    CHECK(sink.claims[1].document == table);
    CHECK(sink.claims[2].document == "Example Times");
    CHECK(sink.documents[0].publisher == "Example Times");
    CHECK(sink.documents[1].publisher == "Trade Office");
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].reason == "an entity is tied to itself");
}
