#include "graph/store/bulk_load.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/claim.hpp"
#include "graph/name_key.hpp"

namespace kith {

namespace {

// What a claim says beyond its tie; claims of one tie with equal details are one (see StoreWriter::add).
using Details = std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>, std::string, std::string,
                           std::string, std::string>;

Details details_of(const Statement& row) {
    return {row.optional_integer(0), row.optional_integer(1), std::string(row.text(2)),
            term_key(row.text(3)),   term_key(row.text(4)),   unnamed_speaker_key(row.text(5))};
}

}  // namespace

BulkLoad::BulkLoad(Database& database) : database_(database) {
    std::vector<std::string> drops;
    Statement rows = database.prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ('claim', 'evidence') AND type IN ('index', "
        "'trigger') "
        "AND sql IS NOT NULL ORDER BY rowid");
    while (rows.step()) {
        definitions_.emplace_back(rows.text(2));
        drops.push_back("DROP " + std::string(rows.text(0)) + " " + std::string(rows.text(1)));
    }
    for (const std::string& drop : drops) database.execute(drop);
}

std::int64_t BulkLoad::finish() {
    // The sorter takes as much memory as the cache may, and a second thread.
    database_.execute("PRAGMA cache_size = -262144; PRAGMA threads = 2");
    for (const std::string& definition : definitions_) database_.execute(definition);
    database_.execute("PRAGMA cache_size = -65536; PRAGMA threads = 0");
    return join_duplicates();
}

std::int64_t BulkLoad::join_duplicates() {
    Statement ties = database_.prepare(
        "SELECT subject, relation, object, status FROM claim GROUP BY subject, relation, object, status HAVING "
        "count(*) > 1");
    Statement claims = database_.prepare(
        "SELECT speaker, place, time, item, role, unnamed_speaker, id FROM claim WHERE subject = ?1 AND relation = ?2 "
        "AND object = ?3 AND status = ?4 ORDER BY +id");
    Statement raise = database_.prepare(
        "UPDATE claim SET confidence = max(confidence, (SELECT confidence FROM claim WHERE id = ?2)), "
        "day = min(coalesce(day, (SELECT day FROM claim WHERE id = ?2)), coalesce((SELECT day FROM claim WHERE id = "
        "?2), day)) WHERE id = ?1");
    Statement move = database_.prepare("UPDATE OR IGNORE evidence SET claim = ?1 WHERE claim = ?2");
    Statement remove =
        database_.prepare("DELETE FROM claim WHERE id = ?1");  // evidence that was there twice goes with it

    std::vector<std::pair<ClaimId, ClaimId>> joins;  // kept, removed
    while (ties.step()) {
        std::map<Details, ClaimId> first;
        for (int column = 0; column < 4; ++column) claims.bind(column + 1, ties.integer(column));
        while (claims.step()) {
            const auto [known, is_new] = first.try_emplace(details_of(claims), claims.integer(6));
            if (!is_new) joins.emplace_back(known->second, claims.integer(6));
        }
    }
    for (const auto& [kept, removed] : joins) {
        raise.bind(1, kept).bind(2, removed).run();
        move.bind(1, kept).bind(2, removed).run();
        remove.bind(1, removed).run();
    }
    return static_cast<std::int64_t>(joins.size());
}

}  // namespace kith
