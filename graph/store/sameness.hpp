// Which entities are one, by the judgements that stand. Nothing is rewritten by a merge: withdraw the judgement, and
// the entities are two again.
//
//     Sameness sameness(database);
//     sameness.canonical(17)  // 4, if somebody judged 17 the same as 4
#pragma once

#include <unordered_map>
#include <vector>

#include "graph/entity.hpp"
#include "graph/store/database.hpp"

namespace kith {

class Sameness {
public:
    Sameness() = default;
    // Reads all judgements. Of several on one pair the latest counts; the first-named entity of a judgement gives the
    // merged one its name.
    explicit Sameness(const Database& database);

    EntityId canonical(EntityId id) const;
    // The canonical entity first, then the others by id. At least {id}.
    std::vector<EntityId> members(EntityId id) const;
    // Merged entities and what they stand under; without those that stand for themselves.
    const std::unordered_map<EntityId, EntityId>& merged() const { return canonical_; }

private:
    std::unordered_map<EntityId, EntityId> canonical_;
    std::unordered_map<EntityId, std::vector<EntityId>> members_;
};

}  // namespace kith
