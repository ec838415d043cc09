#include "ingest/text/words/boundary_words.hpp"

#include "graph/embedded.hpp"

KITH_EMBEDDED(boundaries_tsv)

namespace kith::text {

const BoundaryWords& BoundaryWords::builtin() {
    static const BoundaryWords words = [] {
        const WordLists lists(boundaries_tsv(), "ingest/text/data/boundaries.tsv",
                              {"abbreviation", "clitic", "opener", "glued"});
        return BoundaryWords{lists[0], lists[1], lists[2], lists[3]};
    }();
    return words;
}

}  // namespace kith::text
