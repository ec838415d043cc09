// The store: questions to a kith database. Writing is graph/store/store_writer's; paths are searched over
// graph/rows/projection.
//
//     const Store store("war.db");
//     for (const Claim& claim : store.claims_between(wagner, hezbollah, {})) ...
//
// Entities in answers are canonical: those judged the same stand as one. A Store is for one thread at a time; several
// may read one file while one writes.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "graph/claim_filter.hpp"
#include "graph/claim_judgement.hpp"
#include "graph/document.hpp"
#include "graph/relation.hpp"
#include "graph/stop.hpp"

namespace kith {
class Database;
struct StoreAccess;
}  // namespace kith

namespace [[gnu::visibility("default")]] kith {

struct Alias {
    std::string name{};
    std::string origin{};  // name, gazetteer, mention, user
    bool operator==(const Alias&) const = default;
};

// All claims of one subject, relation, object and status.
struct Tie {
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    Status status = Status::actual;
    std::vector<ClaimId> claims{};
    int sources = 0;        // independent: see graph/store/evidence_sources
    double strength = 0.0;  // 1 - product over sources of (1 - their best confidence): noisy-or
};

// Whether two entities are one, as somebody judged.
struct Judgement {
    std::int64_t id = 0;
    Entity entity{}, other{};  // as they were born
    std::string verdict{};     // same, different, unsure
    std::string judge{};       // who: a name; "kith" where it found so by itself
    double score = 1.0;        // how surely
};

struct EvidenceWithDocument {
    Evidence evidence{};
    Document document{};
};

struct Statistics {
    std::int64_t documents = 0, lineages = 0, sentences = 0, mentions = 0, entities = 0, aliases = 0, claims = 0,
                 evidence = 0, edges = 0, judgements = 0;
};

class Store {
public:
    // Opens for reading. Throws Error: no such file, not a kith database, made by a newer kith.
    explicit Store(const std::string& path);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    const Ontology& ontology() const;
    std::int64_t generation() const;
    // Whether its relations are still those of the database: what else it gives is read when it is asked. False:
    // another file lies there now, or somebody added relations; open it anew.
    bool is_current() const;

    // From now on what the store is asked, by itself or by a search over it, throws Stopped once this is reached. A
    // condition that is not possible takes it back.
    void stop_when(StopCondition condition) const;

    // The entity that goes by the name: "Wagner", "Wagner (armed group)", "imo:9187629", or "#17", its number. The most claimed about
    // where there are several. Throws Error with suggestions where there is none.
    Entity find_entity(std::string_view name) const;
    // All who go by the name, the most claimed about first.
    std::vector<Entity> entities_named(std::string_view name) const;
    // Names that look alike, nearest first: for a name that nobody goes by. Reads all names.
    std::vector<std::string> similar_names(std::string_view name) const;
    // Those who go by the name, as they were before any judgement: what `kith split` takes apart. Those whose own name
    // it is first, then by id.
    std::vector<EntityId> unmerged_entities(std::string_view name) const;
    Entity entity(EntityId id) const;  // of the canonical entity; throws Error where there is none
    EntityId canonical(EntityId id) const;
    std::vector<EntityId> members(EntityId id) const;  // entities judged the same, the canonical one first
    // The documents that name an entity, as it was born, or whose records tell of it; by id.
    std::vector<DocumentId> documents_naming(EntityId id) const;
    std::vector<Alias> aliases(EntityId id) const;           // name first, then by origin and name
    std::vector<Identifier> identifiers(EntityId id) const;  // by scheme and value
    std::vector<Judgement> judgements() const;               // all, by id
    std::vector<ClaimJudgement> claim_judgements() const;    // all, by id

    std::vector<Claim> claims(const ClaimFilter& filter) const;  // all, by id
    // The same, one after another, for graphs that do not fit into memory.
    void each_claim(const ClaimFilter& filter, const std::function<void(const Claim&)>& take) const;
    std::vector<Claim> claims_about(EntityId id, const ClaimFilter& filter) const;  // subject or object, by id
    std::vector<Claim> claims_said_by(EntityId id, const ClaimFilter& filter) const;
    std::vector<Claim> claims_between(EntityId a, EntityId b, const ClaimFilter& filter) const;  // either direction
    std::vector<Claim> claims_among(const std::vector<EntityId>& some, const ClaimFilter& filter) const;  // both ends
    Claim claim(ClaimId id) const;
    std::vector<Claim> alternatives(const Claim& claim) const;  // the others of its group

    std::vector<EvidenceWithDocument> evidence(ClaimId id) const;  // earliest publication first
    std::vector<Document> documents() const;
    Document document(DocumentId id) const;  // throws Error where there is none
    std::string text(DocumentId id) const;

    // Groups claims into edges, in order of first appearance. Of each claim, the evidence counts that is as sure as the
    // filter wants it.
    std::vector<Tie> ties(const std::vector<Claim>& claims, const ClaimFilter& filter = {}) const;

    Statistics statistics() const;

private:
    friend StoreAccess;  // graph/store/store_database
    struct [[gnu::visibility("hidden")]] State;
    [[gnu::visibility("hidden")]] explicit Store(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace kith
