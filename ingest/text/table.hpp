// Reads the data files of this folder: lines of fields separated by tabs, comment lines beginning with '#'.
//
//     for (const Row& row : rows(states_tsv())) add(row[0], split(row[1], '|'));
#pragma once

#include <string_view>
#include <vector>

namespace kith::text {

// Fields of one line; a field that the line lacks is empty.
class Row {
public:
    explicit Row(std::string_view line);
    std::string_view operator[](std::size_t field) const {
        return field < fields_.size() ? fields_[field] : std::string_view{};
    }

private:
    std::vector<std::string_view> fields_;
};

// Parts between separators, without the empty ones.
std::vector<std::string_view> split(std::string_view text, char separator);

// Views into `table`, which must outlive them.
std::vector<Row> rows(std::string_view table);

}  // namespace kith::text
