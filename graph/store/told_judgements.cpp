// Judgements that a StoreWriter was told along with the claims of an exported store. They are made at the end of the run,
// in the order in which they came, when bulk loads are joined and editions of lists are settled.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "graph/claim_rules.hpp"
#include "graph/error.hpp"
#include "graph/store/store_writer_state.hpp"

namespace kith {

namespace {

constexpr std::array verdicts = {"same", "different", "unsure"};

void require_judge(const std::string& judge, const std::string& decided) {
    if (judge.empty()) throw RejectedRecord("the judgement does not tell who judged");
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
    for (const SamenessRecord& each : std::exchange(told_sameness, {})) make(each);
    for (const ClaimJudgementRecord& each : std::exchange(told_claim_judgements, {})) make(each);
}

void StoreWriter::State::make(const SamenessRecord& told) {
    const EntityId entity = resolution.resolve(told.entity).first, other = resolution.resolve(told.other).first;
    // Two who are one here cannot be judged; what the judge has judged so already stays, and so does what he has parted.
    Statement known =
        database.prepare("SELECT 1 FROM judgement WHERE entity = ?1 AND other = ?2 AND verdict = ?3 AND judge = ?4");
    known.bind(1, entity).bind(2, other).bind(3, told.verdict).bind(4, told.judge);
    if (entity == other || known.step() || parting_between(entity, other, told.judge)) return;
    withdraw(entity, other, told.judge);
    Statement insert = database.prepare(
        "INSERT INTO judgement (entity, other, verdict, judge, decided, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    insert.bind(1, entity).bind(2, other).bind(3, told.verdict).bind(4, told.judge);
    insert.bind_text_or_null(5, told.decided).bind(6, told.score).run();
    const std::int64_t id = database.last_insert_id();
    std::vector<DocumentId> parting_documents;
    for (const std::string& each : told.documents) {
        if (const auto found = document_of(database, each)) parting_documents.push_back(*found);
    }
    if (!parting_documents.empty()) {
        parting.take_names(entity, other);
        parting.begin(id, parting_documents);
    }
    refresh_merged(entity, other);
}

void StoreWriter::State::make(const ClaimJudgementRecord& told) {
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
    claim_judgements.add(said, details_of(told.said), told.verdict, right, told.judge, told.decided);
}

}  // namespace kith
