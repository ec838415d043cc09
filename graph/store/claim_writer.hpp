// Writes claims and their evidence; what is said again becomes further evidence of the claim that is there
// (graph/claim_identity says when two claims are one). A claim's confidence is that of its surest evidence.
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/claim.hpp"
#include "graph/claim_identity.hpp"
#include "graph/store/database.hpp"
#include "graph/store/row_inserter.hpp"

namespace kith {

class ClaimWriter {
public:
    explicit ClaimWriter(Database& database);

    // Second: whether it was appended.
    std::pair<ClaimId, bool> find_or_append(const ResolvedClaim& claim, const ClaimRecord& record);

    // False: another claim has that number.
    bool renumber(ClaimId claim, ClaimId number);

    // The claim of these entities that says the same (graph/claim_identity).
    struct Found {
        ClaimId id = 0;
        std::int64_t confidence = 0;  // thousandths
        std::optional<std::int64_t> day{};
    };
    std::optional<Found> find(const ResolvedClaim& claim, const ClaimDetails& details);

    // False: the place was known as evidence of this claim; the higher confidence then counts.
    bool add_evidence(ClaimId claim, const EvidencePlace& place, const ClaimRecord& record);

    // Claims of one document with the same number exclude one another.
    void add_alternative(int number, ClaimId claim);
    void forget_alternatives() { first_alternatives_.clear(); }  // at the start of a document

    // Makes two claims, and all that either excludes, exclude one another.
    void make_alternatives(ClaimId one, ClaimId other);
    // A claim whose alternatives are all gone excludes nothing.
    void forget_lone_alternatives();

private:
    ClaimId append(const ResolvedClaim& claim, const ClaimRecord& record);
    std::optional<std::int64_t> alternative_group(ClaimId claim);
    std::int64_t new_alternative_group();

    Database& database_;
    Statement find_, repeat_, insert_, insert_evidence_, raise_evidence_, alternative_group_, set_alternative_,
        join_alternatives_, count_alternatives_;
    std::unordered_map<int, ClaimId> first_alternatives_;
};

}  // namespace kith
