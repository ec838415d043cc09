// Loading millions of claims: indexes are taken away while rows are appended and built again at the end, by sorting.
//
// Inserting into four indexes of ten million rows jumps all over the file; sorting once is several times faster. What
// the indexes serve while loading (is this claim known?) is made good at the end: claims that say the same stand side
// by side in the new index and are joined there.
//
//     BulkLoad load(database);   // inside the writing transaction
//     load.append(...);          // and again, millions of times
//     load.finish(claims);
#pragma once

#include <cstdint>

#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/row_buffer.hpp"

namespace kith {

class BulkLoad {
public:
    // Takes away the indexes on claim, evidence and alias that schema.sql defines; what others have put there stays.
    explicit BulkLoad(Database& database);

    // A claim with its evidence, without looking for one that says the same. The tables have it once it is flushed.
    ClaimId append(const ResolvedClaim& claim, const EvidencePlace& place, const ClaimRecord& record);
    void flush();

    // What claims that say the same were joined to.
    struct Joined {
        std::int64_t claims = 0, evidence = 0;  // that are gone: they were there twice
    };
    // Builds the indexes again and joins claims that say the same.
    Joined finish(ClaimWriter& claims);

private:
    [[noreturn]] void fail_numbering() const;
    Joined join_duplicates(ClaimWriter& claims);

    Database& database_;
    RowBuffer<ClaimRow> claims_;
    RowBuffer<EvidenceRow> evidence_;
    ClaimId last_ = 0;  // claim appended
};

}  // namespace kith
