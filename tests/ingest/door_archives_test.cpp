#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/packed.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::packed;
using test::PackedFile;
using test::RecordingSink;
using test::TemporaryDirectory;

namespace {

const std::string story = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.\n";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.\n";
const std::string table = "subject,relation,object\nNorway,supplies,Poland\n";

struct Lines : std::vector<std::string> {
    using std::vector<std::string>::vector;
    friend std::ostream& operator<<(std::ostream& out, const Lines& lines) {
        for (const std::string& line : lines) out << "\n    " << line;
        return out;
    }
};

// What ingesting one file of these bytes gives: locations of documents, then "NOTE" lines; without the folder's path.
Lines read(const std::string& name, const std::string& bytes, IngestOptions options = {}) {
    const TemporaryDirectory directory;
    const std::string folder = directory.path().string() + "/";
    directory.write(name, bytes);
    RecordingSink sink;
    const IngestReport report = ingest_paths({folder + name}, options, sink);
    Lines lines;
    const auto relative = [&](const std::string& place) {
        return place.starts_with(folder) ? place.substr(folder.size()) : place;
    };
    for (const DocumentRecord& document : sink.documents) lines.push_back(relative(document.location));
    for (const Note& note : report.notes)
        lines.push_back("note " + relative(to_string(note.position)) + ": " + note.text);
    for (const Skipped& skipped : report.skipped)
        lines.push_back("skipped " + relative(to_string(skipped.position)) + ": " + skipped.reason);
    return lines;
}

}  // namespace

TEST_CASE("files in an archive are read as those in a folder, each by its own format") {
    const std::vector<PackedFile> files = {{"may/", ""},
                                           {"may/pipeline.txt", story},
                                           {"may/ties.csv", table},
                                           {".hidden/x.txt", second},
                                           {"__MACOSX/may/pipeline.txt", second},
                                           {"may/page.html", "<html><body><p>" + second + "</p></body></html>"}};
    const auto expected = [](const std::string& name) {
        return Lines{name + "!/may/pipeline.txt", name + "!/may/ties.csv", name + "!/may/page.html"};
    };
    CHECK(read("war.zip", packed(files, "zip")) == expected("war.zip"));
    CHECK(read("war.tar", packed(files, "pax")) == expected("war.tar"));
    CHECK(read("war.tar.gz", packed(files, "pax", "gzip")) == expected("war.tar.gz"));
    CHECK(read("war.tar.zst", packed(files, "gnutar", "zstd")) == expected("war.tar.zst"));
    CHECK(read("war.txz", packed(files, "ustar", "xz")) == expected("war.txz"));
    CHECK(read("called_anything", packed(files, "zip")) == expected("called_anything"));
}

TEST_CASE("a compressed file is read as what it was, under its own name") {
    CHECK(read("pipeline.txt.gz", test::compressed(story, "gzip")) == Lines{"pipeline.txt.gz"});
    CHECK(read("ties.csv.zst", test::compressed(table, "zstd")) == Lines{"ties.csv.zst"});
    CHECK(read("ties.csv.bz2", test::compressed(table, "bzip2")) == Lines{"ties.csv.bz2"});
    CHECK(read("ties.gz", test::compressed(table, "gzip")) == Lines{"ties.gz"});  // told by what is in it
    const std::string two = test::compressed(story, "gzip") + test::compressed(second, "gzip");
    CHECK(read("both.txt.gz", two) == Lines{"both.txt.gz"});
    const std::string ships = test::compressed("ships", "gzip");
    IngestOptions own;
    own.own_formats.push_back({".ships", [](OwnInput& input) { input.note(1, "read"); }});
    CHECK(read("fleet.ships.gz", ships, own) == Lines{"skipped fleet.ships.gz:1: read"});
}

TEST_CASE("--format says what is in an archive") {
    CHECK(read("odd.zip", test::zip({{"data.bin", table}}), {.format = InputFormat::csv}) ==
          Lines{"odd.zip!/data.bin"});
}

TEST_CASE("archives within archives are read, to a bound") {
    std::string nested = test::zip({{"a.txt", story}});
    for (int level = 2; level <= 3; ++level)
        nested = packed({{"level" + std::to_string(level) + ".zip", nested}}, "pax", "gzip");
    CHECK(read("war.tgz", nested) == Lines{"war.tgz!/level3.zip!/level2.zip!/a.txt"});
    CHECK(read("war.tgz", packed({{"level4.zip", nested}}, "pax")) ==
          Lines{"skipped war.tgz!/level4.zip!/level3.zip!/level2.zip: nested deeper than 3 levels. Unpack the outer "
                "ones first."});
}

TEST_CASE("names in archives are labels: none leads anywhere, and none breaks a line") {
    CHECK(read("evil.zip", test::zip({{"../../etc/passwd.txt", story}, {"/root/b.txt", second}})) ==
          Lines{"evil.zip!/../../etc/passwd.txt", "evil.zip!/root/b.txt"});
    CHECK(read("evil.tar", packed({{"a\n\x1B[2J.txt", story}}, "gnutar")) == Lines{"evil.tar!/a??[2J.txt"});
    CHECK(read("evil.tar", packed({{"\xFF\xFE.txt", story}}, "gnutar")) == Lines{"evil.tar!/\uFFFD\uFFFD.txt"});
    const Lines lines = read("evil.tar", packed({{std::string(100'000, 'n'), story}}, "pax"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].size() < 600);
}

TEST_CASE("of a truncated archive what was whole is kept, and what is missing is told once") {
    std::string long_story;
    for (int i = 0; i < 20'000; ++i) long_story += std::to_string(i * 7919) + " ships lay before the harbour. ";
    const std::vector<PackedFile> files = {{"a.txt", story}, {"b.txt", long_story}, {"c.txt", second}};
    for (const auto& [name, bytes] : {std::pair{std::string("cut.zip"), packed(files, "zip")},
                                      std::pair{std::string("cut.tar"), packed(files, "pax")},
                                      std::pair{std::string("cut.tar.gz"), packed(files, "pax", "gzip")},
                                      std::pair{std::string("cut.tar.zst"), packed(files, "pax", "zstd")}}) {
        CAPTURE(name);
        const Lines lines = read(name, bytes.substr(0, bytes.size() / 2));
        REQUIRE(lines.size() == 2);
        CHECK(lines[0] == name + "!/a.txt");
        CHECK(lines[1].starts_with("skipped " + name + "!/b.txt: cannot be unpacked: "));
    }
    const std::string whole = test::compressed(long_story, "gzip");
    const Lines lines = read("cut.txt.gz", whole.substr(0, whole.size() / 2));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("skipped cut.txt.gz: cannot be unpacked: "));
}

TEST_CASE("what is no archive, an empty one and an encrypted one are told") {
    CHECK(read("none.zip", std::string("PK\x03\x04 and nothing else")).size() == 1);
    CHECK(read("garbage.gz", std::string("\x1F\x8B") + std::string(600, '\x55')).size() == 1);
    CHECK(read("empty.zip", test::zip({})) == Lines{"skipped empty.zip: an archive with nothing in it"});
    const Lines lines =
        read("secret.zip", packed({{"a.txt", story}}, "zip", "none", "encryption=traditional", "secret"));
    CHECK(lines == Lines{"skipped secret.zip!/a.txt: encrypted. Unpack it first, with its password."});
}

TEST_CASE("a bomb is put out, whether it is read or passed over, and what stands before it is kept") {
    const std::string too_much =
        "unpacked it is more than 500 times as large as packed, as no text is. If that is meant, "
        "unpack it first.";
    const std::string zeros(std::size_t{160} << 20, '\0');
    const std::string line(zeros.size(), 'x');
    CHECK(read("bomb.zip", packed({{"a.txt", story}, {"bomb.jsonl", line}, {"c.txt", second}}, "zip")) ==
          Lines{"bomb.zip!/a.txt", "skipped bomb.zip!/bomb.jsonl: " + too_much});
    CHECK(read("bomb.zip", packed({{"bomb.txt", line}, {"c.txt", second}}, "zip")) ==
          Lines{"bomb.zip!/c.txt",
                "skipped bomb.zip!/bomb.txt: larger than 16 MiB, the limit for one article. Give one "
                "file for each article, or one line each as JSON Lines (--format jsonl)."});
    const Lines tarred =
        read("bomb.tar.zst", packed({{"a.txt", story}, {".bomb", zeros}, {"c.txt", second}}, "pax", "zstd"));
    CHECK(tarred == Lines{"bomb.tar.zst!/a.txt", "skipped bomb.tar.zst: " + too_much});
    const std::string twice = test::compressed(test::compressed(zeros, "gzip"), "gzip");
    CHECK(twice.size() < 5'000);
    CHECK(read("bomb.txt.gz.gz", twice).size() == 1);
}

TEST_CASE("a mail is an article, and what is attached to it is read as from an archive, by its own format") {
    const std::string mail =
        "From: Ann Lee <ann@example.com>\nSubject: Pipeline\nMessage-ID: <17@example.com>\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" +
        story + "\n--b\nContent-Type: text/csv; name=\"../ties.csv\"\n\n" + table + "\n--b--\n";
    CHECK(read("may.eml", mail) == Lines{"may.eml", "may.eml!/../ties.csv"});
    CHECK(read("box.mbox", "From a\n" + mail + "\nFrom b\nSubject: Second\n\n" + second) ==
          Lines{"box.mbox#17@example.com", "box.mbox#17@example.com!/../ties.csv", "box.mbox:19"});
    CHECK(read("box.zip", test::zip({{"a/may.eml", mail}})) ==
          Lines{"box.zip!/a/may.eml", "box.zip!/a/may.eml!/../ties.csv"});
}
