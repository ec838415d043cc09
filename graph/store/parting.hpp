// Two people of one name, told apart by the documents that name them.
//
//     Parting parting(database, claims, sources);
//     const EntityId banker = parting.make(petrov, "Ivan Petrov (banker)");
//     parting.begin(judgement, {3, 8});   // that they are two: who is named so in documents 3 and 8 is the banker
//     parting.undo(judgement);            // as it was before
//
// Mentions and evidence of these documents go over to a new entity, with claims of its own where others say the same of
// the first. What goes over follows from the documents alone, so that it goes back exactly, whatever happened meanwhile.
// A record of such a document that comes again finds its way by stand_ins.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>

#include "graph/entity.hpp"
#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/evidence_sources.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

class Parting {
public:
    // All must outlive it.
    Parting(Database& database, ClaimWriter& claims, EvidenceSources& sources);

    // All inside the caller's transaction.

    // Makes an entity of that name, of the kind of `whole`, which nothing names yet. Throws Error for a name without
    // letters or digits.
    EntityId make(EntityId whole, std::string_view name);
    // Lets the part go by the old names too; but a text to come that names one means the whole.
    void take_names(EntityId whole, EntityId part);
    // Gives what these documents say of the judgement's entity to its other.
    void begin(std::int64_t judgement, std::span<const DocumentId> documents);

    // Whether there may be somebody parted in the database, as it was when this was made or looked last.
    bool any() const { return any_; }
    void look();

    // Gives all back to the first. What is parted off the second by later judgements is parted off the first from then
    // on.
    void undo(std::int64_t judgement);

private:
    struct Move {
        EntityId from, to;
        DocumentId document;
    };
    void make(const Move& move, UnsupportedRows& unsupported);
    void make(const Move& move, ClaimId claim, UnsupportedRows& unsupported);

    Database& database_;
    ClaimWriter& claims_;
    EvidenceSources& sources_;
    bool any_ = false;
};

// The documents that name an entity, as it was born, or whose records tell of it.
std::set<DocumentId> documents_naming(const Database& database, EntityId entity);

// Of a document: who is named there, and who stands for him.
std::unordered_map<EntityId, EntityId> stand_ins(const Database& database, DocumentId document);

}  // namespace kith
