// What kith's own JSON says of entities, claims and evidence: in the lines of `kith extract` and `kith export --format jsonl`,
// and in the member "kith" of what `kith export --format ftm` writes. query/export/claim_json is its writer.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <vector>

#include "graph/claim.hpp"
#include "ingest/interchange/json_text.hpp"

namespace kith::interchange {

// 0 where there is none.
std::size_t count_of(const nlohmann::json& object, const char* key);

std::vector<Identifier> identifiers_in(const nlohmann::json& object, const char* key);

// Name, kind, mention and identifiers. Throws RejectedRecord for a kind that is none, or a name that is too long.
EntityReference reference_of(const nlohmann::json& entity);

// All but the ends and the evidence. Throws RejectedRecord for a status that is none.
ClaimRecord details_of(const nlohmann::json& claim);

// Adds what a piece of evidence tells: place, line, quote, record, url, extractor, and its confidence.
void add_evidence(const nlohmann::json& evidence, ClaimRecord& claim);

}  // namespace kith::interchange
