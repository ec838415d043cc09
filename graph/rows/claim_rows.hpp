// The claims of a store as the rows of a graph need them, in the order of the index claim_out: by subject.
//
//     ClaimsAhead ahead(store, filter, count);
//     for (std::vector<ClaimRow> batch = ahead.next(); !batch.empty(); batch = ahead.next()) ...
#pragma once

#include <cstddef>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/rows/arc.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store.hpp"

namespace kith {

struct ClaimRow {
    EntityId subject, object;
    ClaimId id;
    ArcWord word;
};

// Of the columns of a claim. Throws Error for a relation that does not fit; other values are cut to their range.
ArcWord arc_word(std::int64_t relation, std::int64_t status, std::int64_t confidence_thousandths);

// The claims that a filter lets through, but for what arcs judge themselves (graph/rows/arc_filter).
class ClaimRows {
public:
    // `where` is a condition on the claim c that `index` serves; it may have the parameter ?1.
    ClaimRows(const Store& store, const ClaimFilter& filter, const std::string& where,
              std::string_view index = "claim_out");

    // Begins with the claims of another subject: the parameter.
    void of(EntityId subject);

    // At most `most` claims; none at the end.
    std::vector<ClaimRow> read(std::size_t most);

private:
    bool within_days() const;

    const ClaimFilter& filter_;
    Statement rows_;
    bool at_end_ = false;
};

// All claims, batch by batch; the next batch is read while the last is worked on. The second thread has a connection of
// its own: it must see the same state, so the caller holds a transaction and generations are compared. Where that fails
// (the store was changed just now, or is not a file), all is read on the caller's.
class ClaimsAhead {
public:
    // `claims`: about how many there are; a thread is worth its while from some hundred thousand on.
    ClaimsAhead(const Store& store, const ClaimFilter& filter, std::size_t claims);

    // Empty at the end, and not to be called after that.
    std::vector<ClaimRow> next();

private:
    void open_beside(const Store& store);
    void start();

    std::unique_ptr<Store> beside_;
    std::unique_ptr<ReadTransaction> transaction_;
    std::unique_ptr<ClaimRows> rows_;
    std::future<std::vector<ClaimRow>> ahead_;  // goes first, which waits for it
};

}  // namespace kith
