// What a StoreWriter holds between calls: shared by its documents and claims (store_writer.cpp) and its judgements
// (store_judgements.cpp).
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/code_points.hpp"
#include "graph/store/begin_writing.hpp"
#include "graph/store/bulk_load.hpp"
#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_resolution.hpp"
#include "graph/store/evidence_sources.hpp"
#include "graph/store/lineage.hpp"
#include "graph/store/parting.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/store_writer.hpp"

namespace kith {

struct StoreWriter::State {
    explicit State(const std::string& file)
        : path(file),
          made_file(!std::filesystem::exists(file)),
          database(begin_writing(file)),
          ontology(read_ontology(database)),
          resolution(database),
          lineages(database),
          claims(database),
          evidence_sources(database),
          parting(database, claims, evidence_sources) {}

    bool begin_text(const DocumentRecord& record);
    void begin_source(const DocumentRecord& record);
    void insert_document(const DocumentRecord& record, const std::array<unsigned char, 32>& digest,
                         std::optional<DocumentId> copied);
    void insert_sentences(const DocumentRecord& record, const std::vector<std::optional<std::int64_t>>& fingerprints);
    void insert_mentions(const DocumentRecord& record);
    EntityId resolve(const EntityReference& reference);
    ResolvedClaim resolve(const ClaimRecord& record, const Relation& relation);
    bool withdraw(EntityId entity, EntityId other, std::string_view judge);
    std::optional<std::int64_t> parting_between(EntityId entity, EntityId other, std::string_view judge) const;
    void begin_transaction();  // of the next run, where the last was committed
    void refresh_merged(EntityId entity, EntityId other);

    std::string path;
    bool made_file;
    Database database;
    Ontology ontology;
    EntityResolution resolution;
    LineageFinder lineages;
    ClaimWriter claims;
    EvidenceSources evidence_sources;
    Parting parting;
    Counts counts;

    // The document begun last.
    DocumentId document = 0;
    DocumentId lineage = 0;
    bool in_transaction = true;
    bool accepting = false;
    bool has_text = false;
    std::optional<Day> published;
    std::optional<BulkLoad> bulk;
    std::string text;
    std::optional<CodePoints> points;
    std::unordered_map<std::string, std::pair<DocumentId, DocumentId>> sources;  // documents without text: id, lineage
    std::unordered_map<EntityId, EntityId> stand_ins;                            // of the document at hand
};

}  // namespace kith
