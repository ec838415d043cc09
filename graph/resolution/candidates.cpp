#include "graph/resolution/candidates.hpp"

#include <algorithm>
#include <compare>

#include "graph/names/sound.hpp"

namespace kith {

namespace {

constexpr std::size_t most_of_word = 48;      // entities that have a word in common
constexpr std::size_t most_of_pair = 64;      // ... two words, or all letters
constexpr std::size_t most_paired_words = 5;  // of a name whose words are taken two by two

struct Key {
    std::size_t hash;
    std::size_t entity;
    std::size_t most_entities;

    auto operator<=>(const Key&) const = default;
};

}  // namespace

void each_blocking_key(const EntityProfile& profile, const std::function<void(const BlockingKey&)>& visit) {
    const std::string sort(1, static_cast<char>('0' + kind_class(profile.kind)));
    for (const NameWords& name : profile.names) {
        std::vector<std::string> words;
        std::string initials;
        for (const NameWord& word : name.words) {
            if (!is_full(word)) continue;
            words.push_back(sound_of(word.text));
            initials += word.text[0];
        }
        if (!name.characters.empty()) visit({sort + '=' + name.characters, most_of_pair});
        if (!name.letters.empty()) visit({sort + '=' + name.letters, most_of_pair});
        if (initials.size() > 1 && !profile.is_person()) visit({sort + '=' + initials, most_of_pair});
        for (std::size_t i = 0; i < words.size(); ++i) {
            visit({sort + words[i], most_of_word});
            for (std::size_t j = i + 1; j < std::min(words.size(), most_paired_words); ++j)
                visit({sort + std::min(words[i], words[j]) + '+' + std::max(words[i], words[j]), most_of_pair});
        }
    }
    if (const std::string_view name = name_of_any_kind(profile); !name.empty())
        visit({'=' + std::string(name), most_of_pair});
    for (const Identifier& identifier : profile.identifiers) visit({to_string(identifier), most_of_pair});
}

std::vector<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<EntityProfile>& profiles,
                                                                 StopCheck* stop) {
    std::vector<Key> keys;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        each_blocking_key(profiles[i], [&](const BlockingKey& key) {
            keys.push_back({std::hash<std::string>{}(key.text), i, key.most_entities});
        });
    }
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
        while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
        if (end - begin > keys[begin].most_entities) continue;
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
