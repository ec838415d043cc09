#include "ingest/text/table.hpp"

namespace kith::text {

Row::Row(std::string_view line) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = line.find('\t', begin);
        fields_.push_back(line.substr(begin, end - begin));
        if (end == std::string_view::npos) break;
        begin = end + 1;
    }
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

std::vector<Row> rows(std::string_view table) {
    std::vector<Row> result;
    for (std::string_view line : split(table, '\n')) {
        if (line.front() != '#') result.emplace_back(line);
    }
    return result;
}

}  // namespace kith::text
