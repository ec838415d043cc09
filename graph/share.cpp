#include "graph/share.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "graph/ascii.hpp"

namespace kith {

namespace {

constexpr std::size_t longest_text = 64;
constexpr std::size_t most_digits = 12;

void drop_blanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

bool take(std::string_view& text, std::string_view word) {
    drop_blanks(text);
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

template <std::size_t N>
bool take_any(std::string_view& text, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return take(text, word); });
}

// Digits, and behind a point or comma further ones. "1,000" is a thousand and no share.
std::optional<double> take_number(std::string_view& text) {
    drop_blanks(text);
    std::string digits;
    const auto take_digits = [&] {
        const std::size_t before = digits.size();
        for (; !text.empty() && ascii::is_digit(text.front()); text.remove_prefix(1)) digits += text.front();
        return digits.size() - before;
    };
    if (take_digits() == 0) return std::nullopt;
    if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
        const bool is_comma = text.front() == ',';
        text.remove_prefix(1);
        digits += '.';
        const std::size_t decimals = take_digits();
        if (decimals == 0 || (is_comma && decimals == 3)) return std::nullopt;
    }
    if (digits.size() > most_digits) return std::nullopt;
    double number = 0.0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number > 100.0) return std::nullopt;
    return number / 100.0;
}

constexpr std::array<std::string_view, 4> signs = {"%", "percent", "per cent", "pct"};
constexpr std::array<std::string_view, 8> lower_bounds = {"more than ",    "at least ", "over ", "not less than ",
                                                          "no less than ", ">=",        ">",     "≥"};
constexpr std::array<std::string_view, 10> upper_bounds = {
    "not more than ", "no more than ", "up to ", "at most ", "less than ", "under ", "below ", "<=", "<", "≤"};
constexpr std::array<std::string_view, 4> ranges = {"-", "–", "to ", "and "};
constexpr std::array<std::string_view, 3> upwards = {"or more", "or above", "+"};
constexpr std::array<std::string_view, 6> nouns = {"stake",  "of shares", "of the shares",
                                                   "shares", "share",     "interest"};

// "more than 25 % but not more than 50 %", "25 to 50 %", "up to 25 %", "75 % or more", "51 %".
std::optional<Share> take_share(std::string_view& text) {
    const bool is_at_least = take_any(text, lower_bounds), is_at_most = !is_at_least && take_any(text, upper_bounds);
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const bool has_sign = take_any(text, signs);
    if (is_at_most) return has_sign ? std::optional(Share{0.0, *number}) : std::nullopt;
    std::string_view rest = text;
    const bool goes_on =
        is_at_least ? (take(rest, "but "), take(rest, "and "), take_any(rest, upper_bounds)) : take_any(rest, ranges);
    if (goes_on) {
        const auto most = take_number(rest);
        if (!most || *most < *number || !take_any(rest, signs)) return std::nullopt;
        text = rest;
        return Share{*number, *most};
    }
    if (!has_sign) return std::nullopt;
    return Share{*number, is_at_least || take_any(text, upwards) ? 1.0 : *number};
}

}  // namespace

std::optional<Share> parse_share(std::string_view given) {
    if (given.size() > longest_text) return std::nullopt;
    const std::string lower = ascii::lower_case(given);
    std::string_view text = lower;
    if (const auto share = take_share(text)) {
        take_any(text, nouns);
        drop_blanks(text);
        if (text.empty()) return share;
    }
    return std::nullopt;
}

std::string share_in_words(double share, int decimals) {
    std::array<char, 32> digits{};
    const double percent = std::clamp(share, 0.0, 1e6) * 100.0;
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), percent, std::chars_format::fixed, decimals);
    std::string text(digits.data(), end);
    if (decimals > 0) text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text + " %";
}

}  // namespace kith
