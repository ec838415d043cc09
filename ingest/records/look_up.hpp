// Tables beside a table, which know by their numbers whom it means: the nodes of a graph's edges, the names of a list's
// further names.
//
//     edges.csv: Source;Target          nodes.csv: Id;Label
//                17;4                              17;Ada Byron
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/entity.hpp"

namespace kith::records {

struct LookedUp : EntityReference {
    bool is_kind_told = true;  // false: it is what its ties take it for
};

class LookUpTable {
public:
    // Throws Error where all of them take more than 256 MiB.
    void add(std::string_view key, EntityReference entity, bool is_kind_told = true);

    // By its key, or where that is empty, by its name. Null: unknown, or a key or name of two.
    const LookedUp* find(std::string_view key, std::string_view name) const;

private:
    std::unordered_map<std::string, std::shared_ptr<const LookedUp>> by_key_;   // null: a key of two
    std::unordered_map<std::string, std::shared_ptr<const LookedUp>> by_name_;  // null: a name of two
    std::size_t bytes_ = 0;
};

// Reads a table that lies beside the one at hand, by its own mapping; null: there is none of that name.
using LoadLookUp = std::function<std::shared_ptr<const LookUpTable>(const std::string& file)>;

}  // namespace kith::records
