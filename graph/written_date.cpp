#include "graph/written_date.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "graph/ascii.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_field = 200;
constexpr int earliest_year = 1000;                // a smaller number is more likely to be something else
constexpr int earliest_year_without_marks = 1900;  // 20141230 is a date, 12341230 a number
constexpr std::int64_t seconds_of_day = 86'400;
constexpr std::int64_t earliest_second = 315'532'800;  // 1980, before which nobody published on the web
constexpr std::int64_t latest_second = 4'102'444'800;  // 2100

std::size_t count_leading(std::string_view text, bool (*belongs)(char)) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
}

// Nothing where the calendar has no such day.
std::optional<PartialDate> existing(int year, int month, int day) {
    if (year < earliest_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    return parse_partial_date(PartialDate{year, month, day}.to_string());
}

// Reads a text from its start. Each step takes away what it reads, or nothing.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }

    void skip(std::string_view characters) {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
    }
    void skip_word(std::string_view word) {
        if (rest_.starts_with(word)) rest_.remove_prefix(word.size());
    }

    // A number of so many digits, with no further digit behind; -1: there is none.
    int take_number(std::size_t fewest, std::size_t most) {
        const std::size_t digits = count_leading(rest_, ascii::is_digit);
        if (digits < fewest || digits > most) return -1;
        int number = 0;
        std::from_chars(rest_.data(), rest_.data() + digits, number);
        rest_.remove_prefix(digits);
        return number;
    }
    int take_year() { return take_number(4, 4); }
    int take_number() { return take_number(1, 2); }

    // "3", "03", "3rd"
    int take_day() {
        const int day = take_number();
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (day > 0) skip_word(ending);
        }
        return day;
    }

    int take_month() {
        const std::size_t letters = count_leading(rest_, ascii::is_letter);
        const int month = month_of_name(rest_.substr(0, letters));
        if (month == 0) return -1;
        rest_.remove_prefix(letters);
        skip(".");
        return month;
    }

    // "-" and the like; '\0': none of those allowed.
    char take_mark(std::string_view allowed) {
        if (rest_.empty() || allowed.find(rest_.front()) == allowed.npos) return '\0';
        const char mark = rest_.front();
        rest_.remove_prefix(1);
        return mark;
    }

    void skip_weekday() {
        const std::size_t letters = count_leading(rest_, ascii::is_letter);
        if (weekday_of_name(rest_.substr(0, letters)) < 0) return;
        rest_.remove_prefix(letters);
        skip("., ");
    }

    // "09:21:00 EST" between the day and the year.
    void skip_time() {
        Reader ahead = *this;
        if (ahead.take_number() < 0 || ahead.take_mark(":") == '\0') return;
        ahead.skip("0123456789:.");
        ahead.skip(" ");
        ahead.rest_.remove_prefix(count_leading(ahead.rest_, ascii::is_letter));
        ahead.skip(" ");
        *this = ahead;
    }

    // 20141230, alone or before the digits or the "T" of a time.
    std::optional<PartialDate> take_date_without_marks() const {
        const std::size_t digits = count_leading(rest_, ascii::is_digit);
        if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
        const auto number = [&](std::size_t begin, std::size_t size) {
            return Reader(rest_.substr(begin, size)).take_number(size, size);
        };
        const int year = number(0, 4);
        return year < earliest_year_without_marks ? std::nullopt : existing(year, number(4, 2), number(6, 2));
    }

private:
    std::string_view rest_;
};

// "2014-12-30", "2014/12/30", "2014.12.30"
std::optional<PartialDate> year_first(Reader text) {
    const int year = text.take_year();
    const char mark = text.take_mark("-/.");
    const int month = text.take_number();
    if (mark == '\0' || text.take_mark({&mark, 1}) == '\0') return std::nullopt;
    return existing(year, month, text.take_number());
}

// "30.12.2014", "12/30/2014", "30-12-2014", as they stand.
struct YearLast {
    int first = 0, second = 0, year = 0;
    bool has_whole_year = false;
};

std::optional<YearLast> take_year_last(Reader text) {
    YearLast date;
    date.first = text.take_number();
    const char mark = text.take_mark("-/.");
    date.second = text.take_number();
    if (date.first < 1 || date.second < 1 || mark == '\0' || text.take_mark({&mark, 1}) == '\0') return std::nullopt;
    date.year = text.take_year();
    date.has_whole_year = date.year >= 0;
    if (!date.has_whole_year) {
        const int two_digits = text.take_number(2, 2);
        if (two_digits < 0) return std::nullopt;
        date.year = two_digits + (two_digits < 69 ? 2000 : 1900);
    }
    return date;
}

DateOrder order_of(const YearLast& date) {
    if (date.first > 12) return DateOrder::day_first;
    return date.second > 12 ? DateOrder::month_first : DateOrder::unknown;
}

std::optional<PartialDate> year_last(Reader text, DateOrder order) {
    const auto date = take_year_last(text);
    if (!date || (order == DateOrder::unknown && !date->has_whole_year)) return std::nullopt;
    if (date->first == date->second) return existing(date->year, date->first, date->second);
    if (order_of(*date) != DateOrder::unknown) order = order_of(*date);
    if (order == DateOrder::unknown) return std::nullopt;
    return order == DateOrder::day_first ? existing(date->year, date->second, date->first)
                                         : existing(date->year, date->first, date->second);
}

// "November 21, 2023", "Nov 21 09:21:00 2023"
std::optional<PartialDate> month_first(Reader text) {
    const int month = text.take_month();
    text.skip(" -/");
    const int day = text.take_day();
    text.skip(", -/");
    text.skip_time();
    return existing(text.take_year(), month, day);
}

// "21 November 2023", "21st of November, 2023", "21-NOV-2023"
std::optional<PartialDate> day_first(Reader text) {
    const int day = text.take_day();
    text.skip(" -/.");
    text.skip_word("of ");
    const int month = text.take_month();
    text.skip(", -/");
    return existing(text.take_year(), month, day);
}

// "December 2014" and nothing else.
std::optional<PartialDate> month_alone(Reader text) {
    const int month = text.take_month();
    text.skip(", ");
    const int year = text.take_year();
    if (month < 1 || year < earliest_year || !text.at_end()) return std::nullopt;
    return PartialDate{year, month, 0};
}

// "1419931260", "1419931260000"; a fraction of a second goes.
std::optional<PartialDate> unix_time(std::string_view field) {
    field = field.substr(0, field.find('.'));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc{} || end != field.data() + field.size()) return std::nullopt;
    if (number > latest_second) number /= 1000;
    if (number < earliest_second || number > latest_second) return std::nullopt;
    return date_of(static_cast<Day>(number / seconds_of_day));
}

bool begins_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    return !ascii::is_digit(before) && !ascii::is_letter(before) && before != ':' &&
           (static_cast<unsigned char>(before) & 0x80U) == 0;
}

}  // namespace

std::optional<DateOrder> order_told_by(std::string_view text) {
    Reader reader(text);
    reader.skip(" ");
    const auto date = take_year_last(reader);
    return date ? std::optional(order_of(*date)) : std::nullopt;
}

std::optional<PartialDate> parse_written_date(std::string_view text, DateOrder order) {
    Reader reader(text);
    reader.skip(" ");
    reader.skip_weekday();
    if (const auto date = reader.take_date_without_marks()) return date;
    if (const auto date = year_first(reader)) return date;
    if (const auto date = year_last(reader, order)) return date;
    for (const auto form : {month_first, day_first}) {
        if (const auto date = form(reader)) return date;
    }
    return std::nullopt;
}

std::optional<FoundDate> find_written_date(std::string_view text, DateOrder order) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' || !begins_word(text, at)) continue;
        if (const auto date = parse_written_date(text.substr(at), order)) return FoundDate{at, *date};
    }
    return std::nullopt;
}

std::optional<PartialDate> read_date(std::string_view field, DateOrder order) {
    const std::size_t begin = std::min(field.find_first_not_of(" \t\r\n"), field.size());
    field = field.substr(begin, field.find_last_not_of(" \t\r\n") + 1 - begin);
    if (const auto date = parse_partial_date(field)) return date;
    if (const auto date = month_alone(Reader(field))) return date;
    if (const auto found = find_written_date(field.substr(0, longest_field), order)) return found->date;
    return unix_time(field);
}

}  // namespace kith
