// Writes claims and their evidence; what is said again becomes further evidence of the claim that is there.
//
// Claims are one where subject, relation, object, status, speaker, place and time are equal, item and role up to
// plurals (term_key: "drones" and "drone" are the same goods), and the words for an unnamed speaker up to their
// determiner. A symmetric relation is one claim whichever side is named first. A repetition never lowers the
// confidence.
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/claim.hpp"
#include "graph/code_points.hpp"
#include "graph/store/database.hpp"

namespace kith {

// A claim with its entities resolved.
struct ResolvedClaim {
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    std::optional<EntityId> speaker{};
    std::optional<EntityId> place{};
    std::optional<Day> published{};  // of the document at hand
};

class ClaimWriter {
public:
    explicit ClaimWriter(Database& database);

    // Without looking for a claim that says the same; see graph/store/bulk_load.
    ClaimId append(const ResolvedClaim& claim, const ClaimRecord& record);
    // Second: whether it was appended.
    std::pair<ClaimId, bool> find_or_append(const ResolvedClaim& claim, const ClaimRecord& record);

    // `points`: of the document's text; null for records, whose spans are bytes of their file. False: it was there.
    bool add_evidence(ClaimId claim, DocumentId document, const ClaimRecord& record, const CodePoints* points);

    // Claims of one document with the same number exclude one another.
    void add_alternative(int number, ClaimId claim);
    void forget_alternatives() { alternatives_.clear(); }  // at the start of a document

private:
    ClaimId find(const ResolvedClaim& claim, const ClaimRecord& record);

    Database& database_;
    Statement find_, raise_, insert_, insert_evidence_, smallest_alternative_, set_alternative_;
    std::unordered_map<int, ClaimId> alternatives_;
};

}  // namespace kith
