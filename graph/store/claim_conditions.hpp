// What of a ClaimFilter SQL can judge, as conditions on a row of `claim`.
//
//     Statement rows = database.prepare("SELECT c.id FROM claim c WHERE c.subject = ?1" +
//                                       claim_conditions(filter, database));
//     bind_names(rows, filter);
//
// Left to the caller: since and until (holds_within reads the claim's time), min_sources (a property of the tie), kinds
// and avoided (of paths).
#pragma once

#include <string>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/database.hpp"

namespace kith {

// Conditions on the table alias `c`, each with " AND " before it; empty where nothing restricts. Publishers and
// extractors are parameters from ?100 on.
std::string claim_conditions(const ClaimFilter& filter, const Database& database);
void bind_names(Statement& statement, const ClaimFilter& filter);

// The least confidence that the filter wants, in thousandths.
std::int64_t least_thousandths(const ClaimFilter& filter);

// How many independent sources the claims of a tie have, whatever a filter lets through.
struct TieOfMembers {
    std::vector<EntityId> subjects;
    RelationId relation;
    std::vector<EntityId> objects;
    Status status;
};
int count_sources(const Database& database, const TieOfMembers& tie);

// "(1, 2, 3)"
template <typename Number>
std::string sql_list(const std::vector<Number>& numbers) {
    std::string text;
    for (const Number number : numbers) {
        text += (text.empty() ? "" : ", ") + std::to_string(static_cast<std::int64_t>(number));
    }
    return "(" + text + ")";
}

}  // namespace kith
