#include "graph/share.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(share_words_tsv)

namespace kith {

namespace {

constexpr std::size_t longest_text = 64;
constexpr std::size_t most_digits = 12;

void drop_blanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

// What stands around the number, by what it does to it.
struct Words {
    std::vector<std::string_view> signs, lower_bounds, upper_bounds, ranges, upwards, nouns;

    Words() {
        for (const TsvRow& row : tsv_rows(share_words_tsv(), "graph/share_words.tsv", 2, 2))
            list_of(row) = split(row[1], '|');
    }

    static const Words& get() {
        static const Words words;
        return words;
    }

private:
    std::vector<std::string_view>& list_of(const TsvRow& row) {
        if (row[0] == "sign") return signs;
        if (row[0] == "lower bound") return lower_bounds;
        if (row[0] == "upper bound") return upper_bounds;
        if (row[0] == "range") return ranges;
        if (row[0] == "upwards") return upwards;
        if (row[0] == "noun") return nouns;
        throw Error(row.position(), "no part of a share");
    }
};

// Words are taken whole.
bool take(std::string_view& text, std::string_view word) {
    drop_blanks(text);
    if (!text.starts_with(word)) return false;
    const std::string_view rest = text.substr(word.size());
    if (ascii::is_letter(word.back()) && !rest.empty() && ascii::is_letter_or_digit(rest.front())) return false;
    text = rest;
    return true;
}

bool take_any(std::string_view& text, const std::vector<std::string_view>& words) {
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

// "more than 25 % but not more than 50 %", "25 to 50 %", "up to 25 %", "75 % or more", "51 %".
std::optional<Share> take_share(std::string_view& text) {
    const Words& words = Words::get();
    const bool is_at_least = take_any(text, words.lower_bounds);
    const bool is_at_most = !is_at_least && take_any(text, words.upper_bounds);
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const bool has_sign = take_any(text, words.signs);
    if (is_at_most) return has_sign ? std::optional(Share{0.0, *number}) : std::nullopt;
    std::string_view rest = text;
    const bool goes_on = is_at_least ? (take(rest, "but"), take(rest, "and"), take_any(rest, words.upper_bounds))
                                     : take_any(rest, words.ranges);
    if (goes_on) {
        const auto most = take_number(rest);
        if (!most || *most < *number || !take_any(rest, words.signs)) return std::nullopt;
        text = rest;
        return Share{*number, *most};
    }
    if (!has_sign) return std::nullopt;
    return Share{*number, is_at_least || take_any(text, words.upwards) ? 1.0 : *number};
}

}  // namespace

std::optional<Share> parse_share(std::string_view given) {
    if (given.size() > longest_text) return std::nullopt;
    const std::string lower = ascii::lower_case(given);
    std::string_view text = lower;
    if (const auto share = take_share(text)) {
        take_any(text, Words::get().nouns);
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
