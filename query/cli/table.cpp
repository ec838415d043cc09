#include "query/cli/table.hpp"

#include <algorithm>

#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t widest_column = 40;  // but for the last
constexpr std::size_t narrowest_last_column = 24;

}  // namespace

Table::Table(std::vector<std::string> titles) : titles_(std::move(titles)) {}

void Table::add(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = single_line(cell);
    rows_.push_back(std::move(cells));
}

void Table::align_right(std::size_t column) {
    right_.push_back(column);
}

std::vector<std::size_t> Table::widths(std::size_t total) const {
    std::vector<std::size_t> result;
    const auto measure = [&](const std::vector<std::string>& row) {
        if (result.size() < row.size()) result.resize(row.size(), 0);
        for (std::size_t i = 0; i < row.size(); ++i) result[i] = std::max(result[i], display_width(row[i]));
    };
    measure(titles_);
    for (const auto& row : rows_) measure(row);
    if (result.empty()) return result;
    std::size_t used = 0;
    for (std::size_t i = 0; i + 1 < result.size(); ++i) {
        result[i] = std::min(result[i], widest_column);
        used += result[i] + gap;
    }
    result.back() = total > used + narrowest_last_column ? total - used : narrowest_last_column;
    return result;
}

void Table::print_row(Console& console, const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
                      bool title) const {
    const std::vector<std::string> last = wrap(row.back(), widths.back());
    std::size_t indent = 0;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const std::string cell = shorten(row[i], widths[i]);
        const std::string padding(widths[i] - display_width(cell), ' ');
        const bool right = std::ranges::find(right_, i) != right_.end();
        const std::string ink = title ? inked(console, Ink::bold, cell) : cell;
        console.out << (right ? padding + ink : ink + padding) << std::string(gap, ' ');
        indent += widths[i] + gap;
    }
    for (std::size_t i = 0; i < last.size(); ++i) {
        if (i > 0) console.out << std::string(indent, ' ');
        console.out << (title ? inked(console, Ink::bold, last[i]) : last[i]) << '\n';
    }
}

void Table::print(Console& console) const {
    const std::vector<std::size_t> columns = widths(console.width);
    if (!titles_.empty()) print_row(console, titles_, columns, true);
    for (const auto& row : rows_) print_row(console, row, columns, false);
}

}  // namespace kith::cli
