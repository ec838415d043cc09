#include "graph/store/bulk_load.hpp"

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/claim_identity.hpp"
#include "graph/store/schema.hpp"

namespace kith {

namespace {

// What tells claims of one tie apart: speaker, place and details.
using Identity = std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>, std::string>;

// Hands over what the second claim has to the first, and removes it.
class ClaimJoin {
public:
    ClaimJoin(Database& database, ClaimWriter& claims)
        : database_(database),
          claims_(claims),
          raise_(database.prepare("UPDATE claim SET confidence = max(claim.confidence, other.confidence), "
                                  "day = min(coalesce(claim.day, other.day), coalesce(other.day, claim.day)) "
                                  "FROM (SELECT confidence, day FROM claim WHERE id = ?2) AS other WHERE id = ?1")),
          group_(database.prepare("SELECT alternative_of IS NOT NULL FROM claim WHERE id = ?1")),
          // From the one piece of the second to its twin: the other way round all pieces of a common claim are read
          // for each that joins it.
          raise_evidence_(database.prepare(
              "UPDATE evidence SET confidence = max(confidence, (SELECT twin.confidence FROM evidence twin "
              "WHERE twin.claim = ?2 AND twin.document = evidence.document AND twin.begin = evidence.begin "
              "AND twin.extractor = evidence.extractor)) WHERE claim = ?1 AND (document, begin, extractor) IN "
              "(SELECT document, begin, extractor FROM evidence WHERE claim = ?2)")),
          move_(database.prepare("UPDATE OR IGNORE evidence SET claim = ?1 WHERE claim = ?2")),
          remove_evidence_(database.prepare("DELETE FROM evidence WHERE claim = ?1")),
          remove_(database.prepare("DELETE FROM claim WHERE id = ?1")) {}

    // The pieces of evidence that both had.
    std::int64_t join(ClaimId kept, ClaimId joined) {
        raise_.bind(1, kept).bind(2, joined).run();
        group_.bind(1, joined).step();
        const bool has_alternatives = group_.integer(0) != 0;
        group_.reset();
        if (has_alternatives) claims_.make_alternatives(kept, joined);
        raise_evidence_.bind(1, kept).bind(2, joined).run();
        move_.bind(1, kept).bind(2, joined).run();
        remove_evidence_.bind(1, joined).run();
        const std::int64_t twins = database_.changes();
        remove_.bind(1, joined).run();
        return twins;
    }

private:
    Database& database_;
    ClaimWriter& claims_;
    Statement raise_, group_, raise_evidence_, move_, remove_evidence_, remove_;
};

}  // namespace

void fail_numbering(const Database& database, std::string_view what) {
    throw Error(InputPosition{database.path(), 0, 0},
                "the database is damaged (" + std::string(what) + " has an impossible number)",
                "Restore a copy, or ingest the sources again into a new file.");
}

bool BulkLoad::Batch::is_full() const {
    constexpr std::size_t most_rows = 4096, most_bytes = std::size_t{1} << 20;
    return claims.size() + entities.size() >= most_rows || bytes >= most_bytes;
}

void BulkLoad::Batch::clear() {
    entities.clear();
    claims.clear();
    evidence.clear();
    bytes = 0;
}

BulkLoad::BulkLoad(Database& database, EntityWriter& entities)
    : database_(database),
      entities_(entities),
      claims_(database),
      evidence_(database),
      last_(database.integer("SELECT max(id) FROM claim")) {
    for (const IndexDefinition& index : indexes_of_loaded_tables())
        database.execute("DROP INDEX IF EXISTS " + index.name);
    // What is written comes from enumerations and clamped numbers; the check of an entity's kind takes three times as
    // long as its row.
    database.execute("PRAGMA ignore_check_constraints = ON; PRAGMA cache_size = -32768");
    entities_.begin_load(this);
}

BulkLoad::~BulkLoad() {
    entities_.begin_load(nullptr);
    try {
        database_.take_back();
    } catch (...) {  // the transaction came to nothing
    }
}

ClaimId BulkLoad::append(const ResolvedClaim& claim, const EvidencePlace& place, const ClaimRecord& record) {
    if (filled_.is_full()) hand_over();
    if (last_ == std::numeric_limits<ClaimId>::max()) fail_numbering(database_, "a claim");
    filled_.claims.emplace_back(claim, record);
    filled_.evidence.emplace_back(++last_, place, record);
    filled_.last = last_;
    filled_.bytes += record.item.size() + record.role.size() + record.time.size() + record.unnamed_speaker.size() +
                     record.record.size() + record.url.size() + record.quote.size();
    return last_;
}

void BulkLoad::add(EntityRow row) {
    if (filled_.is_full()) hand_over();
    filled_.bytes += row.name.size() + row.key.size();
    filled_.entities.push_back(std::move(row));
}

void BulkLoad::flush() {
    wait();
    write_or_fail(filled_);  // here: a thread for the few rows since the last look-up takes longer than they do
    filled_.clear();
}

void BulkLoad::settle_entities() {
    wait();
    Batch entities;
    entities.entities.swap(filled_.entities);
    write_or_fail(entities);
    entities.entities.clear();
    entities.entities.swap(filled_.entities);  // with its memory
}

void BulkLoad::hand_over() {
    wait();
    written_.clear();
    std::swap(filled_, written_);
    database_.lend([this] { write_or_fail(written_); });
}

void BulkLoad::write_or_fail(const Batch& batch) {
    try {
        write(batch);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

void BulkLoad::wait() {
    database_.take_back();
    if (failure_) std::rethrow_exception(failure_);
}

void BulkLoad::write(const Batch& batch) {
    for (const EntityRow& row : batch.entities) entities_.write(row);
    claims_.insert(batch.claims);
    if (!batch.claims.empty() && database_.last_insert_id() != batch.last) fail_numbering(database_, "a claim");
    evidence_.insert(batch.evidence);
}

BulkLoad::Joined BulkLoad::finish(ClaimWriter& claims) {
    flush();
    Joined joined;
    // By the thread that wrote the rows, whose heap has the memory that the cache gives back.
    database_.lend([&] {
        build_indexes();
        joined = join_duplicates(claims);
    });
    database_.take_back();
    database_.execute("PRAGMA cache_size = -65536");
    return joined;
}

void BulkLoad::build_indexes() {
    // The sorter takes as much memory as the cache may. It is fastest where what it sorts stays in the processor's cache:
    // an index of ten million rows takes half as much processor time with 4 MB as with 256 MB (docs/benchmarks.md).
    database_.execute("PRAGMA cache_size = -4096");
    for (const IndexDefinition& index : indexes_of_loaded_tables()) {
        // A second thread sorts what the first has read: a fifth less time for columns in no order. What is in order
        // already (evidence of one document after the other) is only handed to and fro by it.
        const bool is_in_order = index.statement.find(" ON evidence (") != std::string::npos;
        database_.execute(is_in_order ? "PRAGMA threads = 0" : "PRAGMA threads = 1");
        database_.execute(index.statement);
    }
    database_.execute("PRAGMA threads = 0; PRAGMA cache_size = -32768; PRAGMA ignore_check_constraints = OFF");
}

BulkLoad::Joined BulkLoad::join_duplicates(ClaimWriter& writer) {
    Statement ties = database_.prepare(
        "SELECT subject, relation, object, status FROM claim GROUP BY subject, relation, object, status HAVING "
        "count(*) > 1");
    Statement claims = database_.prepare(
        "SELECT speaker, place, time, item, role, unnamed_speaker, status, id FROM claim WHERE subject = ?1 AND "
        "relation = ?2 AND object = ?3 AND status = ?4 ORDER BY +id");
    std::vector<std::pair<ClaimId, ClaimId>> joins;  // kept, joined
    while (ties.step()) {
        std::map<Identity, ClaimId> first;
        for (int column = 0; column < 4; ++column) claims.bind(column + 1, ties.integer(column));
        while (claims.step()) {
            const ClaimDetails details{static_cast<Status>(claims.integer(6)), claims.text(2), claims.text(3),
                                       claims.text(4), claims.text(5)};
            Identity identity{claims.optional_integer(0), claims.optional_integer(1), details_key(details)};
            const auto [known, is_new] = first.try_emplace(std::move(identity), claims.integer(7));
            if (!is_new) joins.emplace_back(known->second, claims.integer(7));
        }
    }
    ClaimJoin join(database_, writer);
    Joined joined{static_cast<std::int64_t>(joins.size()), 0};
    for (const auto& [kept, twin] : joins) joined.evidence += join.join(kept, twin);
    writer.forget_lone_alternatives();  // of claims that turned out to be one
    return joined;
}

}  // namespace kith
