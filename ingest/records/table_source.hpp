// A table before its records are read: what separates its columns, how its lines end, and how it begins.
//
//     TableSource source(read, "owners.csv", ',');     // `read` gives UTF-8
//     source.shape().separator                         // ';'
//     CsvReader csv = source.open();                   // from the header on
//
// The separator is the one by which the first records have most often as many fields as the header, of comma,
// semicolon, tab and bar; a first line "sep=;", as Excel writes it, decides.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/records/csv.hpp"

namespace kith::records {

struct TableShape {
    char separator = ',';
    bool has_separator_line = false;         // "sep=;"
    bool has_lone_carriage_returns = false;  // lines end in CR, as on an old Macintosh
};

// `usual` is the separator that the name of the file promises.
TableShape shape_of(std::string_view head, char usual);

// Whether the first records of a text have the same number of fields, more than one: a table, whatever it is called.
bool looks_like_table(std::string_view head);

class TableSource {
public:
    // `encoding` is what the bytes were in before they became UTF-8.
    TableSource(ReadBytes read, std::string file, char usual_separator, std::string encoding = "UTF-8");

    // Placed rows (csv.hpp) with commas, of records of another format. `key_columns` hold keys of what is looked up: the
    // nodes of edges.
    TableSource(ReadBytes read, std::string file, std::vector<std::string> key_columns);

    const std::string& file() const { return file_; }
    const std::string& encoding() const { return encoding_; }
    const TableShape& shape() const { return shape_; }
    std::string_view head() const { return head_; }  // its first mebibyte
    const std::vector<std::string>& key_columns() const { return key_columns_; }

    // The records, once.
    CsvReader open();

    // The records that lie in the head, as often as one likes. The source must outlive them.
    CsvReader open_head() const;

private:
    void read_head();
    CsvReader past_separator_line(CsvReader csv) const;

    ReadBytes read_;
    std::string file_;
    std::string encoding_;
    std::string head_;
    TableShape shape_;
    CsvForm form_ = CsvForm::plain;
    std::vector<std::string> key_columns_;
};

}  // namespace kith::records
