// A whole graph as one JSON object: entities with their names, documents, and claims with their evidence.
//
//     {"entities": [{"id": 1, "name": "Wagner Group", ...}, ...],
//      "claims": [{"id": 1, "subject": 1, "relation": "supplies", "object": 2, ..., "evidence": [...]}, ...],
//      "documents": [...]}
//
// One row a line, written as it is read: the graph need not fit into memory twice. The same database gives the same
// bytes, and so does a database made anew from the same input.
#pragma once

#include <ostream>
#include <vector>

#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

// The claims, and the entities and documents that they name.
void write_graph_json(const Store& store, const std::vector<Claim>& claims, std::ostream& out);

}  // namespace kith
