#include "graph/resolution/candidates.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>

#include "graph/names/sound.hpp"

namespace kith {

namespace {

constexpr std::size_t most_of_word = 48;      // entities that have a word in common
constexpr std::size_t most_of_pair = 64;      // ... two words, or all letters
constexpr std::size_t most_paired_words = 5;  // of a name whose words are taken two by two

struct Key {
    std::size_t hash;
    std::size_t entity;
    bool of_word;

    auto operator<=>(const Key&) const = default;
};

class Keys {
public:
    void add(std::size_t entity, EntityKind kind, const NameWords& name) {
        const std::string sort(1, static_cast<char>('0' + kind_class(kind)));
        std::vector<std::string> words;
        std::string initials;
        for (const NameWord& word : name.words) {
            if (!is_full(word)) continue;
            words.push_back(sound_of(word.text));
            initials += word.text[0];
        }
        if (!name.characters.empty()) put(sort + '=' + name.characters, entity, false);
        if (!name.letters.empty()) put(sort + '=' + name.letters, entity, false);
        if (initials.size() > 1 && kind != EntityKind::person) put(sort + '=' + initials, entity, false);
        for (std::size_t i = 0; i < words.size(); ++i) {
            put(sort + words[i], entity, true);
            for (std::size_t j = i + 1; j < std::min(words.size(), most_paired_words); ++j)
                put(sort + std::min(words[i], words[j]) + '+' + std::max(words[i], words[j]), entity, false);
        }
    }

    void add(std::size_t entity, const Identifier& identifier) { put(to_string(identifier), entity, false); }

    std::vector<Key> sorted() && {
        std::ranges::sort(keys_);
        keys_.erase(std::ranges::unique(keys_).begin(), keys_.end());
        return std::move(keys_);
    }

private:
    void put(const std::string& key, std::size_t entity, bool of_word) {
        keys_.push_back({std::hash<std::string>{}(key), entity, of_word});
    }

    std::vector<Key> keys_;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<EntityProfile>& profiles,
                                                                 StopCheck* stop) {
    Keys gathered;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        for (const NameWords& name : profiles[i].names) gathered.add(i, profiles[i].kind, name);
        for (const Identifier& identifier : profiles[i].identifiers) gathered.add(i, identifier);
    }
    const std::vector<Key> keys = std::move(gathered).sorted();
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
        while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
        if (end - begin > (keys[begin].of_word ? most_of_word : most_of_pair)) continue;
        if (stop) stop->step((end - begin) * (end - begin));
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < end; ++j) {
                if (keys[i].entity != keys[j].entity) pairs.emplace_back(keys[i].entity, keys[j].entity);
            }
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    return pairs;
}

}  // namespace kith
