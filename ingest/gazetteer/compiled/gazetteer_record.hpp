// An entry of a gazetteer before it is compiled: what a row of its tables says.
#pragma once

#include <string>
#include <vector>

#include "graph/entity.hpp"
#include "graph/identifier.hpp"

namespace [[gnu::visibility("default")]] kith {

struct GazetteerRecord {
    std::string name{};
    EntityKind kind = EntityKind::organisation;
    std::string state{};                    // home; of a capital the state it may stand for
    std::vector<std::string> aliases{};     // further names
    std::vector<std::string> adjectives{};  // "Iranian", "Iranians"
    std::vector<Identifier> identifiers{};
    bool capital = false;
};

}  // namespace kith
