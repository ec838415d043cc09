// Judgements of a StoreWriter: who is one, and who is not.
#include <algorithm>
#include <array>
#include <set>

#include "graph/error.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_writer_state.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

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
    for (const EntityId each : {entity, other})
        held_by_it.touch("SELECT id FROM claim WHERE 0", "VALUES (" + std::to_string(each) + ")");
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
    state_->begin_transaction();
    Database& database = state_->database;
    database.execute("SAVEPOINT parting");
    Statement remove = database.prepare("DELETE FROM judgement WHERE id = ?1");
    while (true) {
        std::int64_t latest = 0;
        const std::vector<HoldingJudgement> chain = judgements_between(database, entity, other);
        for (const HoldingJudgement& judgement : chain) {
            if (judgement.judge == judge) latest = std::max(latest, judgement.id);
        }
        if (latest == 0) {
            database.execute(chain.empty() ? "RELEASE parting" : "ROLLBACK TO parting; RELEASE parting");
            if (chain.empty()) state_->refresh_merged(entity, other);
            return chain.empty();
        }
        remove.bind(1, latest).run();
    }
}

void StoreWriter::State::refresh_merged(EntityId entity, EntityId other) {
    evidence_sources.touch_entities(refresh_merged_entities(database, std::array{entity, other}));
}

}  // namespace kith
