#include "query/nearest_word.hpp"

#include "graph/suggestion.hpp"

namespace kith {

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known) {
    std::optional<std::string> best;
    std::size_t most = largest_suggested_distance(word.size());
    for (const std::string& candidate : known) {
        const std::size_t distance = edit_distance(word, candidate, most);
        if (distance > most) continue;
        best = candidate;
        if (distance == 0) break;
        most = distance - 1;
    }
    return best;
}

}  // namespace kith
