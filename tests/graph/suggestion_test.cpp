#include "graph/suggestion.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using kith::edit_distance;

namespace {

// The whole table, without a band.
std::size_t slow_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] =
                std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("misspellings are near") {
    CHECK(edit_distance("hezbolah", "hezbollah", 2) == 1);
    CHECK(edit_distance("prigohzin", "prigozhin", 2) == 1);
    CHECK(edit_distance("iran", "peru", 2) == 3);
    CHECK(edit_distance("", "", 0) == 0);
}

TEST_CASE("the banded distance is the distance, up to its bound") {
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        const auto word = [&] {
            std::string text(random() % 9, 'a');
            for (char& c : text) c = static_cast<char>('a' + random() % 3);
            return text;
        };
        const std::string a = word(), b = word();
        const std::size_t most = random() % 5;
        CAPTURE(a);
        CAPTURE(b);
        REQUIRE(edit_distance(a, b, most) == std::min(slow_distance(a, b), most + 1));
    }
}
