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
constexpr std::array<std::string_view, 4> lower_bounds = {"more than ", "at least ", "over ", ">"};
constexpr std::array<std::string_view, 4> ranges = {"-", "–", "to ", "and "};
constexpr std::array<std::string_view, 6> nouns = {"stake",  "of shares", "of the shares",
                                                   "shares", "share",     "interest"};

}  // namespace

std::optional<Share> parse_share(std::string_view given) {
    if (given.size() > longest_text) return std::nullopt;
    const std::string lower = ascii::lower_case(given);
    std::string_view text = lower;
    const bool is_bound = take_any(text, lower_bounds);
    const auto least = take_number(text);
    if (!least) return std::nullopt;
    const bool has_sign = take_any(text, signs);
    Share share{*least, is_bound ? 1.0 : *least};
    if (!is_bound && take_any(text, ranges)) {
        const auto most = take_number(text);
        if (!most || *most < *least || !take_any(text, signs)) return std::nullopt;
        share.most = *most;
    } else if (!has_sign) {
        return std::nullopt;
    }
    take_any(text, nouns);
    drop_blanks(text);
    if (!text.empty()) return std::nullopt;
    return share;
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
