// What a claim tells beside its two ends, as named texts: the attributes of edges and the columns of tables. The names are
// those by which `kith ingest` knows columns (ingest/records/data/column_names.tsv), so that what was written can be read.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "query/export/graph_writer.hpp"

namespace kith {

struct ClaimAttribute {
    std::string_view name;
    bool is_number = false;
    // Empty: the claim does not tell it. `evidence` is one of the claim's, or null.
    std::string (*value)(const ExportedClaim& claim, const EvidenceWithDocument* evidence);
};

std::span<const ClaimAttribute> claim_attributes();

// The first that says so; null: none does any more.
const EvidenceWithDocument* first_evidence(const ExportedClaim& claim);

// By joining with ";", those without one.
std::string joined_aliases(const ExportedEntity& entity);

// A kind that may stand at this end of the relation: the entity's own, unless another source has changed it since to
// one that may not.
EntityKind kind_at(const Relation& relation, bool is_subject, const Entity& entity);

// The same text for what is the same thing, also in an export of another day: 32 digits and letters.
std::string stable_id(const ExportedEntity& entity);
std::string stable_id(const ExportedClaim& claim);

// The same for claims that are one (graph/claim_identity), in whatever store. `id_of` gives the stable id of an entity.
std::string identity_id(const Claim& claim, const Relation& relation,
                        const std::function<std::string(EntityId)>& id_of);

}  // namespace kith
