#include "graph/entity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kith {

namespace {

constexpr std::array<std::string_view, 18> kind_names = {"person",        "state",       "place", "government_body",
                                                         "military_unit", "armed_group", "party", "international_body",
                                                         "company",       "ngo",         "media", "population_group",
                                                         "weapon",        "vehicle",     "event", "agreement",
                                                         "product",       "organisation"};

constexpr auto kinds = [] {
    std::array<EntityKind, kind_names.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<EntityKind>(i);
    return all;
}();

}  // namespace

std::span<const EntityKind> all_entity_kinds() {
    return kinds;
}

std::string_view to_string(EntityKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<EntityKind> parse_entity_kind(std::string_view name) {
    const auto found = std::ranges::find(kind_names, name);
    if (found == kind_names.end()) return std::nullopt;
    return kinds[static_cast<std::size_t>(found - kind_names.begin())];
}

std::string in_words(EntityKind kind) {
    std::string words(to_string(kind));
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string with_article(EntityKind kind) {
    const std::string words = in_words(kind);
    return (std::string_view("aeio").find(words.front()) != std::string_view::npos ? "an " : "a ") + words;
}

std::size_t kind_class(EntityKind kind) {
    switch (kind) {
        case EntityKind::person:
            return 0;
        case EntityKind::state:
        case EntityKind::place:
            return 1;
        case EntityKind::weapon:
        case EntityKind::vehicle:
        case EntityKind::product:
            return 2;
        case EntityKind::event:
        case EntityKind::agreement:
            return 3;
        default:
            return 4;
    }
}

}  // namespace kith
