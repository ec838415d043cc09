#include "graph/store/store.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/claim_judgements.hpp"
#include "graph/store/claim_ties.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_lookup.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/parting.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

namespace {

std::string canonical_of(std::string_view column) {
    const std::string entity = "c." + std::string(column);
    return "coalesce((SELECT canonical FROM merged_entity WHERE entity = " + entity + "), " + entity + ") ";
}

// With canonical entities; the ends of a symmetric claim may stand the wrong way round (graph/store/claim_ties).
const std::string claim_columns = "c.id, " + canonical_of("subject") + ", c.relation, " + canonical_of("object") +
                                  ", c.status, c.confidence, c.day, " + canonical_of("speaker") + ", c.item, c.role, " +
                                  canonical_of("place") + ", c.time, c.alternative_of, ";
constexpr std::int64_t first_version_with_unnamed_speakers = 3;

// A number of a claim. Somebody else may have written it: what SQL lets pass must not be taken for what it is not.
std::int64_t within(std::int64_t value, std::int64_t least, std::int64_t most, std::string_view column) {
    if (value >= least && value <= most) return value;
    throw Error("the database is damaged: a claim has the " + std::string(column) + " " + std::to_string(value),
                "Make it anew from its sources.");
}

// A condition on the claim c, with its values as parameters, so that the statement is prepared once for many.
struct Condition {
    std::string text = "1";
    std::vector<std::int64_t> values{};
};

// "column IN (...)".
void add_in(Condition& condition, std::string_view column, const std::vector<EntityId>& ids) {
    constexpr std::size_t most_parameters = 16;  // four such lists stay below those of publishers (claim_conditions)
    condition.text.append(column).append(" IN ");
    if (ids.size() > most_parameters) {
        condition.text += sql_list(ids);
        return;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) condition.text += i == 0 ? "(?" : ", ?";
    condition.text += ")";
    condition.values.insert(condition.values.end(), ids.begin(), ids.end());
}

}  // namespace

struct Store::State {
    explicit State(Database&& connection) : database(std::move(connection)) {
        check_schema(database);
        const ReadTransaction reading(database);  // what follows is of one state
        version = database.integer("PRAGMA user_version");
        if (version < first_version_with_unnamed_speakers) unnamed_speaker = "''";
        complete_old_version(database);
        ontology.emplace(read_ontology(database));
    }

    std::vector<Claim> select(const Condition& where, const ClaimFilter& filter) const;
    // Without regard to min_sources.
    template <typename Take>
    void each(const Condition& where, const ClaimFilter& filter, const Take& take) const;
    std::vector<Claim> with_enough_sources(std::vector<Claim> claims, int fewest) const;
    int sources_of(const Claim& claim) const;
    std::int64_t count_ties() const;

    Database database;
    std::int64_t version = 0;
    std::string_view unnamed_speaker = "c.unnamed_speaker";  // as a column of the claims
    std::optional<Ontology> ontology;
};

Store::Store(const std::string& path) {
    if (!std::filesystem::exists(path)) {
        throw Error(InputPosition{path, 0, 0}, "there is no such database",
                    "Make it with `kith ingest ARTICLE... --db " + path + "`, or name another with --db.");
    }
    state_ = std::make_unique<State>(Database(path, Database::Mode::read_only));
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

const Ontology& Store::ontology() const {
    return *state_->ontology;
}
Database& StoreAccess::database(const Store& store) {
    return store.state_->database;
}

Store StoreAccess::over(Database&& database) {
    return Store(std::make_unique<Store::State>(std::move(database)));
}

std::int64_t Store::generation() const {
    return state_->database.integer("SELECT value FROM property WHERE name = 'generation'");
}

bool Store::is_current() const {
    return state_->database.is_same_file() && state_->database.integer("PRAGMA user_version") == state_->version &&
           state_->database.integer("SELECT count(*) FROM relation") ==
               static_cast<std::int64_t>(state_->ontology->all().size());
}

void Store::stop_when(StopCondition condition) const {
    state_->database.stop_when(std::move(condition));
}

EntityId Store::canonical(EntityId id) const {
    return MergedEntities(state_->database).canonical(id);
}
std::vector<EntityId> Store::members(EntityId id) const {
    return MergedEntities(state_->database).members(id);
}

Entity Store::entity(EntityId id) const {
    Statement row = state_->database.prepare("SELECT id, name, kind FROM entity WHERE id = ?1");
    if (!row.bind(1, canonical(id)).step()) throw Error("there is no entity number " + std::to_string(id));
    return {row.integer(0), std::string(row.text(1)),
            parse_entity_kind(row.text(2)).value_or(EntityKind::organisation)};
}

std::vector<Alias> Store::aliases(EntityId id) const {
    // A merged entity goes by the names of all its members; its own comes first.
    std::vector<Alias> found;
    std::set<std::string> seen;
    Statement rows = state_->database.prepare(
        "SELECT name, origin FROM alias WHERE entity = ?1 ORDER BY CASE origin WHEN 'name' THEN 0 WHEN 'user' THEN 1 "
        "WHEN 'gazetteer' THEN 2 ELSE 3 END, name");
    for (const EntityId member : members(id)) {
        for (rows.bind(1, member); rows.step();) {
            if (seen.emplace(rows.text(0)).second)
                found.push_back({std::string(rows.text(0)), std::string(rows.text(1))});
        }
    }
    return found;
}

std::vector<DocumentId> Store::documents_naming(EntityId id) const {
    const std::set<DocumentId> found = kith::documents_naming(state_->database, id);
    return {found.begin(), found.end()};
}

std::vector<Identifier> Store::identifiers(EntityId id) const {
    std::set<Identifier> found;
    Statement rows = state_->database.prepare("SELECT scheme, value FROM identifier WHERE entity = ?1");
    for (const EntityId member : members(id)) {
        for (rows.bind(1, member); rows.step();) found.insert({std::string(rows.text(0)), std::string(rows.text(1))});
    }
    return {found.begin(), found.end()};
}

Entity Store::find_entity(std::string_view name) const {
    std::vector<Entity> found = entities_named(name);
    if (found.empty()) throw unknown_name(*this, name);
    return std::move(found.front());
}

std::vector<Entity> Store::entities_named(std::string_view name) const {
    return kith::entities_named(*this, name);
}

std::vector<std::string> Store::similar_names(std::string_view name) const {
    return kith::similar_names(*this, name);
}

std::vector<EntityId> Store::unmerged_entities(std::string_view name) const {
    return unmerged_entities_named(*this, name);
}

template <typename Take>
void Store::State::each(const Condition& where, const ClaimFilter& filter, const Take& take) const {
    // +c.id: sort what the indexes find; by plain c.id SQLite may walk the whole table instead, to save the sort.
    const std::string order = where.text == "1" ? " ORDER BY c.id" : " ORDER BY +c.id";
    Statement rows = database.prepare("SELECT " + claim_columns + std::string(unnamed_speaker) +
                                      " FROM claim c WHERE " + where.text + claim_conditions(filter, database) + order);
    for (std::size_t i = 0; i < where.values.size(); ++i) rows.bind(static_cast<int>(i) + 1, where.values[i]);
    bind_names(rows, filter);
    while (rows.step()) {
        Claim claim;
        claim.id = rows.integer(0);
        claim.subject = rows.integer(1);
        claim.relation = static_cast<RelationId>(within(rows.integer(2), 1, 65'535, "relation"));
        claim.object = rows.integer(3);
        claim.status = static_cast<Status>(within(rows.integer(4), 0, 6, "status"));
        claim.confidence = static_cast<double>(within(rows.integer(5), 0, 1000, "confidence")) / 1000.0;
        if (!rows.is_null(6)) claim.day = static_cast<Day>(rows.integer(6));
        if (!rows.is_null(7)) claim.speaker = rows.integer(7);
        claim.item = rows.text(8);
        claim.role = rows.text(9);
        if (!rows.is_null(10)) claim.place = rows.integer(10);
        claim.time = rows.text(11);
        claim.alternative_of = rows.optional_integer(12);
        claim.unnamed_speaker = rows.text(13);
        if (claim.object < claim.subject && is_symmetric(*ontology, claim.relation))
            std::swap(claim.subject, claim.object);
        if (holds_within(claim, filter.since, filter.until)) take(claim);
    }
}

std::vector<Claim> Store::State::select(const Condition& where, const ClaimFilter& filter) const {
    std::vector<Claim> claims;
    each(where, filter, [&](Claim& claim) { claims.push_back(std::move(claim)); });
    if (filter.min_sources > 1) claims = with_enough_sources(std::move(claims), filter.min_sources);
    return claims;
}

int Store::State::sources_of(const Claim& claim) const {
    const MergedEntities merged(database);
    return count_sources(database,
                         {merged.members(claim.subject), claim.relation, merged.members(claim.object), claim.status});
}

std::int64_t Store::State::count_ties() const {
    if (database.integer("SELECT EXISTS (SELECT 1 FROM merged_entity)") == 0) {  // as they stand in the index
        return database.integer(
            "SELECT count(*) FROM (SELECT DISTINCT subject, relation, object, status FROM claim WHERE "
            "status <> 6)");
    }
    const std::string is_symmetric = "relation IN " + sql_list(symmetric_relations(*ontology));
    return database.integer("SELECT count(*) FROM (SELECT DISTINCT iif(" + is_symmetric +
                            ", min(subject, object), subject), relation, iif(" + is_symmetric +
                            ", max(subject, object), object), status FROM (SELECT " + canonical_of("subject") +
                            "AS subject, c.relation, " + canonical_of("object") +
                            "AS object, c.status FROM claim c WHERE c.status <> 6))");
}

std::vector<Claim> Store::State::with_enough_sources(std::vector<Claim> claims, int fewest) const {
    std::map<std::tuple<EntityId, RelationId, EntityId, Status>, int> sources;
    std::erase_if(claims, [&](const Claim& claim) {
        const auto [known, is_new] =
            sources.try_emplace({claim.subject, claim.relation, claim.object, claim.status}, 0);
        if (is_new) known->second = sources_of(claim);
        return known->second < fewest;
    });
    return claims;
}

std::vector<Claim> Store::claims(const ClaimFilter& filter) const {
    return state_->select({}, filter);
}

void Store::each_claim(const ClaimFilter& filter, const std::function<void(const Claim&)>& take) const {
    state_->each({}, filter, [&](const Claim& claim) {
        if (filter.min_sources <= 1 || state_->sources_of(claim) >= filter.min_sources) take(claim);
    });
}

std::vector<Claim> Store::claims_about(EntityId id, const ClaimFilter& filter) const {
    const std::vector<EntityId> ids = members(id);
    Condition about{"("};
    add_in(about, "c.subject", ids);
    add_in(about, " OR c.object", ids);
    about.text += ")";
    return state_->select(about, filter);
}

std::vector<Claim> Store::claims_said_by(EntityId id, const ClaimFilter& filter) const {
    Condition said{""};
    add_in(said, "c.speaker", members(id));
    return state_->select(said, filter);
}

std::vector<Claim> Store::claims_between(EntityId a, EntityId b, const ClaimFilter& filter) const {
    const std::vector<EntityId> first = members(a), second = members(b);
    Condition between{"(("};
    add_in(between, "c.subject", first);
    add_in(between, " AND c.object", second);
    add_in(between, ") OR (c.subject", second);
    add_in(between, " AND c.object", first);
    between.text += "))";
    return state_->select(between, filter);
}

std::vector<Claim> Store::claims_among(const std::vector<EntityId>& some, const ClaimFilter& filter) const {
    std::vector<EntityId> all;
    for (const EntityId id : some) {
        const std::vector<EntityId> those = members(id);
        all.insert(all.end(), those.begin(), those.end());
    }
    Condition among{""};
    add_in(among, "c.subject", all);
    add_in(among, " AND c.object", all);
    return state_->select(among, filter);
}

Claim Store::claim(ClaimId id) const {
    ClaimFilter any;
    any.statuses.assign(all_statuses().begin(), all_statuses().end());
    any.statuses.push_back(Status::rejected);
    std::vector<Claim> found = state_->select({"c.id = ?", {id}}, any);
    if (found.empty()) throw Error("there is no claim number " + std::to_string(id));
    return std::move(found.front());
}

std::vector<Claim> Store::alternatives(const Claim& claim) const {
    if (!claim.alternative_of) return {};
    return state_->select({"c.alternative_of = ? AND c.id <> ?", {*claim.alternative_of, claim.id}}, {});
}

namespace {

Document document_of(const Statement& row, int first) {
    const auto text = [&](int column) { return std::string(row.text(first + column)); };
    return {row.integer(first), text(1), text(2), text(3), text(4), text(5), row.integer(first + 6)};
}

constexpr std::string_view document_columns =
    "d.id, d.location, d.title, d.byline, d.publisher, d.published, d.lineage";

}  // namespace

std::vector<EvidenceWithDocument> Store::evidence(ClaimId id) const {
    Statement rows = state_->database.prepare(
        "SELECT e.begin, e.\"end\", e.cue_begin, e.cue_end, e.line, coalesce(e.quote, substr(d.text, e.begin + 1, "
        "e.\"end\" - e.begin)), e.confidence, e.source, e.record, e.url, e.extractor, " +
        std::string(document_columns) +
        " FROM evidence e JOIN document d ON d.id = e.document WHERE e.claim = ?1 ORDER BY d.published IS NULL, "
        "d.published, d.id, e.begin, e.extractor");
    std::vector<EvidenceWithDocument> found;
    const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
    for (rows.bind(1, id); rows.step();) {
        const Document document = document_of(rows, 11);
        found.push_back({{id,
                          document.id,
                          {position(0), position(1)},
                          {position(2), position(3)},
                          position(4),
                          std::string(rows.text(5)),
                          static_cast<double>(rows.integer(6)) / 1000.0,
                          rows.integer(7),
                          std::string(rows.text(8)),
                          std::string(rows.text(9)),
                          std::string(rows.text(10))},
                         document});
    }
    return found;
}

std::vector<Judgement> Store::judgements() const {
    Statement rows = state_->database.prepare(
        "SELECT j.id, a.id, a.name, a.kind, b.id, b.name, b.kind, j.verdict, j.judge, coalesce(j.score, 1.0) "
        "FROM judgement j JOIN entity a ON a.id = j.entity JOIN entity b ON b.id = j.other ORDER BY j.id");
    const auto entity = [&](int column) {
        return Entity{rows.integer(column), std::string(rows.text(column + 1)),
                      parse_entity_kind(rows.text(column + 2)).value_or(EntityKind::organisation)};
    };
    std::vector<Judgement> found;
    while (rows.step()) {
        found.push_back({rows.integer(0), entity(1), entity(4), std::string(rows.text(7)), std::string(rows.text(8)),
                         rows.real(9)});
    }
    return found;
}

std::vector<ClaimJudgement> Store::claim_judgements() const {
    return kith::claim_judgements(state_->database);
}

std::vector<Document> Store::documents() const {
    Statement rows =
        state_->database.prepare("SELECT " + std::string(document_columns) + " FROM document d ORDER BY d.id");
    std::vector<Document> found;
    while (rows.step()) found.push_back(document_of(rows, 0));
    return found;
}

Document Store::document(DocumentId id) const {
    Statement row =
        state_->database.prepare("SELECT " + std::string(document_columns) + " FROM document d WHERE d.id = ?1");
    if (!row.bind(1, id).step()) {
        throw Error("there is no document number " + std::to_string(id), "`kith stats --documents` lists them.");
    }
    return document_of(row, 0);
}

std::string Store::text(DocumentId id) const {
    Statement row = state_->database.prepare("SELECT text FROM document WHERE id = ?1");
    if (!row.bind(1, id).step()) throw Error("there is no document number " + std::to_string(id));
    return std::string(row.text(0));
}

std::vector<Tie> Store::ties(const std::vector<Claim>& claims, const ClaimFilter& filter) const {
    Statement rows = state_->database.prepare(
        "SELECT source, max(confidence) FROM evidence WHERE claim = ?1 AND confidence >= ?2 GROUP BY source");
    rows.bind(2, least_thousandths(filter));
    return ties_of(claims, [&](const Claim& claim) {
        std::vector<ClaimSource> sources;
        for (rows.bind(1, claim.id); rows.step();) {
            sources.push_back({rows.integer(0), static_cast<double>(rows.integer(1)) / 1000.0});
        }
        return sources;
    });
}

Statistics Store::statistics() const {
    const auto count = [&](const std::string& what) {
        return state_->database.integer("SELECT count(*) FROM " + what);
    };
    Statistics numbers;
    numbers.documents = count("document");
    numbers.lineages = count("(SELECT DISTINCT lineage FROM document)");
    numbers.sentences = count("sentence");
    numbers.mentions = count("mention");
    numbers.entities = count("entity");
    numbers.aliases = count("alias");
    numbers.claims = count("claim");
    numbers.evidence = count("evidence");
    numbers.edges = state_->count_ties();
    numbers.judgements = count("judgement");
    return numbers;
}

}  // namespace kith
