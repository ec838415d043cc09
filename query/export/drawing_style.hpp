// What a drawing looks like: shape and fill tell the kind of an entity, colour the group of a relation, the stroke a
// status. The colours of groups are those of the page (serve/page/src/looks.ts).
#pragma once

#include <string_view>

#include "graph/claim.hpp"
#include "graph/entity.hpp"

namespace kith {

struct KindStyle {
    std::string_view shape;
    std::string_view fill;
    std::string_view outline;
};
KindStyle style_of(EntityKind kind);

struct StatusStyle {
    std::string_view line;
    std::string_view head;
    std::string_view sample;  // for the legend
};
StatusStyle style_of(Status status);

// "#rrggbb"
std::string_view colour_of_group(std::string_view group);

}  // namespace kith
