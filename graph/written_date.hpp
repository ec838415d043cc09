// Dates as people and programs write them, turned into partial dates.
//
//     read_date("Tue Dec 30, 2014 9:21am")     // 2014-12-30
//     read_date("Published: 30.12.2014")       // 2014-12-30
//     read_date("05/06/2014")                  // nothing: the fifth of June or the sixth of May
//
// A date that is not certain is none, since a wrong one would put claims in a wrong order. So of two numbers the one
// above 12 is the day, and where neither is, nothing is read, unless whoever asks knows in which order they stand.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "graph/partial_date.hpp"

namespace kith {

// What a date of three numbers tells of the order: day_first for "30/12/2014", month_first for "12/30/2014", unknown for
// "05/06/2014" and "05/05/2014". Nothing where the text does not begin with two numbers before a year.
std::optional<DateOrder> order_told_by(std::string_view text);

// The full date at the start of `text`: ISO 8601 with "-", "/", "." or nothing between its parts, "21 November 2023",
// "21-NOV-2023", "30.12.2014", "12/30/2014", "November 21st, 2023"; the day of the week before it and the time of day
// behind it, or (as C's ctime writes it) within it, are passed over. Nothing where the text does not begin with one.
// Where the order is known, "05/06/2014" and "05/06/14" (1969 to 2068) are dates, too.
std::optional<PartialDate> parse_written_date(std::string_view text, DateOrder order = DateOrder::unknown);

struct FoundDate {
    std::size_t begin = 0;
    PartialDate date;
};

// The first such date that begins at a word of `text`.
std::optional<FoundDate> find_written_date(std::string_view text, DateOrder order = DateOrder::unknown);

// The date that a field of a record or page states: a partial date, the seconds or milliseconds since 1970 that
// programs count, "December 2014", or the first full date in it ("9:21 AM EST, Tue December 30, 2014").
std::optional<PartialDate> read_date(std::string_view field, DateOrder order = DateOrder::unknown);

}  // namespace kith
