#include "graph/store/claim_judgements.hpp"

#include <string>
#include <utility>

namespace kith {

namespace {

constexpr std::int64_t first_version_with_judgements = 7;

// Of each claim that is there, the judgement that decides.
constexpr std::string_view latest = "SELECT max(id) FROM claim_judgement WHERE claim IS NOT NULL GROUP BY claim";

}  // namespace

ClaimJudgements::ClaimJudgements(Database& database, ClaimWriter& claims, EvidenceSources& sources)
    : database_(database), claims_(claims), sources_(sources) {}

void ClaimJudgements::lift() {
    touch_sources();
    database_.execute(
        "UPDATE claim SET subject = j.subject, relation = j.relation, object = j.object, status = j.status FROM "
        "claim_judgement j WHERE j.claim = claim.id;"
        "UPDATE evidence SET confidence = v.confidence FROM vouched_evidence v WHERE evidence.claim = v.claim AND "
        "evidence.document = v.document AND evidence.begin = v.begin AND evidence.extractor = v.extractor;"
        "UPDATE claim SET confidence = (SELECT max(confidence) FROM evidence WHERE claim = claim.id) WHERE id IN "
        "(SELECT claim FROM vouched_evidence);"
        "DELETE FROM vouched_evidence");
}

void ClaimJudgements::lay() {
    find_claims();
    std::vector<ClaimId> vouched;
    Statement rows = database_.prepare("SELECT claim FROM claim_judgement WHERE verdict <> 'rejected' AND id IN (" +
                                       std::string(latest) + ")");
    while (rows.step()) vouched.push_back(rows.integer(0));
    rows.reset();
    for (const ClaimId claim : vouched) vouch_for(claim);
    database_.execute(
        "UPDATE claim SET subject = j.right_subject, relation = j.right_relation, object = j.right_object, status = "
        "j.right_status FROM claim_judgement j WHERE j.claim = claim.id AND j.id IN (" +
        std::string(latest) + ")");
    touch_sources();
}

// By what was said, as all rows say now.
void ClaimJudgements::find_claims() {
    std::vector<std::pair<std::int64_t, std::optional<ClaimId>>> found;
    for (const ClaimJudgement& each : claim_judgements(database_)) {
        const Claim& said = each.said;
        const auto claim = claims_.find({.subject = said.subject,
                                         .relation = said.relation,
                                         .object = said.object,
                                         .speaker = said.speaker,
                                         .place = said.place},
                                        {said.status, said.time, said.item, said.role, said.unnamed_speaker});
        found.emplace_back(each.id, claim ? std::optional(claim->id) : std::nullopt);
    }
    Statement set = database_.prepare("UPDATE claim_judgement SET claim = ?2 WHERE id = ?1");
    for (const auto& [judgement, claim] : found) set.bind(1, judgement).bind(2, claim).run();
}

void ClaimJudgements::vouch_for(ClaimId claim) {
    const std::string id = std::to_string(claim), confidence = std::to_string(vouched_confidence);
    database_.execute(
        "INSERT INTO vouched_evidence SELECT claim, document, begin, extractor, confidence FROM evidence WHERE claim "
        "= " +
        id + " ORDER BY confidence DESC, document, begin, extractor LIMIT 1;" +
        "UPDATE evidence SET confidence = max(confidence, " + confidence +
        ") WHERE (claim, document, begin, extractor) = (SELECT claim, document, begin, extractor FROM "
        "vouched_evidence WHERE claim = " +
        id + "); UPDATE claim SET confidence = max(confidence, " + confidence + ") WHERE id = " + id);
}

// A tie that a claim leaves or joins may have another occasion.
void ClaimJudgements::touch_sources() {
    std::vector<ClaimId> judged;
    Statement rows = database_.prepare("SELECT DISTINCT claim FROM claim_judgement WHERE claim IS NOT NULL");
    while (rows.step()) judged.push_back(rows.integer(0));
    rows.reset();
    for (const ClaimId claim : judged) {
        std::vector<ClaimId> told;
        sources_.append_told_with(claim, told);
        for (const ClaimId each : told) sources_.touch(each);
    }
}

std::int64_t ClaimJudgements::add(ClaimId claim, ClaimVerdict verdict, const Correction& right, std::string_view judge,
                                  std::string_view decided) {
    database_.prepare("DELETE FROM claim_judgement WHERE claim = ?1 AND judge = ?2")
        .bind(1, claim)
        .bind(2, judge)
        .run();
    Statement insert = database_.prepare(
        "INSERT INTO claim_judgement (verdict, judge, decided, claim, subject, relation, object, status, speaker, "
        "item, "
        "role, place, time, unnamed_speaker, right_subject, right_relation, right_object, right_status) SELECT ?2, ?3, "
        "?4, id, subject, relation, object, status, speaker, item, role, place, time, unnamed_speaker, ?5, ?6, ?7, ?8 "
        "FROM claim WHERE id = ?1");
    insert.bind(1, claim).bind(2, to_string(verdict)).bind(3, judge).bind_text_or_null(4, decided);
    insert.bind(5, right.subject).bind(6, std::int64_t{right.relation}).bind(7, right.object);
    insert.bind(8, static_cast<std::int64_t>(right.status)).run();
    return database_.last_insert_id();
}

void ClaimJudgements::add(const ResolvedClaim& said, const ClaimDetails& details, ClaimVerdict verdict,
                          const Correction& right, std::string_view judge, std::string_view decided,
                          std::int64_t known) {
    const auto bind = [&](Statement& statement) -> Statement& {
        statement.bind(1, judge).bind(2, said.subject).bind(3, std::int64_t{said.relation}).bind(4, said.object);
        statement.bind(5, static_cast<std::int64_t>(details.status)).bind(6, said.speaker).bind(7, said.place);
        statement.bind_text_or_null(8, details.item).bind_text_or_null(9, details.role);
        return statement.bind_text_or_null(10, details.time).bind(11, details.unnamed_speaker);
    };
    const auto bind_verdict = [&](Statement& statement) -> Statement& {
        statement.bind(12, to_string(verdict)).bind_text_or_null(13, decided).bind(14, right.subject);
        statement.bind(15, std::int64_t{right.relation}).bind(16, right.object);
        return statement.bind(17, static_cast<std::int64_t>(right.status));
    };
    const std::string of_judge =
        " FROM claim_judgement WHERE judge = ?1 AND subject = ?2 AND relation = ?3 AND object = ?4 AND status = ?5 AND "
        "speaker IS ?6 AND place IS ?7 AND item IS ?8 AND role IS ?9 AND time IS ?10 AND unnamed_speaker = ?11";
    Statement standing = database_.prepare(
        "SELECT 1" + of_judge +
        " AND (id <= ?18 OR (verdict = ?12 AND decided IS ?13 AND right_subject = ?14 AND right_relation = ?15 AND "
        "right_object = ?16 AND right_status = ?17))");
    bind(standing);
    if (bind_verdict(standing).bind(18, known).step()) return;
    Statement earlier = database_.prepare("DELETE" + of_judge);
    bind(earlier).run();
    Statement insert = database_.prepare(
        "INSERT INTO claim_judgement (judge, subject, relation, object, status, speaker, place, item, role, time, "
        "unnamed_speaker, verdict, decided, right_subject, right_relation, right_object, right_status) VALUES (?1, ?2, "
        "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
    bind(insert);
    bind_verdict(insert).run();
}

std::optional<std::int64_t> ClaimJudgements::of(ClaimId claim, std::string_view judge) const {
    Statement row = database_.prepare("SELECT id FROM claim_judgement WHERE claim = ?1 AND judge = ?2");
    if (!row.bind(1, claim).bind(2, judge).step()) return std::nullopt;
    return row.integer(0);
}

bool ClaimJudgements::remove(std::int64_t judgement) {
    database_.prepare("DELETE FROM claim_judgement WHERE id = ?1").bind(1, judgement).run();
    return database_.changes() > 0;
}

std::vector<ClaimJudgement> claim_judgements(const Database& database) {
    if (database.integer("PRAGMA user_version") < first_version_with_judgements) return {};
    Statement rows = database.prepare(
        "SELECT id, verdict, judge, decided, claim, subject, relation, object, status, speaker, item, role, place, "
        "time, "
        "unnamed_speaker, right_subject, right_relation, right_object, right_status FROM claim_judgement ORDER BY id");
    const auto text = [&](int column) { return std::string(rows.text(column)); };
    const auto relation = [&](int column) { return static_cast<RelationId>(rows.integer(column)); };
    const auto status = [&](int column) { return static_cast<Status>(rows.integer(column) & 7); };
    std::vector<ClaimJudgement> found;
    while (rows.step()) {
        ClaimJudgement& each = found.emplace_back();
        each.id = rows.integer(0);
        each.verdict = parse_claim_verdict(rows.text(1)).value_or(ClaimVerdict::confirmed);
        each.judge = text(2);
        each.decided = text(3);
        each.claim = rows.optional_integer(4);
        each.said = {.id = each.claim.value_or(0),
                     .subject = rows.integer(5),
                     .relation = relation(6),
                     .object = rows.integer(7),
                     .status = status(8),
                     .speaker = rows.optional_integer(9),
                     .unnamed_speaker = text(14),
                     .item = text(10),
                     .role = text(11),
                     .place = rows.optional_integer(12),
                     .time = text(13)};
        each.right = {rows.integer(15), relation(16), rows.integer(17), status(18)};
    }
    return found;
}

std::vector<std::pair<EntityId, EntityId>> parties_of_rejected_claims(const Database& database) {
    if (database.integer("PRAGMA user_version") < first_version_with_judgements) return {};
    Statement rows = database.prepare(
        "SELECT subject, object FROM claim WHERE id IN (SELECT claim FROM claim_judgement) AND status = ?1");
    std::vector<std::pair<EntityId, EntityId>> parties;
    for (rows.bind(1, static_cast<std::int64_t>(Status::rejected)); rows.step();) {
        parties.emplace_back(rows.integer(0), rows.integer(1));
    }
    return parties;
}

}  // namespace kith
