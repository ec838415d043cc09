#include "graph/store/forget_document.hpp"

#include <string>
#include <vector>

#include "graph/error.hpp"
#include "graph/store/unsupported_rows.hpp"

namespace kith {

void forget_document(Database& database, DocumentId document, EvidenceSources& sources) {
    const std::string id = std::to_string(document);
    if (database.integer("SELECT count(*) FROM document WHERE id = " + id) == 0) {
        throw Error("there is no document number " + id, "`kith stats --documents` lists them.");
    }
    UnsupportedRows unsupported(database);
    unsupported.touch("SELECT DISTINCT claim FROM evidence WHERE document = " + id,
                      "SELECT entity FROM mention WHERE document = " + id);
    // Whose occasions may change: all that their speakers say of these ties.
    std::vector<ClaimId> spoken;
    for (const ClaimId claim : unsupported.claims()) sources.append_told_with(claim, spoken);
    // Who was told from another by this document alone is nobody any more, nor is that other whom no document names.
    std::vector<std::int64_t> partings;
    Statement rows = database.prepare(
        "SELECT judgement FROM parting p WHERE document = ?1 AND NOT EXISTS (SELECT 1 FROM parting q WHERE q.judgement "
        "= "
        "p.judgement AND q.document <> ?1)");
    for (rows.bind(1, document); rows.step();) partings.push_back(rows.integer(0));
    for (const std::int64_t parting : partings) {
        const std::string judgement = " FROM judgement WHERE id = " + std::to_string(parting);
        unsupported.touch("SELECT id FROM claim WHERE 0",
                          "SELECT entity" + judgement + " UNION SELECT other" + judgement);
        database.prepare("DELETE FROM judgement WHERE id = ?1").bind(1, parting).run();
    }
    database.execute(
        "INSERT INTO sentence_search (sentence_search, rowid, text) SELECT 'delete', id, text FROM sentence_text WHERE "
        "document = " +
        id + "; DELETE FROM document WHERE id = " + id);
    unsupported.remove();
    for (const ClaimId claim : spoken) sources.touch(claim);
}

}  // namespace kith
