// Lists that machines of their own read, and one makes a database of the lines.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "query/export/claim_printer.hpp"
#include "query/exported.hpp"
#include "query/graph_export.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::exported;

namespace {

// Files that were read together.
struct Reading {
    std::vector<std::string> files;
    IngestOptions options;
};

void ingest(const std::string& database, const Reading& reading) {
    StoreWriter writer(database);
    ingest_paths(reading.files, reading.options, writer);
    writer.commit();
}

void extract(const std::string& file, const Reading& reading) {
    std::ofstream out(file, std::ios::binary);
    ClaimPrinter printer(out, Ontology::builtin(), PrintedLines::all);
    ingest_paths(reading.files, reading.options, printer);
    printer.finish();
}

std::vector<Reading> random_readings(const test::TemporaryDirectory& directory, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned number) { return random() % number; };
    const std::vector<std::string> names = {"Quorvex", "Zantibo", "Mirelund", "Oksarra"};
    std::vector<Reading> readings;
    for (unsigned edition = 1; edition <= 1 + below(3); ++edition) {
        Reading& reading = readings.emplace_back();
        reading.options = {.publisher = "Register", .date = "2024-0" + std::to_string(edition)};
        reading.options.snapshot = below(2) == 0;
        for (unsigned file = 0; file < 1 + below(3); ++file) {
            std::string table = "record_id,subject,subject_kind,relation,object,object_kind,item\n";
            for (unsigned row = 0; row < 5; ++row) {
                if (below(3) == 0) continue;
                table += "c" + std::to_string(10 * file + row) + ',' + names[below(4)] + ",company,owns," +
                         names[below(4)] + ",company," + (below(2) == 0 ? "bolts" : "ships") + '\n';
            }
            reading.files.push_back(
                directory.write(std::to_string(edition) + '-' + std::to_string(file) + ".csv", table));
        }
    }
    return readings;
}

}  // namespace

TEST_CASE("editions of lists that were read elsewhere, whole ones in several files too, make what they make here") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const test::TemporaryDirectory directory;
        const std::vector<Reading> readings = random_readings(directory, seed);
        const std::string here = directory.file("here.db"), of_lines = directory.file("lines.db");
        Reading lines;
        for (const Reading& each : readings) {
            ingest(here, each);
            lines.files.push_back(directory.file("part" + std::to_string(lines.files.size()) + ".jsonl"));
            extract(lines.files.back(), each);
        }
        ingest(of_lines, lines);
        REQUIRE(exported(of_lines) == exported(here));
        ingest(of_lines, lines);
        REQUIRE(exported(of_lines) == exported(here));
        ingest(of_lines, readings.back());  // which it has by its lines
        REQUIRE(exported(of_lines) == exported(here));
    }
}

TEST_CASE("an edition's line is told once when it is read and told again, and its records without claims are") {
    const test::TemporaryDirectory directory;
    const std::string table =
        "record_id,subject,subject_kind,relation,object,object_kind\n7,Quorvex,company,owns,Zantibo,company\n"
        "8,Quorvex,company,owns,Quorvex,company\n";
    const std::string first = directory.file("first.jsonl"), again = directory.file("again.jsonl");
    extract(first, {{directory.write("list.csv", table)}, {.publisher = "Register", .snapshot = true}});
    extract(again, {{first}, {}});
    const std::string lines = test::read_file(first);
    CHECK(lines.find("{\"records\":[\"8\"]}") != lines.npos);
    CHECK(lines.find("\"snapshot\":true") == lines.rfind("\"snapshot\":true"));
    CHECK(test::read_file(again) == lines);
}

TEST_CASE("whom a record names without a claim is of its source, also by lines") {
    const test::TemporaryDirectory directory;
    const auto documents_of = [&](const std::string& file) {
        const std::string database = file + ".db";
        ingest(database, {{file}, {}});
        std::string found;
        const Store store(database);
        for (const DocumentId id : store.documents_naming(store.find_entity("Port of Quorvex").id))
            found += store.document(id).location + ' ';
        return found;
    };
    const std::string list =
        directory.write("list.json", R"({"id":"p","schema":"Company","properties":{"name":["Port of Quorvex"]}})"
                                     "\n");
    const std::string lines = directory.file("lines.jsonl");
    extract(lines, {{list}, {}});
    CHECK(documents_of(list) != "");
    CHECK(documents_of(lines) == documents_of(list));
}
