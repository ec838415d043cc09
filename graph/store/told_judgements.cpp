// Judgements that a StoreWriter was told along with the claims of an exported store. They are made at the end of the run,
// in the order in which they came, when bulk loads are joined and editions of lists are settled.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/automatic_judge.hpp"
#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_writer_state.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

namespace {

constexpr std::array verdicts = {"same", "different", "unsure"};

void require_judge(const std::string& judge, const std::string& decided) {
    if (judge.empty()) throw RejectedRecord("the judgement does not tell who judged");
    if (judge == automatic_judge) throw RejectedRecord("nobody judges as \"kith\" but kith by itself");
    if (!decided.empty() && !parse_partial_date(decided))
        throw RejectedRecord("\"" + decided.substr(0, 40) + "\" is no date");
}

// The document that holds this text, or is this source of records, by its hash. Nothing: there is none.
std::optional<DocumentId> document_of(const Database& database, std::string_view sha256) {
    if (sha256.size() != 64 || sha256.find_first_not_of("0123456789abcdef") != sha256.npos) return std::nullopt;
    Statement row = database.prepare("SELECT id FROM document WHERE sha256 = x'" + std::string(sha256) + "'");
    if (!row.step()) return std::nullopt;
    return row.integer(0);
}

}  // namespace

void StoreWriter::add_judgement(const SamenessRecord& judgement) {
    state_->begin_transaction();
    if (std::ranges::find(verdicts, judgement.verdict) == verdicts.end())
        throw RejectedRecord("there is no verdict \"" + judgement.verdict.substr(0, 40) + '"',
                             "Use same, different or unsure.");
    require_judge(judgement.judge, judgement.decided);
    if (!(judgement.score >= 0.0 && judgement.score <= 1.0)) throw RejectedRecord("the score is not between 0 and 1");
    if (!judgement.documents.empty() && judgement.verdict != "different")
        throw RejectedRecord("only who are different are parted by documents");
    for (const EntityReference* const each : {&judgement.entity, &judgement.other}) required_name_key(*each);
    state_->told_sameness.push_back(judgement);
}

void StoreWriter::add_judgement(const ClaimJudgementRecord& judgement) {
    state_->begin_transaction();
    require_judge(judgement.judge, judgement.decided);
    require_acceptable(judgement.said, state_->ontology);
    if (judgement.verdict == ClaimVerdict::corrected) require_acceptable(judgement.right, state_->ontology);
    state_->told_claim_judgements.push_back(judgement);
}

void StoreWriter::State::make_told_judgements() {
    if (told_sameness.empty() && told_claim_judgements.empty()) return;
    // Judgements up to these numbers were there before the run. What was told is older than they are, or the same.
    const std::int64_t known = database.integer("SELECT coalesce(max(id), 0) FROM judgement");
    const std::int64_t known_of_claims = database.integer("SELECT coalesce(max(id), 0) FROM claim_judgement");
    const std::int64_t last_entity = database.integer("SELECT coalesce(max(id), 0) FROM entity");
    std::vector<EntityId> judged;
    for (const SamenessRecord& each : std::exchange(told_sameness, {})) {
        if (const auto pair = make(each, known)) judged.insert(judged.end(), {pair->first, pair->second});
    }
    if (!judged.empty()) evidence_sources.touch_entities(refresh_merged_entities(database, judged));
    // Whom only a judgement names that is replaced now, or was told and not made, goes again.
    UnsupportedRows named(database);
    named.touch_entities("SELECT right_subject FROM claim_judgement UNION SELECT right_object FROM claim_judgement");
    for (const ClaimJudgementRecord& each : std::exchange(told_claim_judgements, {})) make(each, known_of_claims);
    named.touch_entities("SELECT id FROM entity WHERE id > " + std::to_string(last_entity));
    named.remove();
    resolution.forget_known();
}

std::optional<std::pair<EntityId, EntityId>> StoreWriter::State::make(const SamenessRecord& told, std::int64_t known) {
    const EntityId entity = resolution.resolve(told.entity).first, other = resolution.resolve(told.other).first;
    // Two who are one here cannot be judged; what the judge had judged before the run stays, or has judged so in it, or
    // has parted.
    Statement standing = database.prepare(
        "SELECT 1 FROM judgement WHERE judge = ?1 AND ((entity = ?2 AND other = ?3 AND (id <= ?4 OR verdict = ?5)) OR "
        "(entity = ?3 AND other = ?2 AND id <= ?4))");
    standing.bind(1, told.judge).bind(2, entity).bind(3, other).bind(4, known).bind(5, told.verdict);
    if (entity == other || standing.step() || parting_between(entity, other, told.judge)) return std::nullopt;
    withdraw(entity, other, told.judge);
    Statement insert = database.prepare(
        "INSERT INTO judgement (entity, other, verdict, judge, decided, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(1, entity).bind(2, other).bind(3, told.verdict).bind(4, told.judge);
    insert.bind_text_or_null(5, told.decided).bind(6, told.score).run();
    const std::int64_t id = database.last_insert_id();
    std::set<DocumentId> documents;
    for (const std::string& each : told.documents) {
        if (const auto found = document_of(database, each)) documents.insert(*found);
    }
    if (!documents.empty()) {
        parting.take_names(entity, other);
        parting.begin(id, std::vector(documents.begin(), documents.end()));
    }
    return std::pair(entity, other);
}

void StoreWriter::State::make(const ClaimJudgementRecord& told, std::int64_t known) {
    stand_ins.clear();  // no document is at hand
    const Relation* const relation = ontology.find(told.said.relation);
    const ResolvedClaim said = resolve(told.said, *relation);
    if (said.subject == said.object) return;  // the two are one here
    Correction right{said.subject, said.relation, said.object, told.said.status};
    if (told.verdict == ClaimVerdict::rejected) right.status = Status::rejected;
    if (told.verdict == ClaimVerdict::corrected) {
        const ResolvedClaim judged = resolve(told.right, *ontology.find(told.right.relation));
        right = {judged.subject, judged.relation, judged.object, told.right.status};
        if (right.subject == right.object) return;
    }
    claim_judgements.add(said, details_of(told.said), told.verdict, right, told.judge, told.decided, known);
}

}  // namespace kith
