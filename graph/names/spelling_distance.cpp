#include "graph/names/spelling_distance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kith {

namespace {

constexpr std::size_t most_letters = 32;
constexpr float confused = 0.35F;  // by transliterations
constexpr float vowel = 0.8F;      // one for another

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// What it costs to take one letter of a to z for another.
struct Costs {
    std::array<std::array<float, 26>, 26> of{};

    Costs() {
        constexpr std::array<std::string_view, 14> confused_pairs{"vw", "qk", "qg", "gk", "ck", "sz", "yi",
                                                                  "ji", "yj", "ou", "ei", "ae", "td", "bp"};
        for (char one = 'a'; one <= 'z'; ++one) {
            for (char other = 'a'; other <= 'z'; ++other) {
                at(one, other) = one == other ? 0.0F : is_vowel(one) && is_vowel(other) ? vowel : 1.0F;
            }
        }
        for (const std::string_view pair : confused_pairs) at(pair[0], pair[1]) = at(pair[1], pair[0]) = confused;
    }

    float& at(char one, char other) {
        return of[static_cast<std::size_t>(one - 'a')][static_cast<std::size_t>(other - 'a')];
    }
};

float replaced(char one, char other) {
    static const Costs costs;
    if (one == other) return 0.0F;
    const auto i = static_cast<std::size_t>(one - 'a'), j = static_cast<std::size_t>(other - 'a');
    return i < 26 && j < 26 ? costs.of[i][j] : 1.0F;
}

// A letter more than the other word has: of a pair of equal ones, or one that is often not heard.
float inserted(std::string_view word, std::size_t at) {
    const char c = word[at];
    if ((at > 0 && word[at - 1] == c) || c == 'h' || (c == 'y' && at > 0 && is_vowel(word[at - 1]))) return confused;
    return is_vowel(c) ? vowel : 1.0F;
}

}  // namespace

double spelling_distance(std::string_view one, std::string_view other, double limit) {
    one = one.substr(0, most_letters);
    other = other.substr(0, most_letters);
    std::array<float, most_letters> insertions;  // of the other's letters
    for (std::size_t j = 0; j < other.size(); ++j) insertions[j] = inserted(other, j);
    std::array<std::array<float, most_letters + 1>, 3> rows;  // the last three, by turns
    rows[0][0] = 0.0F;
    for (std::size_t j = 0; j < other.size(); ++j) rows[0][j + 1] = rows[0][j] + insertions[j];
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        const float insertion = inserted(one, i - 1);
        float least = row[0] = above[0] + insertion;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({above[j] + insertion, row[j - 1] + insertions[j - 1],
                               above[j - 1] + replaced(one[i - 1], other[j - 1])});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1.0F);
            least = std::min(least, row[j]);
        }
        // Later rows grow from this one, or by an exchange of two letters from the one above, which costs one.
        if (least > limit + 1.0) return least;
    }
    return rows[one.size() % 3][other.size()];
}

}  // namespace kith
