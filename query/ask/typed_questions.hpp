// Arguments as the questions of graph/search: names become entities, words become filters.
//
//     const Arguments arguments = Arguments::from_text("from=Wagner,to=Iran,max_hops=4");
//     arguments.check(path_parameters());
//     const PathQuestion question = path_question(store, arguments, notes);
//
// The arguments are checked by whoever takes them in (ask, or a function of the extension for SQLite). What only a
// store can tell is thrown as Error: a name that nobody goes by (with suggestions), an unknown relation or date.
// `notes` tells which of several entities a name was taken for.
#pragma once

#include <string>
#include <vector>

#include "graph/search/fragility.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"
#include "query/ask/arguments.hpp"

namespace kith {

using Notes = std::vector<std::string>;

// What each takes.
std::vector<Parameter> filter_parameters();         // of claims
std::vector<Parameter> search_filter_parameters();  // and of the entities on the way
std::vector<Parameter> path_parameters();           // from, to, count, max_hops, directed, order and filters
std::vector<Parameter> neighbourhood_parameters();  // entities, depth, most_neighbours, directed and filters
std::vector<Parameter> claims_parameters();         // about, between, most and filters
std::vector<Parameter> fragility_parameters();      // from, to, by, max_hops, directed and filters

ClaimFilter claim_filter(const Store& store, const Arguments& arguments, Notes& notes);
PathQuestion path_question(const Store& store, const Arguments& arguments, Notes& notes);
// Where the ends are known already.
PathQuestion path_question(const Store& store, EntityId from, EntityId to, const Arguments& arguments, Notes& notes);
NeighbourhoodQuestion neighbourhood_question(const Store& store, const Arguments& arguments, Notes& notes);
FragilityQuestion fragility_question(const Store& store, const Arguments& arguments, Notes& notes);

// Claims about an entity, between two, or all, as the arguments ask.
struct ClaimsQuestion {
    std::vector<EntityId> entities;  // none, one or two
    ClaimFilter filter;
    std::size_t most = 50;  // ties in the answer
};
ClaimsQuestion claims_question(const Store& store, const Arguments& arguments, Notes& notes);
std::vector<Claim> find_claims(const Store& store, const ClaimsQuestion& question);

}  // namespace kith
