#include "query/export/drawing_style.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kith {

// Families of kinds share a hue: people blue, states and what belongs to them gold, armed red, companies and the
// press green, places and things grey and violet.
KindStyle style_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::person:
            return {"ellipse", "#DCEBFA", "#2F6DA8"};
        case EntityKind::population_group:
            return {"ellipse", "#E8F1FA", "#6E93B8"};
        case EntityKind::state:
            return {"box", "#FCEBC1", "#A87400"};
        case EntityKind::government_body:
            return {"box", "#FDF4DE", "#B98F2E"};
        case EntityKind::party:
            return {"box", "#F7E6F2", "#9B4F86"};
        case EntityKind::international_body:
            return {"box", "#DDF1EF", "#22807A"};
        case EntityKind::military_unit:
            return {"octagon", "#F8E0D4", "#AD5A2B"};
        case EntityKind::armed_group:
            return {"octagon", "#F9D9D9", "#AE3535"};
        case EntityKind::company:
            return {"box", "#E0F0DA", "#4B8A35"};
        case EntityKind::media:
            return {"box", "#EAF4E6", "#7DA76C"};
        case EntityKind::ngo:
            return {"box", "#DFF3E8", "#2F8F5F"};
        case EntityKind::place:
            return {"box", "#EDEDED", "#7A7A7A"};
        case EntityKind::weapon:
        case EntityKind::vehicle:
        case EntityKind::product:
            return {"note", "#ECE6F5", "#6F55A3"};
        case EntityKind::event:
        case EntityKind::agreement:
            return {"note", "#F3EEDF", "#8A7B4F"};
        case EntityKind::organisation:
            break;
    }
    return {"box", "#F4F4F4", "#666666"};
}

StatusStyle style_of(Status status) {
    switch (status) {
        case Status::actual:
            return {"solid", "normal", "━━▶"};
        case Status::planned:
            return {"dashed", "normal", "╍╍▶"};
        case Status::possible:
            return {"dotted", "normal", "┅┅▶"};
        case Status::demanded:
            return {"dashed", "vee", "╍╍❯"};
        case Status::denied:
            return {"dotted", "tee", "┅┅┫"};
        case Status::former:
            return {"solid", "empty", "━━▷"};
        case Status::rejected:
            return {"dotted", "none", "┅┅┅"};
    }
    return {"solid", "normal", "━━▶"};
}

std::string_view colour_of_group(std::string_view group) {
    using Pair = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Pair, 9> colours = {
        Pair{"support", "#0f7b4f"}, {"cooperation", "#2563c9"}, {"ownership", "#7c3aed"},
        {"structure", "#475569"},   {"kinship", "#be185d"},     {"conflict", "#c42b1c"},
        {"coercion", "#b45309"},    {"speech", "#0e7490"},      {"location", "#78716c"}};
    const auto found = std::ranges::find(colours, group, &Pair::first);
    return found == colours.end() ? "#57606a" : found->second;
}

}  // namespace kith
