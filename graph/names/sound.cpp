#include "graph/names/sound.hpp"

#include <algorithm>
#include <functional>

namespace kith {

std::string sound_of(std::string_view word) {
    std::string kept;
    for (const char c : word) {
        char letter = c;
        if (std::string_view("aeiouyhjw").find(c) != std::string_view::npos) continue;
        if (c == 'q' || c == 'g' || c == 'c' || c == 'x') letter = 'k';
        if (c == 'z') letter = 's';
        if (c == 'd') letter = 't';
        if (c == 'b' || c == 'p') letter = 'p';
        if (c == 'f') letter = 'v';
        if (kept.empty() || kept.back() != letter) kept += letter;
    }
    return kept.empty() ? std::string(word) : kept;
}

NameSounds sounds_of(const NameWords& name) {
    NameSounds sounds;
    for (const NameWord& word : name.words) {
        if (is_full(word)) sounds.words.push_back(std::hash<std::string>{}(sound_of(word.text)));
    }
    std::ranges::sort(sounds.words);
    if (!name.letters.empty()) {
        sounds.letters = std::hash<std::string>{}(name.letters);
        sounds.first = name.letters.front();
    }
    sounds.single = name.words.size() == 1;
    return sounds;
}

bool may_be_alike(const NameSounds& one, const NameSounds& other) {
    if (one.letters == other.letters) return true;
    if (one.single != other.single && one.first == other.first) return true;
    for (auto a = one.words.begin(), b = other.words.begin(); a != one.words.end() && b != other.words.end();) {
        if (*a == *b) return true;
        *a < *b ? ++a : ++b;
    }
    return false;
}

}  // namespace kith
