// Who stands behind a piece of evidence, so that one voice counts once: keeping the column evidence.source.
//
// What documents say in their own voice, or let somebody unnamed say, has their lineage as its source: copies of one
// report are one. What a named speaker says is his, however many papers print it: John Kirby's briefing in two papers
// is one source. Of one tie and speaker, lineages belong to one occasion when they were first published on the day of
// the first of them or in the two days after it (a briefing of Tuesday stands in the papers up to Thursday); an
// occasion goes by the number of its first lineage. What he says a week later is another occasion. A lineage without a
// date is an occasion of its own.
//
//     EvidenceSources sources(database);
//     sources.touch(claim);    // a claim with a named speaker has won or lost evidence
//     sources.settle();        // before commit
#pragma once

#include <unordered_set>
#include <vector>

#include "graph/claim.hpp"
#include "graph/store/database.hpp"
#include "graph/store/merged_entities.hpp"

namespace kith {

class EvidenceSources {
public:
    explicit EvidenceSources(Database& database);

    // Settles by itself when many claims are touched, so that memory is bounded.
    void touch(ClaimId claim);
    // All claims in which one of these entities has a part, as judgements on them change which ties are one.
    void touch_entities(const std::vector<EntityId>& entities);
    // Adds the claims whose sources hang together with this one's: all that its speaker says of the tie, itself
    // included. None without a named speaker.
    void append_told_with(ClaimId claim, std::vector<ClaimId>& told);
    void settle();
    // All claims with a named speaker: after a bulk load, and for files of older versions.
    void settle_all();

private:
    struct Reported;

    std::vector<Reported> told_with(ClaimId claim);
    void settle(std::vector<Reported>& reports);

    Database& database_;
    MergedEntities merged_;
    Statement tie_, reports_, update_;
    std::unordered_set<ClaimId> touched_;
};

}  // namespace kith
