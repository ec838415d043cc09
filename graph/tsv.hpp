// Reads the tables that are built into the program, and those of a user in the same form: lines of fields separated by
// tabs, comment lines beginning with '#'.
//
//     for (const TsvRow& row : tsv_rows(states_tsv(), "states.tsv", 2, 4)) add(row[0], split(row[1], '|'));
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"

namespace kith {

// Fields of one line; a field that the line lacks is empty.
class TsvRow {
public:
    TsvRow(std::string_view line, InputPosition position);

    std::string_view operator[](std::size_t field) const {
        return field < fields_.size() ? fields_[field] : std::string_view{};
    }
    std::size_t size() const { return fields_.size(); }
    const InputPosition& position() const { return position_; }  // file and line
    InputPosition position_of(std::size_t field) const;          // with the column, in bytes, in which the field begins

private:
    std::vector<std::string_view> fields_;
    InputPosition position_;
};

// The rows of `table`, which must outlive them. Throws Error with file and line for a row with fewer or more fields, or
// without a first.
std::vector<TsvRow> tsv_rows(std::string_view table, const std::string& file, std::size_t fewest, std::size_t most);

// Parts between separators, without the empty ones.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace kith
