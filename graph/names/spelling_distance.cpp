#include "graph/names/spelling_distance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kith {

namespace {

constexpr std::size_t most_letters = 64;
constexpr double confused = 0.35;  // by transliterations
constexpr double vowel = 0.8;      // one for another

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool are_confused(char one, char other) {
    constexpr std::array<std::string_view, 14> pairs{"vw", "qk", "qg", "gk", "ck", "sz", "yi",
                                                     "ji", "yj", "ou", "ei", "ae", "td", "bp"};
    return std::ranges::any_of(pairs, [&](std::string_view pair) {
        return (pair[0] == one && pair[1] == other) || (pair[1] == one && pair[0] == other);
    });
}

double replaced(char one, char other) {
    if (one == other) return 0.0;
    if (are_confused(one, other)) return confused;
    return is_vowel(one) && is_vowel(other) ? vowel : 1.0;
}

// A letter more than the other word has: of a pair of equal ones, or one that is often not heard.
double inserted(std::string_view word, std::size_t at) {
    const char c = word[at];
    if ((at > 0 && word[at - 1] == c) || c == 'h' || (c == 'y' && at > 0 && is_vowel(word[at - 1]))) return confused;
    return is_vowel(c) ? vowel : 1.0;
}

}  // namespace

double spelling_distance(std::string_view one, std::string_view other) {
    one = one.substr(0, most_letters);
    other = other.substr(0, most_letters);
    std::array<std::array<double, most_letters + 1>, 3> rows{};  // the last three, by turns
    for (std::size_t j = 1; j <= other.size(); ++j) rows[0][j] = rows[0][j - 1] + inserted(other, j - 1);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        row[0] = above[0] + inserted(one, i - 1);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({above[j] + inserted(one, i - 1), row[j - 1] + inserted(other, j - 1),
                               above[j - 1] + replaced(one[i - 1], other[j - 1])});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1.0);
        }
    }
    return rows[one.size() % 3][other.size()];
}

}  // namespace kith
