// JSON as a tree whose parts know where they stand in their file, for what people write by hand: mappings.
//
//     const JsonTree root = parse_json_tree(text, "owners.json");
//     throw Error(root.members[0].second.position, "...");
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/error.hpp"

namespace kith::records {

struct JsonTree {
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    std::string text{};  // of a string, as it is meant; of a number or boolean, as it is written
    std::vector<std::pair<std::string, JsonTree>> members{};
    std::vector<JsonTree> elements{};
    InputPosition position{};

    const JsonTree* find(std::string_view name) const;  // null: there is no such member
};

// Throws Error with file, line and column for what is not JSON, is nested deeper than 32 levels, or has a name twice.
JsonTree parse_json_tree(std::string_view text, const std::string& file);

}  // namespace kith::records
