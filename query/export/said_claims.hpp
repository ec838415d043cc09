// What the documents of a store said before people judged it: claims of entities as they were born, and the judgements that
// make of them what stands. `kith export --format jsonl` tells both, so that judgements survive in another store.
//
//     const SaidClaims said(store);
//     said.claim(store.claim(17), 3)   // of document 3: "Hezbollah", which somebody judged the same as "Hizballah"
//
// Whom kith joined by itself stays joined: it judges anew with each ingestion, by what the store then knows.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "graph/claim_judgement.hpp"
#include "graph/store/store.hpp"
#include "query/export/graph_stream.hpp"

namespace kith {

class SaidClaims {
public:
    // The store must outlive it.
    explicit SaidClaims(const Store& store);
    SaidClaims(const SaidClaims&) = delete;
    SaidClaims& operator=(const SaidClaims&) = delete;

    // All whom claims and judgements name.
    const NumberSet& entities() const { return entities_; }
    // What is given stands until another is asked for.
    const ExportedEntity& entity(EntityId id) const;
    // Whether it stands otherwise than as it was born.
    bool is_merged(EntityId id) const;
    // Whether people judged nothing, so that all stands as it was said, but for what is past.
    bool is_plain() const { return is_plain_; }
    // ... and no list came again.
    bool are_all_standing() const;
    // Words by which texts call it.
    std::vector<std::string> mentions(EntityId id) const;

    // A claim as this document said it.
    Claim claim(const Claim& standing, DocumentId document) const;
    // What the evidence counted for before people vouched for it.
    double confidence(const Evidence& evidence) const;

    // What the document says of records of which a later edition speaks.
    struct Past {
        Claim claim{};
        Evidence evidence{};
    };
    std::vector<Past> past(DocumentId document) const;
    // Its records that make no claims.
    std::vector<std::string> bare_records(DocumentId document) const;

    // People's, in order of time.
    struct Sameness {
        EntityId entity = 0, other = 0;
        std::string verdict{}, judge{}, decided{};
        double score = 1.0;
        std::vector<DocumentId> documents{};
    };
    std::vector<Sameness> sameness() const;
    std::vector<ClaimJudgement> claim_judgements() const;

private:
    EntityId head(EntityId born) const;
    EntityId named_in(DocumentId document, EntityId born) const;  // before somebody was parted there
    ExportedEntity read(EntityId id) const;
    void join_automatic();
    void read_partings();
    void find_entities();
    void name_in(DocumentId document, Claim& claim) const;
    std::vector<EntityId> members(EntityId head) const;

    const Store& store_;
    std::unordered_map<EntityId, EntityId> heads_;                         // of those whom kith joined
    std::unordered_map<EntityId, std::vector<EntityId>> members_;          // of heads, without themselves
    std::map<DocumentId, std::unordered_map<EntityId, EntityId>> wholes_;  // of those who were parted in a document
    std::vector<ClaimJudgement> judgements_;
    std::unordered_map<ClaimId, const ClaimJudgement*> judged_;
    std::map<std::tuple<ClaimId, DocumentId, std::size_t, std::string>, double> confidences_;
    NumberSet entities_;
    mutable std::vector<ExportedEntity> recent_;
    bool has_lists_ = false;
    bool is_plain_ = false;  // people judged nothing: all is said as it stands
};

}  // namespace kith
