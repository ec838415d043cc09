// Judgements of a StoreWriter: who is one, and who is not; and which claims are right.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "graph/error.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_writer_state.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

namespace {

// Whom a judgement of a claim names: it may be all that holds them.
void touch_parties(UnsupportedRows& rows, std::int64_t judgement) {
    for (const char* party : {"subject", "object", "speaker", "place", "right_subject", "right_object"}) {
        rows.touch_entities(std::string("SELECT ") + party + " FROM claim_judgement WHERE " + party +
                            " IS NOT NULL AND id = " + std::to_string(judgement));
    }
}

}  // namespace

void StoreWriter::judge(EntityId entity, EntityId other, std::string_view verdict, std::string_view judge,
                        double score) {
    State& state = *state_;
    if (entity == other) throw Error("an entity is the same as itself already");
    state.begin_transaction();
    if (const auto earlier = state.parting_between(entity, other, judge)) {
        throw Error("the two were parted by their documents",
                    "`kith unmerge " + std::to_string(*earlier) + "` makes them one again.");
    }
    state.withdraw(entity, other, judge);
    state.database.prepare("INSERT INTO judgement (entity, other, verdict, judge, score) VALUES (?1, ?2, ?3, ?4, ?5)")
        .bind(1, entity)
        .bind(2, other)
        .bind(3, verdict)
        .bind(4, judge)
        .bind(5, score)
        .run();
    state.refresh_merged(entity, other);
}

bool StoreWriter::withdraw(EntityId entity, EntityId other, std::string_view judge) {
    State& state = *state_;
    state.begin_transaction();
    if (const auto parting = state.parting_between(entity, other, judge)) state.parting.undo(*parting);
    if (!state.withdraw(entity, other, judge)) return false;
    state.refresh_merged(entity, other);
    UnsupportedRows held_by_it(state.database);
    for (const EntityId each : {entity, other}) held_by_it.touch_entities("VALUES (" + std::to_string(each) + ")");
    held_by_it.remove();
    state.resolution.forget_known();
    return true;
}

// The judgement by which the judge parted the two by their documents.
std::optional<std::int64_t> StoreWriter::State::parting_between(EntityId entity, EntityId other,
                                                                std::string_view judge) const {
    Statement row = database.prepare(
        "SELECT id FROM judgement WHERE judge = ?3 AND ((entity = ?1 AND other = ?2) OR (entity = ?2 AND other = ?1)) "
        "AND id IN (SELECT judgement FROM parting)");
    if (!row.bind(1, entity).bind(2, other).bind(3, judge).step()) return std::nullopt;
    return row.integer(0);
}

EntityId StoreWriter::split_off(EntityId whole, std::span<const DocumentId> documents, std::string_view name,
                                std::string_view judge) {
    State& state = *state_;
    state.begin_transaction();
    std::set<DocumentId> naming = documents_naming(state.database, whole);
    for (const DocumentId each : documents) {
        if (naming.erase(each) == 0)
            throw Error("document number " + std::to_string(each) + " does not name the entity");
    }
    if (naming.empty()) throw Error("no other document names the entity: there is nobody to tell it from");
    const EntityId part = state.parting.make(whole, name);
    Statement insert = state.database.prepare(
        "INSERT INTO judgement (entity, other, verdict, judge, score) VALUES (?1, ?2, 'different', ?3, 1.0)");
    insert.bind(1, whole).bind(2, part).bind(3, judge).run();
    state.parting.begin(state.database.last_insert_id(), documents);
    state.refresh_merged(whole, part);
    state.resolution.forget_known();
    return part;
}

bool StoreWriter::State::withdraw(EntityId entity, EntityId other, std::string_view judge) {
    database
        .prepare(
            "DELETE FROM judgement WHERE judge = ?3 AND ((entity = ?1 AND other = ?2) OR (entity = ?2 AND other = ?1))")
        .bind(1, entity)
        .bind(2, other)
        .bind(3, judge)
        .run();
    return database.changes() > 0;
}

bool StoreWriter::part(EntityId entity, EntityId other, std::string_view judge) {
    State& state = *state_;
    state.begin_transaction();
    Database& database = state.database;
    UnsupportedRows held_by_them(database);
    database.execute("SAVEPOINT parting");
    Statement remove = database.prepare("DELETE FROM judgement WHERE id = ?1");
    while (true) {
        std::int64_t latest = 0;
        const std::vector<HoldingJudgement> chain = judgements_between(database, entity, other);
        if (chain.empty()) break;
        for (const HoldingJudgement& judgement : chain) {
            if (judgement.judge == judge) latest = std::max(latest, judgement.id);
        }
        if (latest == 0) {
            database.execute("ROLLBACK TO parting; RELEASE parting");
            return false;
        }
        const std::string id = std::to_string(latest);
        held_by_them.touch_entities("SELECT entity FROM judgement WHERE id = " + id +
                                    " UNION SELECT other FROM judgement WHERE id = " + id);
        remove.bind(1, latest).run();
    }
    database.execute("RELEASE parting");
    state.refresh_merged(entity, other);
    held_by_them.remove();
    state.resolution.forget_known();
    return true;
}

namespace {

void require_possible(const Correction& right, const Store& store) {
    const Relation& relation = store.ontology().at(right.relation);
    const auto require = [&](bool is_allowed, std::string_view side, const Entity& entity) {
        if (is_allowed) return;
        throw Error("the " + std::string(side) + " of " + relation.name + " cannot be " + with_article(entity.kind) +
                        " (" + entity.name + ")",
                    "`kith relations` lists what each relation ties.");
    };
    const Entity subject = store.entity(right.subject), object = store.entity(right.object);
    if (subject.id == object.id) throw Error("the correction ties " + subject.name + " to itself");
    require(relation.allows_subject(subject.kind), "subject", subject);
    require(relation.allows_object(object.kind), "object", object);
}

}  // namespace

Correction StoreWriter::as_said(ClaimId claim) {
    state_->begin_transaction();
    Statement row = state_->database.prepare("SELECT subject, relation, object, status FROM claim WHERE id = ?1");
    if (!row.bind(1, claim).step()) {
        throw Error("there is no claim number " + std::to_string(claim), "`kith review --list` tells some.");
    }
    return {row.integer(0), static_cast<RelationId>(row.integer(1)), row.integer(2),
            static_cast<Status>(row.integer(3))};
}

std::int64_t StoreWriter::judge_claim(ClaimId claim, ClaimVerdict verdict, std::string_view judge,
                                      std::optional<Correction> right, std::string_view decided) {
    const Correction said = as_said(claim);
    Correction judged = said;
    if (verdict == ClaimVerdict::rejected) judged.status = Status::rejected;
    if (verdict == ClaimVerdict::corrected) {
        judged = right.value_or(said);
        require_possible(judged, store());
        if (store().ontology().at(judged.relation).symmetric && judged.object < judged.subject)
            std::swap(judged.subject, judged.object);
        if (judged == said) throw Error("the correction is what the claim says already", "Confirm it instead.");
    }
    State& state = *state_;
    const auto earlier = state.claim_judgements.of(claim, judge);
    if (!earlier) return state.claim_judgements.add(claim, verdict, judged, judge, decided);
    UnsupportedRows held_by_earlier(state.database);
    touch_parties(held_by_earlier, *earlier);
    const std::int64_t id = state.claim_judgements.add(claim, verdict, judged, judge, decided);
    held_by_earlier.remove();
    state.resolution.forget_known();
    return id;
}

bool StoreWriter::withdraw_claim_judgement(std::int64_t judgement) {
    State& state = *state_;
    state.begin_transaction();
    UnsupportedRows held_by_it(state.database);
    touch_parties(held_by_it, judgement);
    if (!state.claim_judgements.remove(judgement)) return false;
    held_by_it.remove();
    state.resolution.forget_known();
    return true;
}

void StoreWriter::State::refresh_merged(EntityId entity, EntityId other) {
    evidence_sources.touch_entities(refresh_merged_entities(database, std::array{entity, other}));
}

}  // namespace kith
