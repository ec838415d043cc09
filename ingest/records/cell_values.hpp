// What cells of a table mean: dates, shares and confidences as people and programs write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/written_date.hpp"

namespace kith::records {

// Without these characters at its ends.
std::string_view without_ends(std::string_view text, std::string_view characters);

inline std::string_view without_blanks(std::string_view text) {
    if (!text.empty() && text.front() > ' ' && text.back() > ' ') return text;
    return without_ends(text, " \t\r\n");
}

// For messages: in quotation marks, no more than a line of it.
inline std::string quoted(std::string_view text) {
    return '"' + std::string(text.substr(0, 80)) + '"';
}

// "2023", "2023-11-21T10:00:00Z", "21 Nov 2023", "May 2023", "2015..2018", "2015-2018", and where the order is known
// "12/05/2023": as a partial date or an interval. Nothing: it is no date, or one of two.
std::optional<std::string> read_time(std::string_view cell, DateOrder order);

// Whether the cell would be a date if one knew which number is the day.
bool could_be_two_dates(std::string_view cell);

// "51%", "51.0 %", "0.51" where the column has fractions: "51 %"; a band ("> 50 %", "25-50%") as it is
// written. Nothing: it is no share, or more than all.
std::optional<std::string> read_percentage(std::string_view cell, bool is_fraction);

// "0.8" or "80 %". Nothing: it is no number from 0 to 1.
std::optional<double> read_confidence(std::string_view cell);

// A number with a point or, where none stands, a comma: "51,5". Nothing: it is none.
std::optional<double> read_number(std::string_view cell);

}  // namespace kith::records
