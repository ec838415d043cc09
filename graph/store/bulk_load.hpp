// Loading millions of claims: indexes are taken away while rows are appended and built again at the end, by sorting.
//
// Inserting into four indexes of ten million rows jumps all over the file; sorting once is several times faster. What
// the indexes serve while loading (is this claim known?) is made good at the end: claims that say the same stand side
// by side in the new index and are joined there.
//
// A batch of rows is written by a thread of its own while the next is filled.
//
//     BulkLoad load(database, entities);   // inside the writing transaction
//     load.append(...);                    // and again, millions of times
//     load.finish(claims);
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <vector>

#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/entity_writer.hpp"
#include "graph/store/row_inserter.hpp"

namespace kith {

class BulkLoad {
public:
    // Takes away the indexes on claim, evidence and alias that schema.sql defines; what others have put there stays.
    // From now on it also takes what `entities` is given.
    BulkLoad(Database& database, EntityWriter& entities);
    ~BulkLoad();
    BulkLoad(const BulkLoad&) = delete;
    BulkLoad& operator=(const BulkLoad&) = delete;

    // A claim with its evidence, without looking for one that says the same.
    ClaimId append(const ResolvedClaim& claim, const EvidencePlace& place, const ClaimRecord& record);
    void add(EntityRow row);
    // Afterwards the tables have all that was added of entities; claims may wait on.
    void settle_entities();
    // Afterwards the tables have all of it. Throws what writing threw: again and again, since rows are missing.
    void flush();

    // What claims that say the same were joined to.
    struct Joined {
        std::int64_t claims = 0, evidence = 0;  // that are gone: they were there twice
    };
    // Builds the indexes again and joins claims that say the same.
    Joined finish(ClaimWriter& claims);

private:
    // Entities before the claims about them.
    struct Batch {
        std::vector<EntityRow> entities;
        std::vector<ClaimRow> claims;
        std::vector<EvidenceRow> evidence;
        std::size_t bytes = 0;  // of their texts
        ClaimId last = 0;       // of the claims

        bool is_empty() const { return entities.empty() && claims.empty(); }
        bool is_full() const;
        void clear();
    };

    void hand_over();
    void wait();
    void write(const Batch& batch);
    void write_or_fail(const Batch& batch);
    void build_indexes();
    Joined join_duplicates(ClaimWriter& claims);

    Database& database_;
    EntityWriter& entities_;
    RowInserter<ClaimRow> claims_;
    RowInserter<EvidenceRow> evidence_;
    Batch filled_, written_;        // the second while the connection is lent
    std::exception_ptr failure_{};  // of the thread that writes
    ClaimId last_ = 0;              // claim appended
};

// The largest number is taken. SQLite numbers rows on from the largest, while there are larger numbers.
[[noreturn]] void fail_numbering(const Database& database, std::string_view what);

}  // namespace kith
