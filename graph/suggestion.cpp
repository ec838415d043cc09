#include "graph/suggestion.hpp"

#include <algorithm>
#include <vector>

namespace kith {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t too_far = most + 1;
    if (b.size() - a.size() > most) return too_far;
    // What both begin and end with costs nothing.
    const auto begins = std::ranges::mismatch(a, b);
    a.remove_prefix(static_cast<std::size_t>(begins.in1 - a.begin()));
    b.remove_prefix(static_cast<std::size_t>(begins.in2 - b.begin()));
    while (!a.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    if (a.empty()) return b.size();
    // Row i holds the distances of a's first i bytes to every prefix of b; outside the band they are too far.
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cells(3 * width, too_far);
    std::size_t *before_last = cells.data(), *last = before_last + width, *row = last + width;
    for (std::size_t j = 0; j <= std::min(b.size(), most); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::fill_n(row, width, too_far);
        if (i <= most) row[0] = i;
        std::size_t smallest = row[0];
        const std::size_t first = i > most ? i - most : 1;
        for (std::size_t j = first; j <= std::min(b.size(), i + most); ++j) {
            std::size_t distance =
                std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                distance = std::min(distance, before_last[j - 2] + 1);
            row[j] = std::min(distance, too_far);
            smallest = std::min(smallest, row[j]);
        }
        if (smallest > most) return too_far;
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::size_t largest_suggested_distance(std::size_t length) {
    return length < 5 ? 1 : length < 9 ? 2 : 3;
}

}  // namespace kith
