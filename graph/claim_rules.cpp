#include "graph/claim_rules.hpp"

#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "graph/relation.hpp"

namespace kith {

void require_acceptable(const ClaimRecord& claim) {
    const Relation* relation = Ontology::builtin().find(claim.relation);
    if (relation == nullptr) throw RejectedRecord(claim.relation + ": no such relation");
    if (name_key(claim.subject.name) == name_key(claim.object.name)) {
        throw RejectedRecord("the claim ties " + claim.subject.name + " to itself");
    }
    if (relation->allows_subject(claim.subject.kind) && relation->allows_object(claim.object.kind)) return;
    throw RejectedRecord(claim.relation + " does not tie " + in_words(claim.subject.kind) + " to " +
                         in_words(claim.object.kind));
}

}  // namespace kith
