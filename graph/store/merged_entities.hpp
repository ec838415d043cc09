// Which entities are one, by the judgements that stand: reading and keeping the table merged_entity.
//
//     MergedEntities merged(database);
//     merged.canonical(17)      // 4, if somebody judged 17 the same as 4
//     merged.members(17)        // {4, 17}
//
// Judgements are edges between entities as they were born, and what they hold together is one entity: with A = B and
// B = C judged, withdrawing A = B leaves C with B, as nobody judged C the same as A. Of several judgements on one pair
// the last counts, whoever made it. The canonical entity is the one that stands first: in order of time, the
// first-named side of each judgement keeps its name. Nothing is rewritten by a merge, so withdrawing it restores all.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "graph/entity.hpp"
#include "graph/store/database.hpp"

namespace kith {

class MergedEntities {
public:
    explicit MergedEntities(const Database& database);

    EntityId canonical(EntityId id) const;
    // The canonical entity first, then the others by id. At least {id}.
    std::vector<EntityId> members(EntityId id) const;

private:
    mutable Statement canonical_, members_;
};

// Merged entities and what they stand under; without those that stand for themselves.
std::unordered_map<EntityId, EntityId> all_merged_entities(const Database& database);

// Brings merged_entity up to date with the judgements on these entities, and on all that judgements tie or tied to
// them. Gives all of these. Inside the caller's transaction.
std::vector<EntityId> refresh_merged_entities(Database& database, std::span<const EntityId> judged);

// Fills an empty merged_entity from all judgements.
void fill_merged_entities(Database& database);

// A judgement that holds two entities together.
struct HoldingJudgement {
    std::int64_t id = 0;
    std::string judge{};
};

// The judgements on a shortest chain that makes the two one; empty where none does. What `kith split` withdraws from.
std::vector<HoldingJudgement> judgements_between(const Database& database, EntityId one, EntityId other);

}  // namespace kith
