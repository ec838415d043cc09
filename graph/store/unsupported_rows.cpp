#include "graph/store/unsupported_rows.hpp"

#include "graph/error.hpp"

namespace kith {

UnsupportedRows::UnsupportedRows(Database& database) : database_(database) {
    database.execute(
        "CREATE TEMP TABLE touched_claim (id INTEGER PRIMARY KEY);"
        "CREATE TEMP TABLE touched_entity (id INTEGER PRIMARY KEY)");
}

UnsupportedRows::~UnsupportedRows() {
    try {
        database_.execute("DROP TABLE touched_claim; DROP TABLE touched_entity");
    } catch (const Error&) {  // the transaction has ended, and the tables with it
    }
}

void UnsupportedRows::touch(const std::string& claims, const std::string& entities) {
    database_.execute("INSERT OR IGNORE INTO touched_claim " + claims);
    touch_entities(entities);
}

void UnsupportedRows::touch_entities(const std::string& entities) {
    database_.execute("INSERT OR IGNORE INTO touched_entity " + entities);
}

std::vector<ClaimId> UnsupportedRows::claims() const {
    std::vector<ClaimId> found;
    Statement rows = database_.prepare("SELECT id FROM touched_claim");
    while (rows.step()) found.push_back(rows.integer(0));
    return found;
}

void UnsupportedRows::remove() {
    database_.execute(
        "INSERT OR IGNORE INTO touched_entity SELECT subject FROM claim WHERE id IN touched_claim"
        " UNION SELECT object FROM claim WHERE id IN touched_claim"
        " UNION SELECT speaker FROM claim WHERE id IN touched_claim AND speaker IS NOT NULL"
        " UNION SELECT place FROM claim WHERE id IN touched_claim AND place IS NOT NULL;"
        "DELETE FROM claim WHERE id IN touched_claim AND NOT EXISTS (SELECT 1 FROM evidence WHERE claim = claim.id);"
        "UPDATE claim SET confidence = (SELECT max(confidence) FROM evidence WHERE claim = claim.id) WHERE id IN "
        "touched_claim;"
        // What held "when published" now holds when the sources that are left were.
        "UPDATE claim SET day = (SELECT min(julianday(substr(published || '-01-01', 1, 10)) - 2440587.5) FROM evidence "
        "e"
        " JOIN document d ON d.id = e.document WHERE e.claim = claim.id) WHERE id IN touched_claim AND time IS NULL;"
        "DELETE FROM entity WHERE id IN touched_entity"
        " AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE subject = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE object = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE speaker = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM claim WHERE place = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM past_claim WHERE subject = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM past_claim WHERE object = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM past_claim WHERE speaker = entity.id)"
        " AND NOT EXISTS (SELECT 1 FROM past_claim WHERE place = entity.id)"
        " AND id NOT IN (SELECT subject FROM claim_judgement UNION SELECT object FROM claim_judgement"
        " UNION SELECT right_subject FROM claim_judgement UNION SELECT right_object FROM claim_judgement"
        " UNION SELECT speaker FROM claim_judgement WHERE speaker IS NOT NULL"
        " UNION SELECT place FROM claim_judgement WHERE place IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM judgement WHERE entity = entity.id OR other = entity.id)");
}

}  // namespace kith
