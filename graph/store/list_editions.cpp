#include "graph/store/list_editions.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include "graph/partial_date.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

namespace {

// Temporary tables of one decision.
class Lists {
public:
    explicit Lists(Database& database) : database_(database) {
        database.execute(
            "CREATE TEMP TABLE edition (document INTEGER PRIMARY KEY, rank INTEGER, is_snapshot INTEGER);"
            "CREATE TEMP TABLE latest (record TEXT PRIMARY KEY, rank INTEGER, dropped INTEGER) WITHOUT ROWID;"
            "CREATE TEMP TABLE leaving (claim INTEGER, document INTEGER, begin INTEGER, extractor TEXT, is_dropped "
            "INTEGER)");
    }
    ~Lists() {
        try {
            database_.execute("DROP TABLE edition; DROP TABLE latest; DROP TABLE leaving");
        } catch (const std::exception&) {  // the transaction has ended, and the tables with it
        }
    }
    Lists(const Lists&) = delete;
    Lists& operator=(const Lists&) = delete;

private:
    Database& database_;
};

// Of a past claim p that was made former: the claim that says so, and its evidence.
constexpr std::string_view former_of_past =
    "past_claim p JOIN edition n ON n.document = p.document JOIN latest l ON l.record = p.record JOIN claim c "
    "ON c.subject = p.subject AND c.relation = p.relation AND c.object = p.object AND c.status = 5 "
    "AND c.speaker IS p.speaker AND c.place IS p.place AND c.time IS p.time WHERE p.is_dropped AND p.status = 0 "
    "AND (n.rank < l.rank OR l.dropped IS NULL)";

}  // namespace

struct ListEditions::PastClaim {
    std::int64_t id = 0;
    ClaimId claim = 0;  // as it was numbered
    ResolvedClaim parties{};
    ClaimRecord record{};
    DocumentId document = 0, lineage = 0;
};

// Editions go by the day they were published; one without a day comes behind those that were read before it. The
// documents of one edition (a table may name several sources and dates) have one rank. False: the list has but one, of
// which nothing is past.
bool ListEditions::order_editions(const std::string& list, std::optional<DocumentId> leaving) {
    struct Edition {
        Day published = std::numeric_limits<Day>::min();
        std::vector<std::pair<DocumentId, bool>> documents{};  // and whether it is a snapshot
    };
    std::vector<Edition> editions;
    std::map<std::string, std::size_t> index;
    Statement rows = database_.prepare(
        "SELECT id, edition, published, is_snapshot FROM document WHERE list = ?1 AND id IS NOT ?2 ORDER BY id");
    Day latest = std::numeric_limits<Day>::min();
    for (rows.bind(1, list).bind(2, leaving); rows.step();) {
        const auto [found, is_new] = index.try_emplace(std::string(rows.text(1)), editions.size());
        if (is_new) editions.emplace_back();
        Edition& edition = editions[found->second];
        edition.documents.emplace_back(rows.integer(0), rows.integer(3) != 0);
        const auto published = parse_partial_date(rows.text(2));
        edition.published = std::max(edition.published, published ? published->first_day() : latest);
        latest = std::max(latest, edition.published);
    }
    std::ranges::stable_sort(editions, {}, &Edition::published);
    Statement insert = database_.prepare("INSERT INTO edition VALUES (?1, ?2, ?3)");
    for (std::size_t rank = 0; rank < editions.size(); ++rank) {
        for (const auto& [document, is_snapshot] : editions[rank].documents)
            insert.bind(1, document).bind(2, static_cast<std::int64_t>(rank)).bind(3, std::int64_t{is_snapshot}).run();
    }
    return editions.size() > 1 ||
           database_.integer("SELECT EXISTS (SELECT 1 FROM past_claim p JOIN edition n ON n.document = p.document)") !=
               0;
}

// For each record the rank of its latest edition, and the snapshot behind that which has dropped it.
void ListEditions::find_latest() {
    database_.execute(
        "INSERT INTO latest SELECT r.id, max(n.rank), NULL FROM edition n CROSS JOIN record r "
        "ON r.document = n.document GROUP BY r.id;"
        "UPDATE latest SET dropped = (SELECT document FROM edition "
        "WHERE is_snapshot AND rank > latest.rank ORDER BY rank, document LIMIT 1)");
}

ListEditions::Changes ListEditions::settle(const std::string& list, std::optional<DocumentId> leaving) {
    const Lists tables(database_);
    if (!order_editions(list, leaving)) return {};
    find_latest();
    take_back_former();
    give_back();
    const Changes changes = move_past();
    tell_until();
    return changes;
}

// Records that stand on the list again, or of which a later edition speaks.
void ListEditions::take_back_former() {
    const std::string former(former_of_past);
    UnsupportedRows unsupported(database_);
    unsupported.touch("SELECT c.id FROM " + former, "SELECT id FROM entity WHERE 0");
    std::vector<ClaimId> told;
    for (const ClaimId claim : unsupported.claims()) sources_.append_told_with(claim, told);
    database_.execute(
        "DELETE FROM evidence WHERE (claim, document, begin, extractor) IN (SELECT c.id, p.document, p.begin, "
        "p.extractor FROM " +
        former +
        "); UPDATE past_claim SET is_dropped = 0 WHERE is_dropped AND id IN (SELECT p.id FROM edition n CROSS JOIN "
        "past_claim p ON p.document = n.document JOIN latest l ON l.record = p.record WHERE n.rank < l.rank OR "
        "l.dropped IS NULL)");
    unsupported.remove();
    for (const ClaimId claim : told) sources_.touch(claim);
}

// What the latest edition of its record says, unless a snapshot has dropped it since.
void ListEditions::give_back() {
    std::vector<std::int64_t> given_back;
    visit_past("NOT p.is_dropped AND n.rank = l.rank AND (l.dropped IS NULL OR p.status = 5)",
               [&](const PastClaim& past) {
                   tell(past, past.record.status);
                   given_back.push_back(past.id);
               });
    Statement remove = database_.prepare("DELETE FROM past_claim WHERE id = ?1");
    for (const std::int64_t id : given_back) remove.bind(1, id).run();
    database_.execute(
        "UPDATE past_claim SET is_dropped = 1 WHERE NOT is_dropped AND status <> 5 AND id IN (SELECT p.id "
        "FROM edition n CROSS JOIN past_claim p ON p.document = n.document JOIN latest l ON l.record = p.record "
        "WHERE n.rank = l.rank AND l.dropped IS NOT NULL)");
}

ListEditions::Changes ListEditions::move_past() {
    database_.execute(
        "INSERT INTO leaving SELECT e.claim, e.document, e.begin, e.extractor, n.rank = l.rank FROM edition n "
        "CROSS JOIN evidence e ON e.document = n.document JOIN latest l ON l.record = e.record JOIN claim c "
        "ON c.id = e.claim WHERE n.rank < l.rank OR (l.dropped IS NOT NULL AND c.status <> 5)");
    const auto count = [&](const char* which) {
        return database_.integer(
            std::string(
                "SELECT count(DISTINCT e.record) FROM leaving v JOIN evidence e ON e.claim = v.claim AND e.document "
                "= v.document AND e.begin = v.begin AND e.extractor = v.extractor WHERE ") +
            which);
    };
    const Changes changes{count("NOT v.is_dropped"), count("v.is_dropped")};
    if (changes.replaced + changes.dropped == 0) {
        tell_former();
        return changes;
    }
    UnsupportedRows unsupported(database_);
    unsupported.touch("SELECT claim FROM leaving", "SELECT id FROM entity WHERE 0");
    std::vector<ClaimId> told;
    for (const ClaimId claim : unsupported.claims()) sources_.append_told_with(claim, told);
    database_.execute(
        "INSERT INTO past_claim (document, record, is_dropped, claim, subject, relation, object, status, speaker, "
        "item, role, place, time, unnamed_speaker, begin, \"end\", cue_begin, cue_end, line, confidence, url, "
        "quote, extractor) SELECT e.document, e.record, v.is_dropped, c.id, c.subject, c.relation, c.object, "
        "c.status, c.speaker, c.item, c.role, c.place, c.time, c.unnamed_speaker, e.begin, e.\"end\", e.cue_begin, "
        "e.cue_end, e.line, e.confidence, e.url, e.quote, e.extractor FROM leaving v JOIN evidence e "
        "ON e.claim = v.claim AND e.document = v.document AND e.begin = v.begin AND e.extractor = v.extractor "
        "JOIN claim c ON c.id = v.claim ORDER BY v.claim, v.document, v.begin, v.extractor;"
        "DELETE FROM evidence WHERE (claim, document, begin, extractor) IN (SELECT claim, document, begin, extractor "
        "FROM leaving)");
    // Before claims go, those that are former now take their places and entities.
    tell_former();
    unsupported.remove();
    for (const ClaimId claim : told) sources_.touch(claim);
    return changes;
}

// What was dropped and held: told again as former, from the place that it stood at.
void ListEditions::tell_former() {
    visit_past("p.is_dropped AND p.status = 0", [&](const PastClaim& past) { tell(past, Status::former); });
}

// Since which edition something is past: the first behind its own that has the record, or is a whole list.
void ListEditions::tell_until() {
    database_.execute(
        "UPDATE past_claim SET until = (SELECT n.document FROM edition n WHERE n.rank > (SELECT rank FROM edition "
        "WHERE document = past_claim.document) AND (n.is_snapshot OR EXISTS (SELECT 1 FROM record r "
        "WHERE r.document = n.document AND r.id = past_claim.record)) ORDER BY n.rank, n.document LIMIT 1) "
        "WHERE document IN (SELECT document FROM edition)");
}

void ListEditions::tell(const PastClaim& past, Status status) {
    ClaimRecord record = past.record;
    record.status = status;
    auto [id, is_new] = claims_.find_or_append(past.parties, record);
    if (is_new && status == past.record.status && claims_.renumber(id, past.claim)) id = past.claim;
    claims_.add_evidence(id, {past.document, past.lineage, nullptr}, record);
    if (past.parties.speaker) sources_.touch(id);
}

template <typename Visit>
void ListEditions::visit_past(std::string_view where, const Visit& visit) {
    Statement rows = database_.prepare(
        "SELECT p.id, p.claim, p.subject, p.relation, p.object, p.status, p.speaker, p.item, p.role, p.place, p.time, "
        "p.unnamed_speaker, p.begin, p.\"end\", p.cue_begin, p.cue_end, p.line, p.confidence, p.url, p.quote, "
        "p.extractor, p.record, d.id, d.lineage, d.published FROM edition n CROSS JOIN past_claim p ON p.document = "
        "n.document JOIN latest l ON l.record = p.record JOIN document d ON d.id = p.document WHERE " +
        std::string(where) + " ORDER BY p.claim, p.id");
    const auto text = [&](int column) { return std::string(rows.text(column)); };
    const auto position = [&](int column) { return static_cast<std::size_t>(rows.integer(column)); };
    std::vector<PastClaim> found;
    while (rows.step()) {
        PastClaim& past = found.emplace_back();
        past.id = rows.integer(0);
        past.claim = rows.integer(1);
        past.parties = {.subject = rows.integer(2),
                        .relation = static_cast<RelationId>(rows.integer(3)),
                        .object = rows.integer(4),
                        .speaker = rows.optional_integer(6),
                        .place = rows.optional_integer(9)};
        ClaimRecord& record = past.record;
        record.status = static_cast<Status>(rows.integer(5));
        record.item = text(7);
        record.role = text(8);
        record.time = text(10);
        record.unnamed_speaker = text(11);
        record.sentence = {position(12), position(13)};
        record.cue = {position(14), position(15)};
        record.line = position(16);
        record.confidence = static_cast<double>(rows.integer(17)) / 1000.0;
        record.url = text(18);
        record.quote = text(19);
        record.extractor = text(20);
        record.record = text(21);
        past.document = rows.integer(22);
        past.lineage = rows.integer(23);
        if (const auto published = parse_partial_date(rows.text(24))) past.parties.published = published->first_day();
    }
    for (const PastClaim& past : found) visit(past);
}

}  // namespace kith
