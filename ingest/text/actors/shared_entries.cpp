#include "ingest/text/actors/shared_entries.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/ascii.hpp"

namespace kith::text {
namespace {

constexpr std::size_t fewest_telling_initials = 3;  // "UN" may begin the words of anything
constexpr std::size_t surely_telling_initials = 4;  // fewer are of something of the same kind
constexpr std::size_t shortest_telling_word = 4;

// In lower case, with a blank in front.
std::vector<std::string> names_to_search(const GazetteerEntry& entry) {
    std::vector<std::string> names = entry.aliases();
    names.emplace_back(entry.name);
    for (std::string& name : names) name = ' ' + ascii::lower_case(name);
    return names;
}

// How many of the words of a name that tell something stand in one of the entry's names, were they cut short: "Corp".
struct WordsInCommon {
    std::size_t most = 0, of = 0;

    bool all() const { return most == of; }
    bool half() const { return 2 * most >= of; }  // "Corp" alone says nothing
};

WordsInCommon words_in_common(const Surface& surface, const GazetteerEntry& entry) {
    std::vector<std::string> telling = surface.words;
    std::erase_if(telling, [](const std::string& word) { return word.size() < shortest_telling_word; });
    WordsInCommon common{0, telling.size()};
    for (const std::string& name : names_to_search(entry)) {
        const auto found =
            std::ranges::count_if(telling, [&](const std::string& word) { return name.find(' ' + word) != name.npos; });
        common.most = std::max(common.most, static_cast<std::size_t>(found));
    }
    return common;
}

// The entry has not this name: whoever else names it does so otherwise.
void take_entry(Surface& surface, const Surface& other) {
    surface.entry = other.entry;
    surface.indirect = true;
}

// What is known of a name is known of the other that the text says is the same.
void share_among_same(std::vector<Surface>& surfaces) {
    for (Surface& surface : surfaces) {
        if (surface.same == none) continue;
        Surface& longer = surfaces[surface.same];
        if (!surface.entry && longer.entry) take_entry(surface, longer);
        if (longer.entry || !surface.entry) continue;
        // "National Democratic Party (NDP)" is not the party that is best known by the letters.
        const bool initials = std::ranges::count(abbreviations_of(longer), without_dots(surface.text)) > 0;
        // nor is a party the state: "Frente Republicano Guatemalteco (FRG)".
        const bool is_other = kind_class(usual_kind(longer)) != kind_class(surface.entry->kind);
        if (!surface.entry->by_user && (is_other || (initials && !words_in_common(longer, *surface.entry).all())))
            surface.entry.reset();
        else
            take_entry(longer, surface);
    }
}

// "CSIS" is whose initials it is in the document, not who is best known by the letters, unless both have words in common.
void prefer_expansions(std::vector<Surface>& surfaces) {
    std::unordered_map<std::string, std::size_t> by_initials;
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (surface.person || surface.words.size() < 2 || !is_body(usual_kind(surface))) continue;
        for (std::string& initials : abbreviations_of(surface)) by_initials.try_emplace(std::move(initials), i);
    }
    for (Surface& surface : surfaces) {
        const std::string letters = without_dots(surface.text);
        if (surface.person || !surface.entry || surface.entry->by_user || letters.size() < fewest_telling_initials)
            continue;
        const auto expansion = by_initials.find(letters);
        if (expansion == by_initials.end()) continue;
        Surface& name = surfaces[expansion->second];
        const bool is_same = name.entry && name.entry->number == surface.entry->number;
        const bool may_be_others = letters.size() < surely_telling_initials && usual_kind(name) != usual_kind(surface);
        if (is_same || may_be_others) continue;
        if (!words_in_common(name, *surface.entry).half())
            surface.entry.reset();
        else if (!name.entry)
            take_entry(name, surface);
    }
}

}  // namespace

void share_entries(std::vector<Surface>& surfaces) {
    share_among_same(surfaces);
    prefer_expansions(surfaces);
}

}  // namespace kith::text
