#include "graph/names/spelling_distance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

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

// Letters that stand for one another where a language or a transliteration writes a sound otherwise: Wade-Giles and
// Pinyin, English and French, Polish; Latvian's ending.
struct Digraph {
    std::string_view one, other;  // of one or two letters
};
constexpr std::array<Digraph, 18> digraphs{{{"hs", "x"},
                                            {"sh", "x"},
                                            {"ch", "j"},
                                            {"ch", "q"},
                                            {"ch", "zh"},
                                            {"ts", "z"},
                                            {"ts", "c"},
                                            {"tz", "z"},
                                            {"oo", "u"},
                                            {"ou", "u"},
                                            {"ee", "i"},
                                            {"ph", "f"},
                                            {"dj", "j"},
                                            {"cz", "ch"},
                                            {"sz", "sh"},
                                            {"ks", "x"},
                                            {"vs", "v"},
                                            {"js", "y"}}};

// A bit for each digraph whose one side ends with the letter at this place.
struct DigraphEnds {
    std::uint32_t one = 0, other = 0;
};

// By a letter of a to z and the one before it.
struct DigraphTable {
    static constexpr std::size_t letters = 26, nothing = letters;  // before a word
    std::array<std::array<DigraphEnds, letters>, letters + 1> after{};

    DigraphTable() {
        for (std::size_t i = 0; i < digraphs.size(); ++i) {
            for (std::size_t before = 0; before <= letters; ++before) {
                for (std::size_t letter = 0; letter < letters; ++letter) {
                    DigraphEnds& ends = after[before][letter];
                    if (is_end(digraphs[i].one, before, letter)) ends.one |= 1U << i;
                    if (is_end(digraphs[i].other, before, letter)) ends.other |= 1U << i;
                }
            }
        }
    }
    static bool is_end(std::string_view side, std::size_t before, std::size_t letter) {
        if (static_cast<std::size_t>(side.back() - 'a') != letter) return false;
        return side.size() == 1 || static_cast<std::size_t>(side.front() - 'a') == before;
    }
};

DigraphEnds digraphs_at(std::string_view word, std::size_t at) {
    static const DigraphTable table;
    const auto number_of = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)) - 'a'; };
    const std::size_t letter = number_of(word[at]);
    const std::size_t before = at == 0 ? DigraphTable::nothing : number_of(word[at - 1]);
    if (letter >= DigraphTable::letters) return {};
    return table.after[std::min(before, DigraphTable::nothing)][letter];
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
    std::array<DigraphEnds, most_letters> ends;
    for (std::size_t j = 0; j < other.size(); ++j) {
        insertions[j] = inserted(other, j);
        ends[j] = digraphs_at(other, j);
    }
    std::array<std::array<float, most_letters + 1>, 3> rows;  // the last three, by turns
    rows[0][0] = 0.0F;
    for (std::size_t j = 0; j < other.size(); ++j) rows[0][j + 1] = rows[0][j] + insertions[j];
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        const float insertion = inserted(one, i - 1);
        const DigraphEnds end = digraphs_at(one, i - 1);
        float least = row[0] = above[0] + insertion;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({above[j] + insertion, row[j - 1] + insertions[j - 1],
                               above[j - 1] + replaced(one[i - 1], other[j - 1])});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1.0F);
            const auto take_digraphs = [&](std::uint32_t bits, auto own, auto others) {
                for (; bits != 0; bits &= bits - 1) {
                    const Digraph& each = digraphs[static_cast<std::size_t>(std::countr_zero(bits))];
                    row[j] = std::min(row[j], rows[(i - (each.*own).size()) % 3][j - (each.*others).size()] + confused);
                }
            };
            take_digraphs(end.one & ends[j - 1].other, &Digraph::one, &Digraph::other);
            take_digraphs(end.other & ends[j - 1].one, &Digraph::other, &Digraph::one);
            least = std::min(least, row[j]);
        }
        // Later rows grow from this one, or by two letters at once from the one above, which cost no more than one.
        if (least > limit + 1.0) return least;
    }
    return rows[one.size() % 3][other.size()];
}

}  // namespace kith
