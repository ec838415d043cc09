// The entities that a store makes of references, without a store: for engines of many machines, where no one store sees
// them all.
//
//     name_entities({iran, wagner, iran_again}).of        // {0, 1, 0}
//
// The rules are the store's own (graph/store/entity_resolution): references come in the order in which sources name them,
// and the first of an entity makes it. References that share no key never meet, so those which hang together by their keys
// can be named apart from all others, and are then what they are among all.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/entity.hpp"

namespace kith {

// By which a reference finds entities, and is found: its names, with the class of its kind.
std::vector<std::string> reference_keys(const EntityReference& reference);

struct NamedEntity {
    struct Name {
        std::string key{}, name{}, origin{};  // as in the table alias
    };
    std::size_t made_by = 0;  // which reference
    std::string name{};
    EntityKind kind = EntityKind::organisation;
    std::vector<Name> names{};
    std::vector<Identifier> identifiers{};
};

struct NamedEntities {
    std::vector<NamedEntity> entities{};
    std::vector<std::size_t> of{};  // by reference: which of the entities
};

// Throws RejectedRecord for a name without letters or digits.
NamedEntities name_entities(const std::vector<EntityReference>& references);

}  // namespace kith
