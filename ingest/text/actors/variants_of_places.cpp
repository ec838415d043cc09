#include "ingest/text/actors/variants_of_places.hpp"

#include <algorithm>
#include <string>

#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_compared = 64;  // of an article's buildings of one sort, with one: articles may be hostile

}  // namespace

VariantsOfPlaces::VariantsOfPlaces(const Document& document, const std::vector<Surface>& surfaces,
                                   const SurfacesByText& things)
    : document_(document), surfaces_(surfaces), things_(things) {
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        if (surfaces[i].words.empty() || surfaces[i].person) continue;
        note_building(i);
        note_first_part(i);
    }
}

// "Bucknell", read as a place, of Bucknell University.
std::size_t VariantsOfPlaces::school_of(const Surface& surface) const {
    if (surface.person || usual_kind(surface) != EntityKind::place) return none;
    if (std::ranges::any_of(surface.mentions,
                            [&](MentionIndex mention) { return stands_as_place(document_, mention); }))
        return none;
    for (const std::string_view school : {" University", " College"}) {
        if (const auto found = things_.find(surface.text + std::string(school)); found != things_.end())
            return found->second;
    }
    return none;
}

// "Across from St. George", of a text that names St. George Church.
std::size_t VariantsOfPlaces::building_of_saint(const Surface& surface) const {
    if (!surface.text.starts_with("St. ") && !surface.text.starts_with("Saint ")) return none;
    for (const std::string_view sort : {" Church", " Cathedral", " Hospital"}) {
        if (const auto found = things_.find(surface.text + std::string(sort)); found != things_.end())
            return found->second;
    }
    return none;
}

// "A Radisson hotel", of a text that has "the Radisson Blu hotel" and no other Radisson with a hotel behind it.
std::size_t VariantsOfPlaces::with_building(const Surface& surface) const {
    const std::string_view building = building_behind(surface);
    const auto alike = building.empty() ? by_building_.end() : by_building_.find(building);
    if (alike == by_building_.end()) return none;
    std::size_t found = none;
    for (const std::size_t i : alike->second) {
        const Surface& other = surfaces_[i];
        if (!other.text.starts_with(surface.text + ' ') ||
            kind_class(usual_kind(other)) != kind_class(usual_kind(surface)))
            continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

void VariantsOfPlaces::note_building(std::size_t index) {
    const std::string_view building = building_behind(surfaces_[index]);
    if (building.empty()) return;
    std::vector<std::size_t>& alike = by_building_[building];
    if (alike.size() < most_compared) alike.push_back(index);
}

// What it is, in small letters behind each mention of a name that nobody knows: "hotel". Empty: it is not told.
std::string_view VariantsOfPlaces::building_behind(const Surface& surface) const {
    if (surface.person || surface.entry || surface.demonym) return "";
    std::string_view told;
    for (const MentionIndex mention : surface.mentions) {
        const std::size_t end = document_.mentions[mention].tokens.end;
        if (end >= document_.tokens.size()) return "";
        const Token& behind = document_.tokens[end];
        if (behind.capital || !GenericWords::builtin().building.contains(behind.lower)) return "";
        told = behind.lower;
    }
    return told;
}

// "Faya", a place that nobody knows, of a text that has named Faya-Largeau, and nothing else that begins so; but "the port".
std::size_t VariantsOfPlaces::whole_of_first_part(const Surface& surface) const {
    const auto found = surface.person ? by_first_part_.end() : by_first_part_.find(surface.text);
    if (found == by_first_part_.end() || found->second == none || usual_kind(surface) != EntityKind::place) return none;
    const bool has_article = std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
        const std::size_t begin = document_.mentions[mention].tokens.begin;
        return begin > 0 && document_.tokens[begin - 1].lower == "the";
    });
    const bool is_named_before = surfaces_[found->second].mentions.front() < surface.mentions.front();
    return has_article || !is_named_before ? none : found->second;
}

void VariantsOfPlaces::note_first_part(std::size_t index) {
    const std::string_view text = surfaces_[index].text;
    const std::size_t hyphen = text.find('-');
    if (hyphen == text.npos || surfaces_[index].person || usual_kind(surfaces_[index]) != EntityKind::place) return;
    note_only(by_first_part_, text.substr(0, hyphen), index);
}

// "London King's Cross" of "King's Cross", behind a known place in which it lies.
std::size_t VariantsOfPlaces::without_town(const Surface& surface) const {
    constexpr std::size_t shortest = 5;  // letters of what lies there
    if (surface.person || surface.words.size() < 2 || usual_kind(surface) != EntityKind::place) return none;
    const std::string_view text = surface.text;
    for (std::size_t blank = text.find(' '); blank != text.npos; blank = text.find(' ', blank + 1)) {
        const auto found = things_.find(text.substr(blank + 1));
        if (text.size() - blank <= shortest || found == things_.end() ||
            usual_kind(surfaces_[found->second]) != EntityKind::place)
            continue;
        const auto town = document_.gazetteer->match_exactly(text.substr(0, blank));
        if (town && town->entry.kind == EntityKind::place) return found->second;
    }
    return none;
}

}  // namespace kith::text
