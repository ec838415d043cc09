#include "ingest/text/ties/threats.hpp"

#include "ingest/text/ties/relation_traits.hpp"
#include "ingest/text/ties/tie_builder.hpp"
#include "ingest/text/ties/time.hpp"

namespace kith::text {
namespace {

bool is_first_person(const Document& document, Range tokens) {
    if (tokens.size() != 1) return false;
    const std::string& word = document.tokens[tokens.begin].lower;
    return word == "we" || word == "i" || word == "our";
}

}  // namespace

void Threats::apply(Document& document) const {
    TieBuilder ties(document);
    const std::size_t told = document.ties.size();
    for (std::size_t t = 0; t < told; ++t) {
        const Tie tie = document.ties[t];
        if (tie.status != Status::planned || tie.speaker == none) continue;
        if (!RelationTraits::builtin().is_hostile(relation_named(document, tie.relation))) continue;
        if (!is_first_person(document, tie.subject_tokens)) continue;
        Tie* threat = ties.add_between(tie.speaker, tie.subject_tokens, "threatens", tie.object, tie.object_tokens,
                                       tie.sentence, "threat", tie.confidence);
        if (threat) threat->cue = tie.cue;
    }
    tell_times(document, told);
}

}  // namespace kith::text
