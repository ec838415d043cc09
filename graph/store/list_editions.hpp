// Editions of a list: which of them speaks for a record.
//
// A list (OFAC's, a register's) comes again and again, and each reading is a document: an edition. The table `record` has
// the numbers of the records that stand in it. The one rule: for a record its latest edition speaks. What earlier ones say
// of it is past; and where a later snapshot, an edition that is the whole list, has the record no more, what it told as
// actual is former.
//
//     edition 1    c7: Ada owns Acme, 51 %      past: edition 2 has c7 too
//     edition 2    c7: Ada owns Acme, 20 %      past: edition 3 is a snapshot without c7, so Ada owned Acme (former)
//     edition 3    c8: Bo owns Acme
//
// Past evidence goes from `evidence` to `past_claim`, with all that its claim tells, so that whatever reads claims and
// evidence (searches, indexes, other people's SQL) sees what counts, without a condition that it could forget. All
// follows from the documents: whenever an edition comes or goes, what is past is decided anew, and given back where it
// no longer is. Rejected: a mark on evidence, which each reader and both covering indexes would have to heed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/store/claim_writer.hpp"
#include "graph/store/database.hpp"
#include "graph/store/evidence_sources.hpp"

namespace kith {

class ListEditions {
public:
    ListEditions(Database& database, ClaimWriter& claims, EvidenceSources& sources)
        : database_(database), claims_(claims), sources_(sources) {}

    // Records of which something became past.
    struct Changes {
        std::int64_t replaced = 0;  // they stand in a later edition
        std::int64_t dropped = 0;   // they are no longer on the list
    };
    // Decides what of the list's is past. `leaving`: a document that is about to be forgotten, and speaks for nothing.
    // With the indexes of claims in place, inside the caller's transaction.
    Changes settle(const std::string& list, std::optional<DocumentId> leaving = std::nullopt);

private:
    struct PastClaim;

    bool order_editions(const std::string& list, std::optional<DocumentId> leaving);
    void find_latest();
    void take_back_former();
    void give_back();
    Changes move_past();
    void tell_former();
    void tell_until();
    void tell(const PastClaim& past, Status status);
    template <typename Visit>
    void visit_past(std::string_view where, const Visit& visit);

    Database& database_;
    ClaimWriter& claims_;
    EvidenceSources& sources_;
};

}  // namespace kith
