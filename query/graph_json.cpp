#include "query/graph_json.hpp"

#include <set>
#include <string_view>

#include "query/export/json.hpp"

namespace kith {
namespace {

// Writes `"name": [` and the rows, one a line.
class RowsWriter {
public:
    RowsWriter(std::ostream& out, std::string_view name) : out_(out) { out_ << '"' << name << "\": ["; }

    void add(const Json& row) {
        out_ << (first_ ? "\n" : ",\n") << compact(row);
        first_ = false;
    }
    void finish() { out_ << (first_ ? "]" : "\n]"); }

private:
    std::ostream& out_;
    bool first_ = true;
};

template <typename Id>
Json id_or_null(const std::optional<Id>& id) {
    return id ? Json(*id) : Json(nullptr);
}

Json evidence_row(const Evidence& evidence) {
    const auto position = [&](std::size_t value) { return evidence.cue.empty() ? Json(nullptr) : Json(value); };
    Json row = {
        {"document", evidence.document},         {"begin", evidence.sentence.begin},
        {"end", evidence.sentence.end},          {"cue_begin", position(evidence.cue.begin)},
        {"cue_end", position(evidence.cue.end)}, {"line", evidence.line == 0 ? Json(nullptr) : Json(evidence.line)},
        {"text", text_or_null(evidence.quote)}};
    add_record(row, evidence.record, evidence.url, evidence.extractor);
    return row;
}

Json claim_row(const Store& store, const Claim& claim, std::set<DocumentId>& documents) {
    Json evidence = Json::array();
    for (const EvidenceWithDocument& found : store.evidence(claim.id)) {
        evidence.push_back(evidence_row(found.evidence));
        documents.insert(found.document.id);
    }
    Json row = {{"id", claim.id},
                {"subject", claim.subject},
                {"relation", store.ontology().at(claim.relation).name},
                {"object", claim.object},
                {"status", to_string(claim.status)},
                {"speaker", id_or_null(claim.speaker)}};
    add_unnamed_speaker(row, claim.unnamed_speaker);
    row.update({{"item", text_or_null(claim.item)},
                {"role", text_or_null(claim.role)},
                {"place", id_or_null(claim.place)},
                {"time", text_or_null(claim.time)},
                {"confidence", rounded(claim.confidence)},
                {"alternative_of", id_or_null(claim.alternative_of)},
                {"evidence", std::move(evidence)}});
    return row;
}

Json entity_row(const Store& store, EntityId id) {
    Json row = json_of(store.entity(id));
    row["identifiers"] = Json::array();
    for (const Identifier& each : store.identifiers(id)) row["identifiers"].push_back(to_string(each));
    row["aliases"] = Json::array();
    for (const Alias& alias : store.aliases(id))
        row["aliases"].push_back({{"name", alias.name}, {"origin", alias.origin}});
    return row;
}

}  // namespace

void write_graph_json(const Store& store, const std::vector<Claim>& claims, std::ostream& out) {
    std::set<EntityId> entities;
    for (const Claim& claim : claims) {
        entities.insert({claim.subject, claim.object});
        if (claim.speaker) entities.insert(*claim.speaker);
        if (claim.place) entities.insert(*claim.place);
    }
    out << '{';
    RowsWriter entity_rows(out, "entities");
    for (const EntityId id : entities) entity_rows.add(entity_row(store, id));
    entity_rows.finish();

    out << ",\n";
    std::set<DocumentId> documents;
    RowsWriter claim_rows(out, "claims");
    for (const Claim& claim : claims) claim_rows.add(claim_row(store, claim, documents));
    claim_rows.finish();

    out << ",\n";
    RowsWriter document_rows(out, "documents");
    for (const Document& document : store.documents()) {
        if (documents.contains(document.id)) document_rows.add(json_of(document));
    }
    document_rows.finish();
    out << "}\n";
}

}  // namespace kith
