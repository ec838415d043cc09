// The names that look like one that nobody goes by. All of them are read, so what is done with each is bounded, and so
// is the time for them all: a suggestion that comes late is none.
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdint>
#include <set>
#include <tuple>

#include "graph/name_key.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_lookup.hpp"
#include "graph/store/store_database.hpp"
#include "graph/suggestion.hpp"
#include "graph/tsv.hpp"

namespace kith {

namespace {

constexpr std::size_t most_suggestions = 5, most_words = 12, longest_key = 200;
constexpr auto most_time = std::chrono::milliseconds(500);

using Words = std::vector<std::string_view>;

bool holds(std::string_view key, std::string_view word) {
    for (std::size_t at = key.find(word); at != std::string_view::npos; at = key.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) return true;
    }
    return false;
}

bool holds_all(std::string_view key, const Words& words) {
    return std::ranges::all_of(words, [&](std::string_view word) { return holds(key, word); });
}

// Which letters a text has, but for spaces; some share a bit. Tells of most names at once that they are not alike.
class Letters {
public:
    explicit Letters(std::string_view text) {
        for (const char letter : text)
            bits_ |= std::uint64_t{letter != ' '} << (static_cast<unsigned char>(letter) & 63U);
    }

    // At least so many letters of this are not in the other.
    std::size_t missing_in(Letters other) const {
        return static_cast<std::size_t>(std::popcount(bits_ & ~other.bits_));
    }

private:
    std::uint64_t bits_ = 0;
};

enum class Likeness { holds_the_words, misspelt, is_held };

// How another key is like the one that was asked for.
class Asked {
public:
    explicit Asked(const std::string& key)
        : key_(key), letters_(key), words_(split(key, ' ')), farthest_(largest_suggested_distance(key.size())) {}

    // From now on only who is so alike, or more, counts.
    void want_at_least(Likeness likeness, std::size_t distance) {
        least_ = likeness;
        if (likeness == Likeness::misspelt) farthest_ = std::min(farthest_, distance);
    }

    // With how much apart they are, in letters.
    std::optional<std::pair<Likeness, std::size_t>> likeness(std::string_view other) const {
        const Letters letters(other);
        const std::size_t lacking = letters_.missing_in(letters), added = letters.missing_in(letters_);
        if (lacking == 0 && other.size() >= key_.size() && key_.size() > 2 && holds_all(other, words_)) {
            return std::pair(Likeness::holds_the_words, other.size() - key_.size());
        }
        if (least_ >= Likeness::misspelt && std::max(lacking, added) <= farthest_) {  // an edit each, at least
            const std::size_t distance = edit_distance(key_, other, farthest_);
            if (distance <= farthest_) return std::pair(Likeness::misspelt, distance);
        }
        if (least_ == Likeness::is_held && added == 0 && words_.size() > 1 && other.size() < key_.size() &&
            other.size() > 2 && holds_all(key_, split(other, ' '))) {
            return std::pair(Likeness::is_held, key_.size() - other.size());
        }
        return std::nullopt;
    }

private:
    const std::string& key_;
    Letters letters_;
    Words words_;
    std::size_t farthest_;
    Likeness least_ = Likeness::is_held;
};

}  // namespace

std::vector<std::string> similar_names(const Store& store, std::string_view name) {
    std::vector<std::string> names;
    const std::string key = name_key(name);
    if (key.size() < 2 || key.size() > longest_key || split(key, ' ').size() > most_words) return names;
    Asked asked(key);
    std::set<std::tuple<Likeness, std::size_t, std::string, EntityId>> nearest;
    const auto end = std::chrono::steady_clock::now() + most_time;
    Statement rows = database_of(store).prepare("SELECT key, entity FROM alias");
    for (std::size_t read = 1; rows.step(); ++read) {
        if (read % 1024 == 0 && std::chrono::steady_clock::now() > end) break;
        const std::string_view other = rows.text(0);
        if (const auto likeness = asked.likeness(other)) {
            nearest.emplace(likeness->first, likeness->second, other, rows.integer(1));
            if (nearest.size() <= 10 * most_suggestions) continue;
            nearest.erase(std::prev(nearest.end()));
            asked.want_at_least(std::get<0>(*nearest.rbegin()), std::get<1>(*nearest.rbegin()));
        }
    }
    for (const auto& [likeness, distance, other, entity] : nearest) {
        const std::string canonical = store.entity(entity).name;
        if (std::ranges::find(names, canonical) == names.end()) names.push_back(canonical);
        if (names.size() == most_suggestions) break;
    }
    return names;
}

Error unknown_name(const Store& store, std::string_view name) {
    const std::string asked(name.substr(0, longest_key));
    if (asked.starts_with('#')) return Error(asked + ": no entity has this number");
    std::string alike;
    for (const std::string& each : similar_names(store, name)) alike += (alike.empty() ? "" : ", or ") + each;
    return Error(asked + ": no entity goes by this name",
                 alike.empty() ? "`kith entities` lists those that there are." : "Did you mean " + alike + "?");
}

}  // namespace kith
