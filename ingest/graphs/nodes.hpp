// Nodes as entities, known by their ids to the edges.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/entity.hpp"
#include "ingest/graphs/element.hpp"
#include "ingest/records/look_up.hpp"

namespace kith::graphs {

// What a node tells. Its name is its label, name or title, else its id; its kind stands in kind, type or category,
// where that is a word for one; aliases and identifiers (lei, wikidata ...) in attributes called so.
struct NodeEntity {
    EntityReference entity{};
    bool is_kind_told = false;
    std::vector<std::string> notes{};  // of identifiers that are none
};
NodeEntity entity_of(const Element& node);

}  // namespace kith::graphs
