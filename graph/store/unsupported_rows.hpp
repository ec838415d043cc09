// Takes away what nothing supports any more: claims whose evidence has gone, and entities that nothing names.
//
//     UnsupportedRows rows(database);        // of a document that goes, or mentions that change hands
//     rows.touch("SELECT claim FROM evidence WHERE document = 7", "SELECT entity FROM mention WHERE document = 7");
//     ...                                    // evidence and mentions go
//     rows.remove();
#pragma once

#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/store/database.hpp"

namespace kith {

// One at a time on a connection, with no row of a statement at hand where it ends: its lists are temporary tables.
class UnsupportedRows {
public:
    explicit UnsupportedRows(Database& database);
    ~UnsupportedRows();
    UnsupportedRows(const UnsupportedRows&) = delete;
    UnsupportedRows& operator=(const UnsupportedRows&) = delete;

    // What may be left without support: the claims and entities that these queries give, and the entities that the
    // claims have when it is removed.
    void touch(const std::string& claims, const std::string& entities);
    void touch_entities(const std::string& entities);
    std::vector<ClaimId> claims() const;

    // Of what was touched, removes what has no support; brings confidence and day of the claims that stay up to date.
    void remove();

private:
    Database& database_;
};

}  // namespace kith
