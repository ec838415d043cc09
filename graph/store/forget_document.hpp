// Takes a document out of a store, and what stood in it alone.
#pragma once

#include "graph/document.hpp"
#include "graph/store/database.hpp"
#include "graph/store/evidence_sources.hpp"

namespace kith {

// Removes the document with its evidence, the claims that have no evidence left, and entities that nothing uses. Inside
// the caller's transaction. Throws Error where there is no such document.
void forget_document(Database& database, DocumentId document, EvidenceSources& sources);

}  // namespace kith
