// Dates as sources give them: "2023", "2023-06", "2023-06-24", and intervals "2015..2018", "2015..", "..2018-03".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

struct PartialDate {
    int year = 0;
    int month = 0;  // 1 to 12; 0: unknown
    int day = 0;    // 1 to 31; 0: unknown

    Day first_day() const;
    Day last_day() const;
    std::string to_string() const;

    bool operator==(const PartialDate&) const = default;
};

// Accepts YYYY, YYYY-MM and YYYY-MM-DD that exist in the calendar, years 1 to 9999.
std::optional<PartialDate> parse_partial_date(std::string_view text);
PartialDate date_of(Day day);

// An interval of days, both ends included; an absent end is open.
struct DayInterval {
    std::optional<Day> first{};
    std::optional<Day> last{};
};

// A partial date or two joined by "..".
std::optional<DayInterval> parse_interval(std::string_view text);

// Which of two numbers before a year is the day: "05/06/2014".
enum class DateOrder { unknown, day_first, month_first };

// Month for "November", "Nov", "Nov."; 0: none.
int month_of_name(std::string_view word);

// Day of the week, Sunday being 0, for "Tuesday" and beginnings of three to five letters, "Tue" and "Tues"; -1: none.
int weekday_of_name(std::string_view word);

}  // namespace kith
