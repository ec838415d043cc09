#include "ingest/evaluation/compared_claim.hpp"

#include <utility>

#include "graph/relation.hpp"

namespace kith::evaluation {

ComparedRelation::ComparedRelation(std::string relation, const Ontology& ontology)
    : name(std::move(relation)), group(name) {
    if (const Relation* known = ontology.find(name)) {
        group = known->group;
        symmetric = known->symmetric;
    }
}

}  // namespace kith::evaluation
