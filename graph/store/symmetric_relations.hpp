// Which relations are symmetric, for whoever reads claims and must turn some (graph/store/claim_ties).
#pragma once

#include <vector>

#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace kith {

// Not, where the ontology has none of this number.
inline bool is_symmetric(const Ontology& ontology, RelationId id) {
    const std::vector<Relation>& all = ontology.all();
    if (id >= 1 && id <= all.size() && all[id - 1U].id == id) return all[id - 1U].symmetric;  // as a rule
    for (const Relation& relation : all) {
        if (relation.id == id) return relation.symmetric;
    }
    return false;
}

// Whether a directed question may follow the claim from this entity to its other end.
inline bool leads_from(EntityId entity, const Claim& claim, const Ontology& ontology) {
    return claim.subject == entity || is_symmetric(ontology, claim.relation);
}

inline std::vector<RelationId> symmetric_relations(const Ontology& ontology) {
    std::vector<RelationId> ids;
    for (const Relation& relation : ontology.all()) {
        if (relation.symmetric) ids.push_back(relation.id);
    }
    return ids;
}

}  // namespace kith
