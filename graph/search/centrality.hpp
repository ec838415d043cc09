// Who matters: by standing (PageRank) and by standing between (betweenness).
//
// PageRank (Brin and Page, 1998): where a reader would be most often who follows claims from subject to object,
// starting over at a random entity every seventh step or so and wherever claims end. A tie counts once for each
// relation and status. Ranks add up to 1.
//
// Betweenness (Freeman 1977; Brandes, "A faster algorithm for betweenness centrality", 2001): how many pairs of
// entities have their shortest paths through this one, whichever way claims point, split where there are several. It
// takes a search from every entity; beyond `most_sources` entities a sample of them is searched from (Brandes and Pich,
// 2007), and `error` is then the estimate's standard error; 0 where it is exact.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct Rank {
    EntityId entity = 0;
    double score = 0.0;
    double error = 0.0;
};

// Highest first, then by id; all entities. `kinds` and `avoided` leave entities out.
std::vector<Rank> rank_by_links(const Store& store, const ClaimFilter& filter = {});

struct BetweennessQuestion {
    ClaimFilter filter;
    std::size_t most_sources = 500;
};
std::vector<Rank> rank_by_betweenness(const Store& store, const BetweennessQuestion& question = {});

}  // namespace kith
