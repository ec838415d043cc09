#include "graph/store/store_writer.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "graph/name_key.hpp"
#include "graph/store/forget_document.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/sha256.hpp"
#include "graph/store/source_key.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer_state.hpp"

namespace kith {

namespace {

constexpr std::int64_t fewest_bulk_claims = 20'000;
constexpr std::int64_t indexed_sentences = std::int64_t{1} << sentence_number_bits;  // of a document

}  // namespace

StoreWriter::StoreWriter(const std::string& path) : state_(std::make_unique<State>(path)) {
    state_->claim_judgements.lift();
}

StoreWriter::StoreWriter(StoreWriter&&) noexcept = default;
StoreWriter& StoreWriter::operator=(StoreWriter&&) noexcept = default;

StoreWriter::~StoreWriter() {
    if (!state_) return;
    state_->bulk.reset();  // what its thread has thrown and nobody was told
    // Closing rolls back what was not committed; a file that held nothing before is taken away again.
    if (!state_->made_file) return;
    const std::string path = state_->path;
    const bool remove = came_to_nothing(state_->database);
    state_.reset();
    if (remove) remove_if_unused(path);
}

const Ontology& StoreWriter::ontology() const {
    return state_->ontology;
}
std::size_t StoreWriter::add_relations(const Ontology& relations) {
    state_->begin_transaction();
    Ontology all = state_->ontology.with(relations);
    const std::size_t known = state_->ontology.all().size();
    write_relations(state_->database, std::span(all.all()).subspan(known));
    state_->ontology = std::move(all);
    return state_->ontology.all().size() - known;
}
Store StoreWriter::store() const {
    if (state_->bulk) state_->bulk->flush();
    return store_over(state_->database.borrowed());
}
const StoreWriter::Counts& StoreWriter::counts() const {
    state_->counts.entities = state_->resolution.made();
    return state_->counts;
}

void StoreWriter::expect_claims(std::int64_t at_least) {
    State& state = *state_;
    state.begin_transaction();
    // Building the indexes anew costs about as much as inserting a quarter of the rows into them.
    const std::int64_t stored = state.database.integer("SELECT max(id) FROM claim");
    if (state.bulk || at_least < fewest_bulk_claims || at_least < stored / 4) return;
    if (state.counts.documents == 0) {
        // Nothing to lose yet, so the transaction can be begun anew without the look-ups of foreign keys: the rows that
        // follow point at rows that this writer made or found.
        state.claim_judgements.lay();
        state.database.execute("COMMIT; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
        state.parting.look();
        state.claim_judgements.lift();
    }
    state.bulk.emplace(state.database, state.entities);
    state.resolution.expect_many_names();
}

bool StoreWriter::begin(const DocumentRecord& document) {
    State& state = *state_;
    if (!state.in_transaction) state.begin_transaction();
    state.claims.forget_alternatives();
    state.published.reset();
    if (const auto published = parse_partial_date(document.published)) state.published = published->first_day();
    if (!document.text) {
        state.begin_source(document);
        state.accepting = true;
    } else {
        state.accepting = state.begin_text(document);
    }
    return state.accepting;
}

bool StoreWriter::State::begin_text(const DocumentRecord& record) {
    const auto digest = sha256(*record.text);
    Statement known = database.prepare("SELECT id FROM document WHERE sha256 = ?1");
    known.bind_blob(1, digest);
    if (known.step()) {
        known.reset();
        ++counts.known_documents;
        return false;
    }
    text = *record.text;
    points.emplace(text);
    has_text = true;
    std::vector<std::optional<std::int64_t>> fingerprints;
    std::vector<std::int64_t> telling;
    for (const TextSpan& span : record.sentences) {
        fingerprints.push_back(sentence_fingerprint(
            std::string_view(text).substr(std::min(span.begin, text.size()), span.end - span.begin)));
        if (fingerprints.back()) telling.push_back(*fingerprints.back());
    }
    stand_ins.clear();
    insert_document(record, digest, lineages.find(telling));
    insert_sentences(record, fingerprints);
    insert_mentions(record);
    return true;
}

std::optional<std::string> StoreWriter::text_at(const std::string& location) const {
    Statement row = state_->database.prepare(
        "SELECT text FROM document WHERE location = ?1 AND text IS NOT NULL ORDER BY id DESC LIMIT 1");
    if (!row.bind(1, location).step()) return std::nullopt;
    return std::string(row.text(0));
}

bool StoreWriter::resume(const std::string& text) {
    State& state = *state_;
    state.begin_transaction();
    Statement known = state.database.prepare("SELECT id, lineage, published FROM document WHERE sha256 = ?1");
    known.bind_blob(1, sha256(text));
    if (!known.step()) return false;
    state.document = known.integer(0);
    state.lineage = known.integer(1);
    state.published.reset();
    if (const auto published = parse_partial_date(known.text(2))) state.published = published->first_day();
    state.text = text;
    state.points.emplace(state.text);
    state.has_text = state.accepting = true;
    state.claims.forget_alternatives();
    state.stand_ins = stand_ins(state.database, state.document);
    return true;
}

void StoreWriter::State::begin_source(const DocumentRecord& record) {
    has_text = false;
    points.reset();
    const std::string key = source_key(record.location, record.list, record.edition);
    const auto [known, is_new] = sources.try_emplace(key);
    if (is_new) {
        const bool is_listed = !record.list.empty(), is_told = is_listed && !record.edition.empty();
        const auto digest = source_digest(key);
        Statement find = database.prepare("SELECT id, lineage FROM document WHERE sha256 = ?1");
        find.bind_blob(1, digest);
        if (find.step()) {
            known->second = {find.integer(0), find.integer(1), is_listed, is_told};
            find.reset();
        } else {
            if (!is_listed) {
                awaited = record;
                source = {};
                document = lineage = 0;
                sources.erase(known);
                stand_ins.clear();
                return;
            }
            DocumentRecord edition = record;
            if (!record.whole_edition.empty()) edition.edition = record.whole_edition;
            insert_document(edition, digest, lineage_of_list(record.list));
            known->second = {document, lineage, is_listed, false};
        }
        if (is_listed) lists.emplace(record.list, record.publisher.empty() ? record.location : record.publisher);
    }
    if (known->second.is_listed && record.is_snapshot && !std::exchange(known->second.is_snapshot, true))
        database.prepare("UPDATE document SET is_snapshot = 1 WHERE id = ?1").bind(1, known->second.document).run();
    source = known->second;
    std::tie(document, lineage) = std::tie(source.document, source.lineage);
    stand_ins.clear();
    if (parting.any()) stand_ins = kith::stand_ins(database, document);
}

// A source of which all is refused leaves nothing behind, so it is a row from the first thing on that is taken of it.
void StoreWriter::State::require_source() {
    if (document != 0) return;
    insert_document(awaited, source_digest(awaited.location), std::nullopt);
    source = {document, lineage, false, false};
    sources.emplace(awaited.location, source);
}

// Editions of one list are one source.
std::optional<DocumentId> StoreWriter::State::lineage_of_list(const std::string& list) const {
    if (list.empty()) return std::nullopt;
    Statement first = database.prepare("SELECT lineage FROM document WHERE list = ?1 ORDER BY id LIMIT 1");
    if (!first.bind(1, list).step()) return std::nullopt;
    return first.integer(0);
}

void StoreWriter::State::add_record(std::string_view id) {
    if (source.is_listed && !has_text && !id.empty()) insert_record.bind(1, document).bind(2, id).run();
}

void StoreWriter::add_record(std::string_view id) {
    if (!state_->accepting) throw Error("a record was added without a document to hold it");
    if (!state_->source.is_known) state_->add_record(id);
}

void StoreWriter::State::insert_document(const DocumentRecord& record, const std::array<unsigned char, 32>& digest,
                                         std::optional<DocumentId> copied) {
    const DocumentId id = database.integer("SELECT coalesce(max(id), 0) + 1 FROM document");
    Statement insert = database.prepare(
        "INSERT INTO document (id, sha256, location, title, byline, publisher, published, lineage, text, list, "
        "edition) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    insert.bind(1, id).bind_blob(2, digest).bind(3, record.location);
    insert.bind_text_or_null(4, record.title)
        .bind_text_or_null(5, record.byline)
        .bind_text_or_null(6, record.publisher);
    insert.bind_text_or_null(7, record.published).bind(8, copied.value_or(id));
    if (record.text) {
        insert.bind(9, *record.text);
    } else {
        insert.bind_null(9);
    }
    insert.bind_text_or_null(10, record.list);
    insert.bind_text_or_null(11, record.list.empty() ? std::string_view() : std::string_view(record.edition)).run();
    document = id;
    lineage = copied.value_or(id);
    ++counts.documents;
}

void StoreWriter::State::insert_sentences(const DocumentRecord& record,
                                          const std::vector<std::optional<std::int64_t>>& fingerprints) {
    Statement insert = database.prepare(
        "INSERT INTO sentence (document, number, begin, \"end\", fingerprint) VALUES (?1, ?2, ?3, ?4, ?5)");
    Statement index = database.prepare("INSERT INTO sentence_search (rowid, text) VALUES (?1, ?2)");
    for (std::size_t i = 0; i < record.sentences.size(); ++i) {
        const TextSpan bytes = record.sentences[i], span = points->of_bytes(bytes);
        if (span.empty()) continue;
        const auto number = static_cast<std::int64_t>(i);
        insert.bind(1, document).bind(2, number).bind(3, static_cast<std::int64_t>(span.begin));
        insert.bind(4, static_cast<std::int64_t>(span.end)).bind(5, fingerprints[i]).run();
        if (number >= indexed_sentences) continue;
        const std::string_view words = std::string_view(text).substr(bytes.begin, bytes.end - bytes.begin);
        index.bind(1, document * indexed_sentences + number).bind(2, words).run();
    }
}

void StoreWriter::State::insert_mentions(const DocumentRecord& record) {
    for (const MentionRecord& mention : record.mentions) {
        const TextSpan span = points->of_bytes(mention.span);
        if (span.empty() || name_key(mention.entity.name).empty()) continue;
        const EntityId entity = resolution.resolve(mention.entity).first;
        resolution.add_mention(entity, mention.entity);
        insert_mention(span, entity);
    }
}

void StoreWriter::State::insert_mention(TextSpan span, EntityId entity) {
    entities.put({.of = EntityRow::Of::mention,
                  .entity = entity,
                  .document = document,
                  .begin = static_cast<std::int64_t>(span.begin),
                  .end = static_cast<std::int64_t>(span.end)});
}

void StoreWriter::add(const ClaimRecord& record) {
    State& state = *state_;
    if (!state.accepting) throw Error("a claim was added without a document to hold it");
    if (!state.has_text && state.source.is_known) return;
    const Relation& relation = require_acceptable(record, state.ontology);
    if (state.would_be_one(record.subject, record.object)) {
        throw RejectedRecord("the claim ties " + record.subject.name + " to itself");
    }
    // From here on nothing is rejected: what is written stays.
    state.require_source();
    const ResolvedClaim claim = state.resolve(record, relation);
    const EvidencePlace place{state.document, state.lineage, state.has_text ? &*state.points : nullptr};
    state.add_record(record.record);
    if (state.bulk) {
        const ClaimId id = state.bulk->append(claim, place, record);
        ++state.counts.claims;
        ++state.counts.evidence;
        if (record.alternative > 0) {
            state.bulk->flush();
            state.claims.add_alternative(record.alternative, id);
        }
        return;
    }
    const auto [id, is_new] = state.claims.find_or_append(claim, record);
    if (is_new) ++state.counts.claims;
    if (state.claims.add_evidence(id, place, record)) ++state.counts.evidence;
    if (record.alternative > 0) state.claims.add_alternative(record.alternative, id);
    if (claim.speaker) state.evidence_sources.touch(id);
}

void StoreWriter::add_entity(const EntityReference& entity, TextSpan record) {
    State& state = *state_;
    if (!state.accepting || state.has_text) throw Error("an entity was added without a source of records to hold it");
    required_name_key(entity);
    if (record.empty()) throw Error("an entity was added without its record");
    if (state.source.is_known) return;
    state.require_source();
    state.insert_mention(record, state.resolve(entity));
}

bool StoreWriter::State::would_be_one(const EntityReference& one, const EntityReference& other) {
    if (resolution.would_be_one(one, other)) return true;
    if (stand_ins.empty()) return false;
    // Two who were parted in this document may be one in it.
    const auto first = known(one), second = known(other);
    return first && first == second;
}

std::optional<EntityId> StoreWriter::State::known(const EntityReference& reference) {
    const auto known = resolution.known(reference);
    if (!known) return std::nullopt;
    const auto stand_in = stand_ins.find(*known);
    return stand_in == stand_ins.end() ? *known : stand_in->second;
}

EntityId StoreWriter::State::resolve(const EntityReference& reference) {
    const EntityId id = resolution.resolve(reference).first;
    resolution.add_mention(id, reference);
    const auto stand_in = stand_ins.find(id);
    return stand_in == stand_ins.end() ? id : stand_in->second;
}

ResolvedClaim StoreWriter::State::resolve(const ClaimRecord& record, const Relation& relation) {
    const auto entity = [&](const EntityReference& reference) { return resolve(reference); };
    ResolvedClaim claim{.subject = entity(record.subject),
                        .relation = relation.id,
                        .object = entity(record.object),
                        .published = published};
    if (record.speaker) claim.speaker = entity(*record.speaker);
    if (record.place) claim.place = entity(*record.place);
    if (relation.symmetric && claim.object < claim.subject) std::swap(claim.subject, claim.object);
    return claim;
}

void StoreWriter::forget(DocumentId document) {
    State& state = *state_;
    state.begin_transaction();
    Statement edition = state.database.prepare("SELECT list FROM document WHERE id = ?1 AND list IS NOT NULL");
    const std::string list = edition.bind(1, document).step() ? std::string(edition.text(0)) : "";
    edition.reset();
    if (!list.empty()) state.list_editions.settle(list, document);
    forget_document(state.database, document, state.evidence_sources);
    state.claims.forget_lone_alternatives();
    state.resolution.forget_known();
    state.sources.clear();
    state.accepting = false;
}

void StoreWriter::finish_load() {
    State& state = *state_;
    if (state.bulk) {
        const BulkLoad::Joined joined = state.bulk->finish(state.claims);
        state.counts.claims -= joined.claims;
        state.counts.evidence -= joined.evidence;
        state.bulk.reset();
        state.evidence_sources.settle_all();
    }
    state.settle_lists();
    state.make_told_judgements();
}

void StoreWriter::State::settle_lists() {
    for (const auto& [list, name] : lists) {
        const ListEditions::Changes changes = list_editions.settle(list);
        if (changes.replaced + changes.dropped > 0) counts.lists.push_back({name, changes.replaced, changes.dropped});
    }
    lists.clear();
}

void StoreWriter::commit() {
    State& state = *state_;
    if (!state.in_transaction) return;  // nothing was written since the last one
    finish_load();
    state.claim_judgements.lay();
    state.evidence_sources.settle();
    state.accepting = false;
    state.database.execute("UPDATE property SET value = value + 1 WHERE name = 'generation'; COMMIT");
    state.in_transaction = false;
    if (std::exchange(state.made_file, false)) turn_log_on(state.database);
}

void StoreWriter::State::begin_transaction() {
    if (bulk) bulk->flush();  // whoever calls reads it,
    entities.settle();        // and may make entities
    if (in_transaction) return;
    database.execute("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
    in_transaction = true;
    // Meanwhile others may have written: what was remembered is looked up anew.
    resolution.forget_known();
    sources.clear();
    counts.lists.clear();
    claim_judgements.lift();
    parting.look();
}

}  // namespace kith
