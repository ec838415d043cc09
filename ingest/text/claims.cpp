#include "ingest/text/claims.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/name_key.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

EntityReference reference(const Document& document, std::size_t actor, Range tokens) {
    const Actor& known = document.actors[actor];
    return {known.name, known.kind, std::string(document.text(tokens)), known.aliases};
}

// A name says more than words do.
std::string unnamed_speaker(const Tie& tie) {
    return tie.speaker == none ? tie.unnamed_speaker : std::string();
}

ClaimRecord record(const Document& document, const Tie& tie) {
    ClaimRecord claim;
    claim.subject = reference(document, tie.subject, tie.subject_tokens);
    claim.relation = tie.relation;
    claim.object = reference(document, tie.object, tie.object_tokens);
    claim.status = tie.status;
    if (tie.speaker != none) claim.speaker = reference(document, tie.speaker, {});
    claim.unnamed_speaker = unnamed_speaker(tie);
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
    using Key = std::tuple<TieKey, Status, std::size_t, std::string>;
    std::map<Key, std::size_t> best;  // into ties
    for (std::size_t t = 0; t < document.ties.size(); ++t) {
        const Tie& tie = document.ties[t];
        const auto [found, added] = best.try_emplace(
            {key_of(document, tie), tie.status, tie.speaker, unnamed_speaker_key(unnamed_speaker(tie))}, t);
        if (!added && document.ties[found->second].confidence < tie.confidence) found->second = t;
    }
    std::vector<std::size_t> chosen;
    for (const auto& [key, tie] : best) chosen.push_back(tie);
    std::sort(chosen.begin(), chosen.end());
    for (const std::size_t t : chosen) document.claims.push_back(record(document, document.ties[t]));
}

}  // namespace kith::text
