#include "graph/tsv.hpp"

#include <algorithm>
#include <utility>

namespace kith {

TsvRow::TsvRow(std::string_view line, InputPosition position) : position_(std::move(position)) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = line.find('\t', begin);
        fields_.push_back(line.substr(begin, end - begin));
        if (end == std::string_view::npos) break;
        begin = end + 1;
    }
}

InputPosition TsvRow::position_of(std::size_t field) const {
    const std::string_view found = fields_.at(std::min(field, fields_.size() - 1));
    return {position_.file, position_.line, static_cast<std::size_t>(found.data() - fields_.front().data()) + 1};
}

std::vector<TsvRow> tsv_rows(std::string_view table, const std::string& file, std::size_t fewest, std::size_t most) {
    std::vector<TsvRow> rows;
    for (std::size_t number = 1; !table.empty(); ++number) {
        std::string_view line = table.substr(0, table.find('\n'));
        table.remove_prefix(std::min(line.size() + 1, table.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const TsvRow& row = rows.emplace_back(line, InputPosition{file, number, 0});
        if (row.size() < fewest || row.size() > most || row[0].empty()) {
            const std::string expected =
                std::to_string(fewest) + (fewest == most ? "" : " to " + std::to_string(most)) + " columns";
            throw Error(row.position(), "expected " + expected + ", found " + std::to_string(row.size()),
                        "Separate the columns by single tabs, and leave the first one not empty.");
        }
    }
    return rows;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        if (end != 0) parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

}  // namespace kith
