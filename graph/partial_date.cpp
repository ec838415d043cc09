#include "graph/partial_date.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "graph/ascii.hpp"

namespace kith {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(int year, int month, int day) {
    return std::chrono::year(year) / month / day;
}

Day day_number(year_month_day date) {
    return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

// Digits at the front of text, at most `most` of them, which it takes away; -1 where there are none.
int take_number(std::string_view& text, std::size_t most) {
    std::size_t size = 0;
    while (size < text.size() && size < most && ascii::is_digit(text[size])) ++size;
    if (size == 0) return -1;
    int number = 0;
    std::from_chars(text.data(), text.data() + size, number);
    text.remove_prefix(size);
    return number;
}

std::optional<PartialDate> checked(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return std::nullopt;
    if (day > 0 && !calendar(year, month, day).ok()) return std::nullopt;
    return PartialDate{year, month, day};
}

}  // namespace

Day PartialDate::first_day() const {
    return day_number(calendar(year, month > 0 ? month : 1, day > 0 ? day : 1));
}

Day PartialDate::last_day() const {
    if (day > 0) return first_day();
    const std::chrono::year_month_day_last end{
        std::chrono::year(year),
        std::chrono::month_day_last(std::chrono::month(month > 0 ? static_cast<unsigned>(month) : 12U))};
    return day_number(year_month_day(end));
}

std::string PartialDate::to_string() const {
    std::array<char, 32> buffer{};
    if (day > 0) {
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
    } else if (month > 0) {
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month);
    } else {
        std::snprintf(buffer.data(), buffer.size(), "%04d", year);
    }
    return buffer.data();
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((i == 4 || i == 7) ? text[i] != '-' : !ascii::is_digit(text[i])) return std::nullopt;
    }
    const auto number = [&](std::size_t begin, std::size_t size) {
        std::string_view digits = text.substr(begin, size);
        return take_number(digits, size);
    };
    const int year = number(0, 4);
    const int month = text.size() > 4 ? number(5, 2) : 0;
    const int day = text.size() > 7 ? number(8, 2) : 0;
    if ((text.size() > 4 && month == 0) || (text.size() > 7 && day == 0)) return std::nullopt;
    return checked(year, month, day);
}

PartialDate date_of(Day day) {
    const year_month_day date{sys_days{std::chrono::days{day}}};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<DayInterval> parse_interval(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto date = parse_partial_date(text);
        if (!date) return std::nullopt;
        return DayInterval{date->first_day(), date->last_day()};
    }
    const std::string_view before = text.substr(0, dots);
    const std::string_view after = text.substr(dots + 2);
    const auto first = parse_partial_date(before);
    const auto last = parse_partial_date(after);
    if ((!before.empty() && !first) || (!after.empty() && !last) || (!first && !last)) return std::nullopt;
    DayInterval interval;
    if (first) interval.first = first->first_day();
    if (last) interval.last = last->last_day();
    if (interval.first && interval.last && *interval.first > *interval.last) return std::nullopt;
    return interval;
}

int month_of_name(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                                "may",       "june",     "july",     "august",
                                                                "september", "october",  "november", "december"};
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    if (word.size() < 3) return 0;
    const std::string lower = ascii::lower_case(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        const bool abbreviated = lower.size() == 3 || lower == "sept";
        if (lower == months[i] || (abbreviated && months[i].starts_with(lower))) return static_cast<int>(i) + 1;
    }
    return 0;
}

int weekday_of_name(std::string_view word) {
    static constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                                 "thursday", "friday", "saturday"};
    const std::string lower = ascii::lower_case(word);
    const bool abbreviated = lower.size() >= 3 && lower.size() <= 5;
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        if (lower == weekdays[i] || (abbreviated && weekdays[i].starts_with(lower))) return static_cast<int>(i);
    }
    return -1;
}

}  // namespace kith
