#include "ingest/graphs/edge_table.hpp"

#include <algorithm>
#include <cerrno>

#include "graph/error.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/records/column_names.hpp"

namespace kith::graphs {
namespace {

constexpr std::size_t most_columns = 1000;

std::string as_cell(std::string_view value) {
    if (value.find_first_of(",\"\r\n") == value.npos) return std::string(value);
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"') quoted += c;
        quoted += c;
    }
    return quoted + '"';
}

std::string as_row(const XmlPlace& place, const std::vector<std::string>& cells) {
    std::string row =
        std::to_string(place.line) + ':' + std::to_string(place.bytes.begin) + ':' + std::to_string(place.bytes.end);
    for (const std::string& cell : cells) row += ',' + as_cell(cell);
    return row + '\n';
}

}  // namespace

// "Start date" and "start_date" are one column, as they are in tables.
std::size_t EdgeTable::column_of(const std::string& name) {
    std::string key = records::column_key(name);
    if (key.empty()) key = name;
    const auto [found, is_new] = column_of_.try_emplace(key, columns_.size());
    if (is_new) columns_.push_back(name);
    if (columns_.size() > most_columns)
        throw UnusableInput(InputPosition{file_}, "its edges have more than 1,000 attributes");
    return found->second;
}

void EdgeTable::add(const Element& edge) {
    if (!rows_) rows_.reset(std::tmpfile());
    std::ranges::for_each(cells_, &std::string::clear);
    cells_.resize(std::max<std::size_t>(cells_.size(), 3));
    cells_[0] = edge.id;
    cells_[1] = edge.source;
    cells_[2] = edge.target;
    for (const Attribute& each : edge.attributes) {
        const std::size_t column = column_of(each.name);
        cells_.resize(columns_.size());
        if (cells_[column].empty()) cells_[column] = each.value;
    }
    const std::string row = as_row(edge.place, cells_);
    if (!rows_ || std::fwrite(row.data(), 1, row.size(), rows_.get()) != row.size()) {
        throw UnusableInput(InputPosition{file_}, "its edges cannot be kept for a while: " + system_reason(errno),
                            "Make room in the folder for temporary files.");
    }
    ++count_;
}

records::TableSource EdgeTable::open() {
    if (rows_) std::rewind(rows_.get());
    return {[this, header = as_row({1, {}}, columns_), at = std::size_t{0}](char* target, std::size_t size) mutable {
                const std::size_t count = header.copy(target, size, at);
                at += count;
                return count > 0 || !rows_ ? count : std::fread(target, 1, size, rows_.get());
            },
            file_,
            {"Source", "Target"}};
}

}  // namespace kith::graphs
