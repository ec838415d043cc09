#include "graph/store/past_claims.hpp"

#include "graph/store/claim_conditions.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr std::int64_t first_version_with_lists = 6;

// That the next edition says the same by the same record, still or in its time.
constexpr std::string_view is_repeated =
    "EXISTS (SELECT 1 FROM claim c JOIN evidence e ON e.claim = c.id WHERE c.subject = p.subject "
    "AND c.relation = p.relation AND c.object = p.object AND c.status = p.status AND c.speaker IS p.speaker "
    "AND c.place IS p.place AND c.time IS p.time AND c.item IS p.item AND c.role IS p.role AND e.document = p.until "
    "AND e.record = p.record) OR EXISTS (SELECT 1 FROM past_claim q WHERE q.subject = p.subject "
    "AND q.relation = p.relation AND q.object = p.object AND q.status = p.status AND q.speaker IS p.speaker "
    "AND q.place IS p.place AND q.time IS p.time AND q.item IS p.item AND q.role IS p.role AND q.document = p.until "
    "AND q.record = p.record)";

}  // namespace

std::vector<PastClaim> past_claims(const Store& store, EntityId entity) {
    const Database& database = database_of(store);
    if (database.integer("PRAGMA user_version") < first_version_with_lists) return {};
    const std::string ids = sql_list(store.members(entity));
    Statement rows = database.prepare(
        "SELECT p.subject, p.relation, p.object, p.status, p.speaker, p.item, p.role, p.place, p.time, "
        "p.unnamed_speaker, p.confidence, p.document, p.until, p.is_dropped, p.begin, p.\"end\", p.cue_begin, "
        "p.cue_end, p.line, p.quote, p.record, p.url, p.extractor FROM past_claim p JOIN document d "
        "ON d.id = p.document WHERE (p.subject IN " +
        ids + " OR p.object IN " + ids + " OR p.speaker IN " + ids + ") AND NOT (" + std::string(is_repeated) +
        ") ORDER BY d.published IS NULL, d.published, d.id, p.begin, p.id");
    const auto text = [&](int column) { return std::string(rows.text(column)); };
    const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
    const auto canonical = [&](int column) { return store.canonical(rows.integer(column)); };
    std::vector<PastClaim> found;
    while (rows.step()) {
        PastClaim& past = found.emplace_back();
        Claim& claim = past.claim;
        claim.subject = canonical(0);
        claim.relation = static_cast<RelationId>(rows.integer(1));
        claim.object = canonical(2);
        claim.status = static_cast<Status>(rows.integer(3));
        if (!rows.is_null(4)) claim.speaker = canonical(4);
        claim.item = text(5);
        claim.role = text(6);
        if (!rows.is_null(7)) claim.place = canonical(7);
        claim.time = text(8);
        claim.unnamed_speaker = text(9);
        claim.confidence = static_cast<double>(rows.integer(10)) / 1000.0;
        past.said.document = store.document(rows.integer(11));
        if (!rows.is_null(12)) past.until = store.document(rows.integer(12));
        past.is_dropped = rows.integer(13) != 0;
        past.said.evidence = {.document = past.said.document.id,
                              .sentence = {position(14), position(15)},
                              .cue = {position(16), position(17)},
                              .line = position(18),
                              .quote = text(19),
                              .confidence = claim.confidence,
                              .source = past.said.document.lineage,
                              .record = text(20),
                              .url = text(21),
                              .extractor = text(22)};
    }
    return found;
}

}  // namespace kith
