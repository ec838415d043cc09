#include "ingest/evaluation/found_claims.hpp"

#include <utility>

#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "ingest/evaluation/claim_fields.hpp"
#include "ingest/evaluation/json_field.hpp"

namespace kith::evaluation {
namespace {

bool is_acceptable(const ClaimRecord& claim, const Ontology& ontology) {
    try {
        require_acceptable(claim, ontology);
        return true;
    } catch (const RejectedRecord&) {
        return false;
    }
}

ComparedClaim compared(const ClaimRecord& record, const text::Document& document) {
    ComparedClaim claim;
    claim.subject.emplace_back(record.subject.name);
    claim.relations.emplace_back(record.relation, *document.ontology);
    claim.object.emplace_back(record.object.name);
    claim.statuses = {record.status};
    if (record.speaker) claim.speakers.emplace_back(record.speaker->name);
    claim.confidence = record.confidence;
    claim.evidence = document.text(record.sentence);
    return claim;
}

ComparedClaim claim_in(const JsonField& line, const Ontology& ontology) {
    ComparedClaim claim;
    claim.subject.emplace_back(line.at("subject").at("name").text());
    claim.relations.emplace_back(line.at("relation").text(), ontology);
    claim.object.emplace_back(line.at("object").at("name").text());
    if (const auto status = line.find("status")) claim.statuses = {statuses_in(*status)};
    if (const auto speaker = line.find("speaker")) claim.speakers.emplace_back(speaker->at("name").text());
    if (const auto confidence = line.find("confidence")) claim.confidence = confidence->share();
    if (const auto evidence = line.find("evidence")) {
        if (const auto text = evidence->find("text")) claim.evidence = text->text();
    }
    return claim;
}

}  // namespace

std::vector<ComparedClaim> claims_of(const text::Document& document) {
    std::vector<ComparedClaim> claims;
    for (const ClaimRecord& record : document.claims) {
        if (is_acceptable(record, *document.ontology)) claims.push_back(compared(record, document));
    }
    return claims;
}

std::vector<FoundClaim> read_found_claims(const std::string& path, const Ontology& ontology) {
    std::vector<FoundClaim> claims;
    for_each_object(path, [&](const JsonField& line) {
        claims.push_back({line.at("document").text(), claim_in(line, ontology)});
    });
    return claims;
}

}  // namespace kith::evaluation
