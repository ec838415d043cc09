#include "graph/claim_rules.hpp"

#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "graph/relation.hpp"

namespace kith {

void require_one_speaker(const ClaimRecord& claim) {
    if (!claim.speaker || claim.unnamed_speaker.empty()) return;
    throw RejectedRecord("the claim has two speakers, " + claim.speaker->name + " and \"" + claim.unnamed_speaker + '"',
                         "Leave unnamed_speaker empty where the speaker has a name.");
}

const Relation& require_acceptable(const ClaimRecord& claim, const Ontology& ontology) {
    require_one_speaker(claim);
    const Relation* relation = ontology.find(claim.relation);
    if (relation == nullptr) throw RejectedRecord(claim.relation + ": no such relation");
    if (name_key(claim.subject.name) == name_key(claim.object.name)) {
        throw RejectedRecord("the claim ties " + claim.subject.name + " to itself");
    }
    if (relation->allows_subject(claim.subject.kind) && relation->allows_object(claim.object.kind)) return *relation;
    throw RejectedRecord(claim.relation + " does not tie " + in_words(claim.subject.kind) + " to " +
                         in_words(claim.object.kind));
}

}  // namespace kith
