#include "graph/store/forget_document.hpp"

#include <string>
#include <vector>

#include "graph/error.hpp"

namespace kith {

void forget_document(Database& database, DocumentId document, EvidenceSources& sources) {
    const std::string id = std::to_string(document);
    if (database.integer("SELECT count(*) FROM document WHERE id = " + id) == 0) {
        throw Error("there is no document number " + id, "`kith stats --documents` lists them.");
    }
    // What may be left without support: the claims it evidences, and the entities of its claims and mentions. And whose
    // occasions may change: all that their speakers say of these ties.
    database.execute(
        "CREATE TEMP TABLE touched_claim AS SELECT DISTINCT claim AS id FROM evidence WHERE document = " + id +
        ";"
        "CREATE TEMP TABLE touched_entity AS SELECT entity AS id FROM mention WHERE document = " +
        id +
        " UNION SELECT subject FROM claim WHERE id IN touched_claim UNION SELECT object FROM claim WHERE id IN "
        "touched_claim"
        " UNION SELECT speaker FROM claim WHERE id IN touched_claim AND speaker IS NOT NULL"
        " UNION SELECT place FROM claim WHERE id IN touched_claim AND place IS NOT NULL");
    std::vector<ClaimId> spoken;
    {
        Statement rows = database.prepare("SELECT id FROM touched_claim");
        while (rows.step()) sources.append_told_with(rows.integer(0), spoken);
    }
    database.execute(
        "INSERT INTO sentence_search (sentence_search, rowid, text) SELECT 'delete', id, text FROM sentence_text WHERE "
        "document = " +
        id + ";DELETE FROM document WHERE id = " + id +
        ";DELETE FROM claim WHERE id IN touched_claim AND NOT EXISTS (SELECT 1 FROM evidence WHERE claim = claim.id);"
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
        " AND NOT EXISTS (SELECT 1 FROM judgement WHERE entity = entity.id OR other = entity.id);"
        "DROP TABLE touched_claim; DROP TABLE touched_entity");
    for (const ClaimId claim : spoken) sources.touch(claim);
}

}  // namespace kith
