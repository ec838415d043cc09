// What a StoreWriter holds between calls: shared by its documents and claims (store_writer.cpp) and its judgements
// (store_judgements.cpp).
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/code_points.hpp"
#include "graph/store/begin_writing.hpp"
#include "graph/store/bulk_load.hpp"
#include "graph/store/claim_judgements.hpp"
#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_resolution.hpp"
#include "graph/store/entity_writer.hpp"
#include "graph/store/evidence_sources.hpp"
#include "graph/store/lineage.hpp"
#include "graph/store/list_editions.hpp"
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
          entities(database),
          resolution(database, entities),
          lineages(database),
          claims(database),
          evidence_sources(database),
          parting(database, claims, evidence_sources),
          list_editions(database, claims, evidence_sources),
          claim_judgements(database, claims, evidence_sources),
          insert_record(database.prepare("INSERT INTO record (document, id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")) {}

    bool begin_text(const DocumentRecord& record);
    void begin_source(const DocumentRecord& record);
    void require_source();
    std::optional<DocumentId> lineage_of_list(const std::string& list) const;
    void add_record(std::string_view id);
    void settle_lists();
    void insert_document(const DocumentRecord& record, const std::array<unsigned char, 32>& digest,
                         std::optional<DocumentId> copied);
    void insert_sentences(const DocumentRecord& record, const std::vector<std::optional<std::int64_t>>& fingerprints);
    void insert_mentions(const DocumentRecord& record);
    void insert_mention(TextSpan span, EntityId entity);
    bool would_be_one(const EntityReference& one, const EntityReference& other);
    std::optional<EntityId> known(const EntityReference& reference);
    EntityId resolve(const EntityReference& reference);
    ResolvedClaim resolve(const ClaimRecord& record, const Relation& relation);
    bool withdraw(EntityId entity, EntityId other, std::string_view judge);
    std::optional<std::int64_t> parting_between(EntityId entity, EntityId other, std::string_view judge) const;
    void begin_transaction();  // of the next run, where the last was committed
    void refresh_merged(EntityId entity, EntityId other);
    void make_told_judgements();
    // `known`: the last judgement that was there before. Gives whom it judged, for refresh_merged_entities.
    std::optional<std::pair<EntityId, EntityId>> make(const SamenessRecord& told, std::int64_t known);
    void make(const ClaimJudgementRecord& told, std::int64_t known);

    std::string path;
    bool made_file;
    Database database;
    Ontology ontology;
    EntityWriter entities;
    EntityResolution resolution;
    LineageFinder lineages;
    ClaimWriter claims;
    EvidenceSources evidence_sources;
    Parting parting;
    ListEditions list_editions;
    ClaimJudgements claim_judgements;
    Statement insert_record;
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
    struct Source {
        DocumentId document = 0, lineage = 0;
        bool is_listed = false;  // an edition of a list
        bool is_known = false;   // ... that was read before, with all that stands in it
        bool is_snapshot = false;
    };
    Source source;                                     // at hand, where it has no text
    DocumentRecord awaited;                            // ... of which nothing was taken yet, so that it is no row
    std::unordered_map<std::string, Source> sources;   // by location, list and edition
    std::map<std::string, std::string> lists;          // that have a new edition, with what to call them
    std::unordered_map<EntityId, EntityId> stand_ins;  // of the document at hand

    // Judgements that came with claims, until what they are of is there.
    std::vector<SamenessRecord> told_sameness;
    std::vector<ClaimJudgementRecord> told_claim_judgements;
};

}  // namespace kith
