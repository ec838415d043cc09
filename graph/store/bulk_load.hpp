// Loading millions of claims: indexes are taken away while rows are appended and built again at the end, by sorting.
//
// Inserting into four indexes of ten million rows jumps all over the file; sorting once is several times faster. What
// the indexes serve while loading (is this claim known?) is made good at the end: claims that say the same stand side
// by side in the new index and are joined there.
//
//     BulkLoad load(database);   // inside the writing transaction
//     ...                        // append claims and evidence
//     load.finish();
#pragma once

#include <string>
#include <vector>

#include "graph/store/database.hpp"

namespace kith {

class BulkLoad {
public:
    explicit BulkLoad(Database& database);

    // Builds indexes and triggers again and joins claims that say the same. Gives the number of claims joined away.
    std::int64_t finish();

private:
    std::int64_t join_duplicates();

    Database& database_;
    std::vector<std::string> definitions_;  // from the database itself, so that schema.sql stays the one definition
};

}  // namespace kith
