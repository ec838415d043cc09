// Where a document's publisher, address, title and date come from, beside the document itself.
#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>

#include "ingest/ingest.hpp"
#include "ingest/packed.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::RecordingSink;
using test::TemporaryDirectory;

namespace {

const std::string story = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.\n";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.\n";

// "LOCATION | TITLE | BYLINE | PUBLISHER | DATE" of each document, then what is wrong; without the folder's path.
std::string read(const TemporaryDirectory& directory, const IngestOptions& options = {}) {
    RecordingSink sink;
    const std::string folder = directory.path().string() + "/";
    const IngestReport report = ingest_paths({directory.path().string()}, options, sink);
    std::ostringstream text;
    const auto relative = [&](const std::string& place) {
        return place.starts_with(folder) ? place.substr(folder.size()) : place;
    };
    for (const DocumentRecord& document : sink.documents) {
        text << relative(document.location) << " | " << document.title << " | " << document.byline << " | "
             << document.publisher << " | " << document.published << "\n";
    }
    for (const Note& note : report.notes) text << relative(to_string(note.position)) << ": " << note.text << "\n";
    for (const Skipped& skipped : report.skipped)
        text << relative(to_string(skipped.position)) << ": " << skipped.reason << "\n";
    return text.str();
}

}  // namespace

TEST_CASE("a sidecar tells publisher, address, title, author and date of the document beside it, and is no input") {
    const TemporaryDirectory directory;
    directory.write("a.txt", story);
    directory.write("a.txt.json",
                    R"({"publisher": "Example Times", "url": "https://a.example/1", "headline": "Pipeline",
                                      "author": "Ann Lee", "date": "2022-09-27", "text": "not read"})");
    directory.write("b.html", "<html><head><meta property='og:site_name' content='Own'></head><body><p>" + second +
                                  "</p></body></html>");
    directory.write("b.html.json", R"({"publisher": "Example Wire"})");
    directory.write("c.json", R"({"text": "Moscow denied on Friday that it had met the minister in Oslo."})");
    CHECK(read(directory) ==
          "https://a.example/1 | Pipeline | Ann Lee | Example Times | 2022-09-27\n"
          "b.html |  |  | Example Wire | \nc.json:1 |  |  |  | \n");
}

TEST_CASE("a sidecar that cannot be read is told, and its document waits for it") {
    const TemporaryDirectory directory;
    directory.write("a.txt", story);
    directory.write("a.txt.json", "{\"publisher\": \"Exa");
    directory.write("b.txt", second);
    directory.write("b.txt.json", R"({"date": "lately"})");
    const std::string told = read(directory);
    CHECK(told.starts_with("b.txt |  |  |  | \nb.txt.json:1: \"lately\" is not a date"));
    CHECK(told.find("a.txt.json:1:19: not JSON") != std::string::npos);
}

TEST_CASE("the folder in which a file lies is its publisher where that is wanted and it names none") {
    const TemporaryDirectory directory;
    std::filesystem::create_directories(directory.path() / "wire");
    directory.write("wire/a.txt", story);
    directory.write("wire/b.csv", "subject,relation,object\nNorway,supplies,Poland\n");
    directory.write("wire/c.json",
                    R"({"publisher": "Own", "text": "Moscow denied on Friday that it had met the minister."})");
    directory.write(
        "times.tar.gz",
        test::packed({{"a.txt", second}, {"post/b.txt", "Bo Ray left Oslo for Bergen on Friday.\n"}}, "pax", "gzip"));
    CHECK(read(directory, {.publisher_from_folder = true}) ==
          "times.tar.gz!/a.txt |  |  | times | \ntimes.tar.gz!/post/b.txt |  |  | post | \n"
          "wire/a.txt |  |  | wire | \nwire/b.csv |  |  | wire | \nwire/c.json:1 |  |  | Own | \n");
}
