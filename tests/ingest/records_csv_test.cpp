#include "ingest/records/csv.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

using kith::records::CsvReader;
using kith::records::max_record_bytes;

namespace {

using Record = std::vector<std::string>;

struct Read {
    Record fields;
    std::string fault;
    std::size_t line = 0;
    std::string bytes;  // of the record, by its offsets
};

// Reads all records, with `step` bytes at a time.
std::vector<Read> read_all(const std::string& text, char separator = ',', std::size_t step = 1 << 20) {
    std::size_t at = 0;
    CsvReader csv(
        [&](char* target, std::size_t size) {
            const std::size_t count = std::min({size, step, text.size() - at});
            text.copy(target, count, at);
            at += count;
            return count;
        },
        separator);
    std::vector<Read> records;
    while (csv.next()) {
        records.push_back({Record(csv.fields().begin(), csv.fields().end()), std::string(csv.fault()), csv.line(),
                           text.substr(csv.begin(), csv.end() - csv.begin())});
    }
    return records;
}

std::vector<Record> fields_of(const std::string& text, char separator = ',') {
    std::vector<Record> records;
    for (const Read& read : read_all(text, separator)) records.push_back(read.fields);
    return records;
}

}  // namespace

TEST_CASE("fields are parted by the separator, records by line ends of either kind") {
    CHECK(fields_of("a,b\r\nc,d\n") == std::vector<Record>{{"a", "b"}, {"c", "d"}});
    CHECK(fields_of("a,,\n,") == std::vector<Record>{{"a", "", ""}, {"", ""}});
    CHECK(fields_of("a\tb,c", '\t') == std::vector<Record>{{"a", "b,c"}});
    CHECK(fields_of("\xEF\xBB\xBF"
                    "a\n\n\r\nb") == std::vector<Record>{{"a"}, {"b"}});
    CHECK(fields_of("").empty());
}

TEST_CASE("quotes hold separators, line ends and doubled quotes") {
    CHECK(fields_of("\"a,b\",\"c\nd\",\"e \"\"f\"\"\",\"\"\r\n") ==
          std::vector<Record>{{"a,b", "c\nd", "e \"f\"", ""}});
    CHECK(fields_of("5\" gun,b") == std::vector<Record>{{"5\" gun", "b"}});
}

TEST_CASE("a record tells its line and its bytes") {
    const auto records = read_all("\xEF\xBB\xBFh\n\n\"a\nb\",c\r\nd\n");
    REQUIRE(records.size() == 3);
    CHECK(records[0].line == 1);
    CHECK(records[1].line == 3);
    CHECK(records[1].bytes == "\"a\nb\",c");
    CHECK(records[2].line == 5);
    CHECK(records[2].bytes == "d");
}

TEST_CASE("one stray quote costs one line") {
    const auto records = read_all("a,\"b\nc,d\n\"e\"f,g\nh,i\n");
    REQUIRE(records.size() == 4);
    CHECK(records[0].fault == "text stands after a closing quote");
    CHECK(records[1].fields == Record{"c", "d"});
    CHECK(records[2].fault == "text stands after a closing quote");
    CHECK(records[2].line == 3);
    CHECK(records[3].fields == Record{"h", "i"});
    CHECK(read_all("a\n\"b,c").back().fault == "a quote is not closed");
}

TEST_CASE("a record beyond the bound is a fault, and the next is read") {
    const std::string longest(max_record_bytes - 2, 'x');
    const auto records = read_all("a," + longest + "\na,x" + longest + "\nb,c\n");
    REQUIRE(records.size() == 3);
    CHECK(records[0].fields == Record{"a", longest});
    CHECK(records[1].fault == "longer than 1 MiB");
    CHECK(records[2].fields == Record{"b", "c"});
    CHECK(records[2].line == 3);

    const auto endless = read_all("\"" + std::string(10 * max_record_bytes, 'x') + "\nb\n");
    REQUIRE(endless.size() == 2);
    CHECK(endless[0].fault == "a quote is not closed within 1 MiB");
    CHECK(endless[1].fields == Record{"b"});
}

TEST_CASE("what was written is read back, however the bytes arrive") {
    std::mt19937 generator(7);
    const auto random = [&](std::size_t below) { return static_cast<std::size_t>(generator()) % below; };
    const std::string letters = "ab,\"\n\r\t ";
    for (int round = 0; round < 2000; ++round) {
        std::vector<Record> written;
        std::string text;
        for (std::size_t i = 0, rows = 1 + random(4); i < rows; ++i) {
            Record record = {"key"};  // a record of one empty field would be a blank line
            for (std::size_t j = 0, fields = random(4); j < fields; ++j) {
                std::string field;
                for (std::size_t k = 0, size = random(6); k < size; ++k) field += letters[random(letters.size())];
                record.push_back(field);
            }
            for (std::size_t j = 0; j < record.size(); ++j) {
                if (j > 0) text += ',';
                text += '"';
                for (const char c : record[j]) text += c == '"' ? "\"\"" : std::string(1, c);
                text += '"';
            }
            text += random(2) == 0 ? "\n" : "\r\n";
            written.push_back(record);
        }
        const auto read = read_all(text, ',', 1 + random(9));
        REQUIRE(read.size() == written.size());
        for (std::size_t i = 0; i < read.size(); ++i) CHECK(read[i].fields == written[i]);
    }
}

TEST_CASE("lines of nothing but quotes take linear time") {
    CHECK(read_all(std::string(3'000'001, '"')).size() == 1);
    std::string lines;
    for (int i = 0; i < 300'000; ++i) lines += "\"x\"\"y\n";
    CHECK(read_all(lines).size() > 0);
}
