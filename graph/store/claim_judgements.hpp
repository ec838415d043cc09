// People's judgements of claims, laid over what was said.
//
//     ClaimJudgements judgements(database, claims, sources);
//     judgements.lift();                  // when a run that writes begins: claims are as they were said
//     ...                                 // documents come and go, entities are parted, editions replace one another
//     judgements.lay();                   // before commit: what was judged stands as judged again
//
// While the layer lies, a rejected claim's row has the status `rejected`, a corrected one says what was judged right, and the
// surest evidence of both a confirmed and a corrected one has vouched_confidence. So everything that reads claims (both
// covering indexes, rows, SQL) heeds judgements without knowing of them, and everything that writes never meets a judged
// row: which claims are one, whose evidence a sentence is, and what an edition replaces is decided by what was said.
// A judgement finds its claim by identity (graph/claim_identity), so it waits while no document says it.
// Rejected: a mark that readers would have to look up for each of ten million rows; corrections as further claims, which
// would need copies of the evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "graph/claim_judgement.hpp"
#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/evidence_sources.hpp"

namespace kith {

class ClaimJudgements {
public:
    // All must outlive it.
    ClaimJudgements(Database& database, ClaimWriter& claims, EvidenceSources& sources);

    // All inside the caller's transaction.
    void lift();
    void lay();

    // While the layer is lifted: records a judgement on a claim, instead of the judge's earlier one, and gives its number.
    std::int64_t add(ClaimId claim, ClaimVerdict verdict, const Correction& right, std::string_view judge,
                     std::string_view decided);
    // The same for a claim that may not be there, by what was said. What this judge has judged so already stays, and so
    // does any judgement of his on it up to number `known`.
    void add(const ResolvedClaim& said, const ClaimDetails& details, ClaimVerdict verdict, const Correction& right,
             std::string_view judge, std::string_view decided, std::int64_t known);
    // The number of this judge's judgement on a claim, if there is one.
    std::optional<std::int64_t> of(ClaimId claim, std::string_view judge) const;
    // False: there is none of that number.
    bool remove(std::int64_t judgement);

private:
    void find_claims();
    void vouch_for(ClaimId claim);
    void touch_sources();

    Database& database_;
    ClaimWriter& claims_;
    EvidenceSources& sources_;
};

// All, by number. None in a store of before schema 7.
std::vector<ClaimJudgement> claim_judgements(const Database& database);

// Subject and object, as they were born, of each claim that stands as rejected.
std::vector<std::pair<EntityId, EntityId>> parties_of_rejected_claims(const Database& database);

}  // namespace kith
