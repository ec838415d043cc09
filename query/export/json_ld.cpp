// JSON-LD 1.1. A claim is an rdf:Statement with who says so and how surely; that it be true is not stated, so no triple ties
// its ends directly.
#include "query/export/claim_attributes.hpp"
#include "query/export/json_array.hpp"

namespace kith {
namespace {

constexpr std::string_view context =
    R"({"@vocab":"urn:kith:","rdf":"http://www.w3.org/1999/02/22-rdf-syntax-ns#","schema":"https://schema.org/",)"
    R"("id":"@id","type":"@type","name":"schema:name","aliases":"schema:alternateName","identifiers":"schema:identifier",)"
    R"("subject":{"@id":"rdf:subject","@type":"@id"},"predicate":{"@id":"rdf:predicate","@type":"@id"},)"
    R"("object":{"@id":"rdf:object","@type":"@id"},"speaker":{"@type":"@id"},"place":{"@type":"@id"},)"
    R"("url":{"@id":"schema:url"},"evidence":{"@id":"evidence"}})";

std::string iri(const ExportedEntity& entity) {
    return "urn:kith:entity:" + stable_id(entity);
}

class JsonLdWriter final : public GraphWriter {
public:
    explicit JsonLdWriter(std::ostream& out) : out_(out) {}

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << R"({"@context":)" << context << R"(,"@graph":[)";
    }

    void add(const ExportedEntity& entity) override {
        Json json = {{"id", iri(entity)}, {"type", to_string(entity.entity.kind)}, {"name", entity.entity.name}};
        if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
        entity.each_identifier([&](const Identifier& each) { json["identifiers"].push_back(to_string(each)); });
        lines_.add(json);
    }

    void add(const ExportedClaim& claim) override {
        Json json = {{"id", "urn:kith:claim:" + stable_id(claim)},
                     {"type", {"rdf:Statement", "Claim"}},
                     {"subject", iri(*claim.subject)},
                     {"predicate", "urn:kith:" + claim.relation->name},
                     {"object", iri(*claim.object)},
                     {"status", to_string(claim.claim.status)}};
        if (claim.speaker) json["speaker"] = iri(*claim.speaker);
        if (claim.place) json["place"] = iri(*claim.place);
        add_text(json, "unnamed_speaker", claim.claim.unnamed_speaker);
        add_text(json, "item", claim.claim.item);
        add_text(json, "role", claim.claim.role);
        add_text(json, "date", claim.claim.time);
        json["confidence"] = rounded(claim.claim.confidence);
        for (const EvidenceWithDocument& each : claim.evidence) {
            Json evidence = {{"document", each.document.location}, {"confidence", rounded(each.evidence.confidence)}};
            add_text(evidence, "quote", each.evidence.quote);
            add_text(evidence, "publisher", each.document.publisher);
            add_text(evidence, "published", each.document.published);
            add_text(evidence, "url", each.evidence.url);
            add_text(evidence, "record_id", each.evidence.record);
            json["evidence"].push_back(std::move(evidence));
        }
        lines_.add(json);
    }

    void finish() override { out_ << "\n]}\n"; }

private:
    std::ostream& out_;
    JsonArray lines_{out_};
};

}  // namespace

std::unique_ptr<GraphWriter> make_json_ld_writer(std::ostream& out) {
    return std::make_unique<JsonLdWriter>(out);
}

}  // namespace kith
