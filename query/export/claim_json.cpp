#include "query/export/claim_json.hpp"

namespace kith {
namespace {

Json evidence_json(const EvidenceWithDocument& each) {
    Json json = {{"document", each.document.location}};
    add_text(json, "publisher", each.document.publisher);
    add_text(json, "published", each.document.published);
    json["begin"] = each.evidence.sentence.begin;
    json["end"] = each.evidence.sentence.end;
    if (each.evidence.line > 0) json["line"] = each.evidence.line;
    json["confidence"] = rounded(each.evidence.confidence);
    add_text(json, "text", each.evidence.quote);
    add_record(json, each.evidence.record, each.evidence.url, each.evidence.extractor);
    return json;
}

}  // namespace

Json reference_json(const ExportedEntity& entity) {
    Json json = {{"name", entity.entity.name}, {"kind", to_string(entity.entity.kind)}};
    for (const Identifier& each : entity.identifiers) json["identifiers"].push_back(to_string(each));
    for (const Identifier& each : entity.known_identifiers) json["known_identifiers"].push_back(to_string(each));
    return json;
}

Json details_json(const ExportedClaim& claim) {
    Json json = {{"relation", claim.relation->name}, {"status", to_string(claim.claim.status)}};
    if (claim.speaker) json["speaker"] = reference_json(*claim.speaker);
    add_text(json, "unnamed_speaker", claim.claim.unnamed_speaker);
    add_text(json, "item", claim.claim.item);
    add_text(json, "role", claim.claim.role);
    if (claim.place) json["place"] = reference_json(*claim.place);
    add_text(json, "time", claim.claim.time);
    json["evidence"] = Json::array();
    for (const EvidenceWithDocument& each : claim.evidence) json["evidence"].push_back(evidence_json(each));
    return json;
}

}  // namespace kith
