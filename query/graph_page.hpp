// A graph as one HTML file that needs nothing else: the page of `kith serve` with its data in it, to be sent to somebody
// who has no kith.
//
//     {"about": "139 claims ...", "show": [3], "relations": [...], "entities": [...], "ties": [...],
//      "documents": [{"id": 8, "text": "..."}]}
//
// Quotes are all there. Texts of articles are, so that a quote can be read in its article, while they take no more than
// 1 MB together; of the rest the page shows the quote alone.
#pragma once

#include <ostream>

#include "graph/store/store.hpp"
#include "query/export/view.hpp"

namespace kith {

// Throws Error for more than a browser can hold.
void write_graph_page(const Store& store, const GraphView& graph, std::ostream& out);

}  // namespace kith
