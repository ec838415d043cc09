#include "ingest/text/ties/claims.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "graph/claim_identity.hpp"

namespace kith::text {
namespace {

EntityReference reference(const Document& document, ActorIndex actor, Range tokens) {
    return reference(document.actors[actor], document.text(tokens));
}

ClaimRecord record(const Document& document, const Tie& tie) {
    ClaimRecord claim;
    claim.subject = reference(document, tie.subject, tie.subject_tokens);
    claim.relation = tie.relation;
    claim.object = reference(document, tie.object, tie.object_tokens);
    claim.status = tie.status;
    if (tie.speaker != none) {
        claim.speaker = reference(document, tie.speaker, {});
    } else {
        claim.unnamed_speaker = tie.unnamed_speaker;
    }
    claim.item = tie.item;
    claim.role = tie.role;
    claim.time = tie.time;
    claim.alternative = tie.alternative;
    claim.confidence = tie.confidence;
    claim.sentence = document.sentences[tie.sentence].span;
    claim.cue = document.span(tie.cue);
    return claim;
}

}  // namespace

void Claims::apply(Document& document) const {
    std::map<std::string, std::size_t> best;  // by identity, into ties
    for (std::size_t t = 0; t < document.ties.size(); ++t) {
        const Tie& tie = document.ties[t];
        const Relation* relation = document.ontology->find(tie.relation);
        const std::string key = identity_key(record(document, tie), relation != nullptr && relation->symmetric);
        const auto [found, added] = best.try_emplace(key, t);
        if (!added && document.ties[found->second].confidence < tie.confidence) found->second = t;
    }
    std::vector<std::size_t> chosen;
    for (const auto& [key, tie] : best) chosen.push_back(tie);
    std::sort(chosen.begin(), chosen.end());
    for (const std::size_t t : chosen) document.claims.push_back(record(document, document.ties[t]));
}

}  // namespace kith::text
