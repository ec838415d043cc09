#include "ingest/evaluation/compared_claim.hpp"

#include <utility>

#include "graph/relation.hpp"

namespace kith::evaluation {

ComparedRelation::ComparedRelation(std::string relation) : name(std::move(relation)), group(name) {
    if (const Relation* known = Ontology::builtin().find(name)) {
        group = known->group;
        symmetric = known->symmetric;
    }
}

}  // namespace kith::evaluation
