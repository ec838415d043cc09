#include "ingest/records/cell_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "graph/ascii.hpp"
#include "graph/partial_date.hpp"
#include "graph/share.hpp"

namespace kith::records {
namespace {

std::optional<PartialDate> read_whole_date(std::string_view cell, DateOrder order) {
    // In the midst of a sentence a date may be anything's.
    const bool begins_so = !cell.empty() && (ascii::is_digit(cell.front()) || ascii::is_letter(cell.front()));
    if (!begins_so || cell.size() > 60) return std::nullopt;
    if (const auto date = parse_written_date(cell, order)) return date;
    if (std::ranges::none_of(cell, ascii::is_letter) && cell.find_first_of("/.-") != cell.npos) return std::nullopt;
    return read_date(cell, order);
}

// Of the marks between the two ends of an interval, the first by which both are dates.
std::optional<std::string> read_interval(std::string_view cell, DateOrder order) {
    for (const std::string_view mark : {"..", " - ", " – ", "–", " to ", " until ", "/", "-"}) {
        const std::size_t at = cell.find(mark);
        if (at == cell.npos) continue;
        const std::string_view begin = without_blanks(cell.substr(0, at));
        const std::string_view end = without_blanks(cell.substr(at + mark.size()));
        if ((mark == "-" || mark == "/") && (begin.size() != 4 || end.size() != 4)) continue;  // years alone
        const auto first = read_whole_date(begin, order), last = read_whole_date(end, order);
        if ((!first && !(begin.empty() && mark == "..")) || (!last && !(end.empty() && mark == ".."))) continue;
        const std::string interval = (first ? first->to_string() : "") + ".." + (last ? last->to_string() : "");
        if (parse_interval(interval)) return interval;
    }
    return std::nullopt;
}

}  // namespace

std::string_view without_ends(std::string_view text, std::string_view characters) {
    const std::size_t begin = text.find_first_not_of(characters);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(characters) - begin + 1);
}

std::optional<std::string> read_time(std::string_view cell, DateOrder order) {
    if (parse_interval(cell)) return std::string(cell);
    if (const auto date = read_whole_date(cell, order)) return date->to_string();
    return read_interval(cell, order);
}

bool could_be_two_dates(std::string_view cell) {
    return !read_time(cell, DateOrder::unknown) &&
           (read_time(cell, DateOrder::day_first) || read_time(cell, DateOrder::month_first));
}

std::optional<double> read_number(std::string_view cell) {
    std::array<char, 32> digits{};
    if (cell.empty() || cell.size() > digits.size()) return std::nullopt;
    std::ranges::copy(cell, digits.begin());
    char* const end = digits.data() + cell.size();
    if (std::find(digits.data(), end, '.') == end && std::count(digits.data(), end, ',') == 1)
        std::replace(digits.data(), end, ',', '.');
    double number = 0.0;
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<std::string> read_percentage(std::string_view cell, bool is_fraction) {
    if (const auto share = parse_share(cell); share && !share->is_exact())
        return std::string(cell);  // in its own words
    for (const std::string_view sign : {"%", "percent", "per cent"}) {
        if (!ascii::lower_case(cell).ends_with(sign)) continue;
        cell = without_blanks(cell.substr(0, cell.size() - sign.size()));
        is_fraction = false;
        break;
    }
    const auto number = read_number(cell);
    if (!number) return std::nullopt;
    const double percentage = std::round(*number * (is_fraction ? 100.0 : 1.0) * 1e4) / 1e4;
    if (percentage < 0.0 || percentage > 100.0) return std::nullopt;
    return share_in_words(percentage / 100.0);
}

std::optional<double> read_confidence(std::string_view cell) {
    const bool is_percentage = cell.ends_with('%');
    if (is_percentage) cell = without_blanks(cell.substr(0, cell.size() - 1));
    auto number = read_number(cell);
    if (number && is_percentage) *number /= 100.0;
    return number && *number >= 0.0 && *number <= 1.0 ? number : std::nullopt;
}

}  // namespace kith::records
