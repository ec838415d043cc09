// Writes documents and claims into a kith database: all of a run, or nothing of it.
//
//     StoreWriter writer("war.db");   // made where it does not exist
//     ingest_paths(paths, options, writer);
//     writer.commit();                // without it, the destructor rolls everything back
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_judgement.hpp"
#include "graph/claim_sink.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

class StoreWriter final : public ClaimSink {
public:
    // Opens for writing, making or migrating the database, and begins a transaction. Throws Error: another program's
    // file, a newer kith's, locked by another writer, no rights. A file that this made is deleted by a rollback.
    explicit StoreWriter(const std::string& path);
    ~StoreWriter() override;
    StoreWriter(StoreWriter&&) noexcept;
    StoreWriter& operator=(StoreWriter&&) noexcept;

    // Many claims, measured by what is there, are appended without indexes until commit (graph/store/bulk_load).
    void expect_claims(std::int64_t at_least) override;
    // Ends such a load before the commit: indexes are built, and claims that say the same are joined. Of lists of which
    // editions were added, what is past is decided, and judgements that were added are made.
    void finish_load();
    bool begin(const DocumentRecord& document) override;
    void add(const ClaimRecord& claim) override;
    void add_entity(const EntityReference& entity, TextSpan record) override;
    void add_record(std::string_view id) override;
    // Both wait for the end of the run (finish_load), when what they are of is there. What the judge had judged stays.
    void add_judgement(const SamenessRecord& judgement) override;
    void add_judgement(const ClaimJudgementRecord& judgement) override;
    std::optional<std::string> text_at(const std::string& location) const override;
    bool resume(const std::string& text) override;

    const Ontology& ontology() const override;
    // Adds relations of a user's, which the database keeps, and gives how many were new; Ontology::with says which
    // cannot be added. What ontology() gave before is no longer valid.
    std::size_t add_relations(const Ontology& relations);
    // What the database holds with what this has written so far. Not to outlive the writer.
    Store store() const;

    // Records a judgement that two entities are the same, different or unsure; replaces the judge's earlier one. Throws
    // Error where that one split the two off one another.
    void judge(EntityId entity, EntityId other, std::string_view verdict, std::string_view judge, double score = 1.0);
    // Withdraws it. False: there was none.
    bool withdraw(EntityId entity, EntityId other, std::string_view judge);
    // Withdraws of this judge's what holds two entities together: of each chain of judgements between them the latest.
    // False: other judges hold them together too, and nothing was withdrawn.
    bool part(EntityId entity, EntityId other, std::string_view judge);
    // Makes an entity of that name for whoever is named as `whole` in these documents, by a judgement that the two are
    // different (graph/store/parting); withdrawing it gives all back. Throws Error where the documents do not name
    // `whole`, or all that do are given.
    EntityId split_off(EntityId whole, std::span<const DocumentId> documents, std::string_view name,
                       std::string_view judge);
    // What the extractor said, whatever was judged since, of entities as they were born. Throws Error: no such claim.
    Correction as_said(ClaimId claim);
    // Records what somebody judged of a claim, instead of his earlier judgement on it, and gives its number. It counts from
    // the commit on. Throws Error: there is no such claim, or the correction says what was said, ties what its relation
    // cannot tie, or ties an entity to itself.
    std::int64_t judge_claim(ClaimId claim, ClaimVerdict verdict, std::string_view judge,
                             std::optional<Correction> right = std::nullopt, std::string_view decided = {});
    // Withdraws a judgement of a claim. False: there is none of that number.
    bool withdraw_claim_judgement(std::int64_t judgement);
    // Removes a document with its evidence, the claims that have no evidence left, and entities that nothing uses.
    void forget(DocumentId document);

    // What became of a list that has a new edition; it goes by its publisher, or else by where the edition was read.
    struct ListChange {
        std::string list{};
        std::int64_t replaced = 0;  // records that stand in the new edition, too: what they said before is past
        std::int64_t dropped = 0;   // records that are on the list no longer: their claims are former
    };
    struct Counts {
        std::int64_t documents = 0, known_documents = 0, claims = 0, evidence = 0, entities = 0;
        std::vector<ListChange> lists{};  // once finish_load or commit has decided it
    };
    const Counts& counts() const;  // what this writer has added

    // Makes the run durable (it is on the disk, whatever happens to the machine) and raises the generation. Throws
    // Error (disk full): nothing is written then. What is written afterwards is another run.
    void commit();

private:
    struct [[gnu::visibility("hidden")]] State;
    std::unique_ptr<State> state_;
};

}  // namespace kith
