#include "ingest/records/claim_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kith;
using records::ClaimRow;
using records::ClaimTableReader;

namespace {

// Rows as "subject relation object" and notes as "line: reason".
struct Table {
    std::vector<std::string> rows;
    std::vector<std::string> notes;
};

ClaimTableReader reader_of(std::string text, std::vector<std::string>& notes) {
    return ClaimTableReader(
        [text = std::move(text), at = std::size_t{0}](char* target, std::size_t size) mutable {
            const std::size_t count = std::min(size, text.size() - at);
            text.copy(target, count, at);
            at += count;
            return count;
        },
        ',', "ties.csv", Ontology::builtin(),
        [&](const Skipped& skipped) { notes.push_back(std::to_string(skipped.position.line) + ": " + skipped.reason); },
        [&](const Note& note) { notes.push_back(std::to_string(note.position.line) + ": note: " + note.text); });
}

Table read(const std::string& text) {
    Table table;
    ClaimTableReader reader = reader_of(text, table.notes);
    ClaimRow row;
    while (reader.next(row)) {
        table.rows.push_back(std::string(row.subject) + " " + row.relation->name + " " + std::string(row.object));
    }
    return table;
}

}  // namespace

TEST_CASE("columns stand in any order and any case") {
    CHECK(read("OBJECT, Relation ,subject\nB,trades_with,A\n").rows == std::vector<std::string>{"A trades_with B"});
}

TEST_CASE("a row gives all that its columns tell") {
    std::vector<std::string> notes;
    const std::string header =
        "subject,relation,object,subject_kind,object_kind,status,speaker,confidence,date,item,source\n";
    const std::string line =
        "Iran,supplies,Hezbollah,state,armed_group,denied,Kirby,0.25,2015..2018,drones,Example Times";
    ClaimTableReader reader = reader_of(header + line + "\nA,meets,B,,,,,,,,\n", notes);
    ClaimRow row;
    REQUIRE(reader.next(row));
    CHECK(row.subject_kind == EntityKind::state);
    CHECK(row.object_kind == EntityKind::armed_group);
    CHECK(row.status == Status::denied);
    CHECK(row.speaker == "Kirby");
    CHECK(row.confidence == 0.25);
    CHECK(row.date == "2015..2018");
    CHECK(row.item == "drones");
    CHECK(row.source == "Example Times");
    CHECK(row.line == 2);
    CHECK(row.bytes == TextSpan{header.size(), header.size() + line.size()});

    REQUIRE(reader.next(row));
    CHECK_FALSE(row.subject_kind);
    CHECK(row.status == Status::actual);
    CHECK(row.confidence == records::confidence_of_tables);
    CHECK(row.date == "");
    CHECK_FALSE(reader.next(row));
    CHECK(notes.empty());
}

TEST_CASE("a table without its three columns is noted and gives no rows") {
    CHECK(read("").notes ==
          std::vector<std::string>{"0: the table is empty. Begin it with a header: subject,relation,object"});
    CHECK(read("subject,object\nA,B\n").notes ==
          std::vector<std::string>{
              "1: the header has no column \"relation\". It must name subject, relation and object"});
    CHECK(read("subject,relation,object,object\nA,meets,B,C\n").rows.empty());
}

TEST_CASE("a column that means nothing gives one note") {
    const Table table = read("subject,relation,object,weight\nA,meets,B,1\nC,meets,D,2\n");
    CHECK(table.rows.size() == 2);
    CHECK(table.notes == std::vector<std::string>{"1: note: the column \"weight\" means nothing here and is left out"});
}

TEST_CASE("bad rows are noted and the others read") {  // each reason: tests/golden/ingest/bad.txt
    const Table table = read("subject,relation,object\nA,meets,B\nA,greets,B\nA,meets\n\nC,meets,D\n");
    CHECK(table.rows == std::vector<std::string>{"A meets B", "C meets D"});
    CHECK(table.notes == std::vector<std::string>{"3: unknown relation \"greets\". kith relations lists them",
                                                  "4: the row has 2 fields, the header 3"});
}

TEST_CASE("names are text of bounded length") {
    const auto note = [](const std::string& name) {
        const Table table = read("subject,relation,object\n" + name + ",meets,B\n");
        return table.notes.empty() ? std::string() : table.notes.front();
    };
    CHECK(note("Київ") == "");
    CHECK(note("K\xFFiv") == "2: not valid UTF-8");
    CHECK(note(std::string("K\0v", 3)) == "2: not valid UTF-8");
    CHECK(note(std::string(1001, 'x')) == "2: subject is longer than 1000 bytes");
}
