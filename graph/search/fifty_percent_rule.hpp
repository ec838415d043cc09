// The 50 % rule (graph/search/ownership says what it is) over the owners of an entity.
#pragma once

#include "graph/search/effective_shares.hpp"
#include "graph/search/ownership.hpp"
#include "graph/search/ownership_graph.hpp"

namespace kith {

// The question's filter holds for the sanctions as well, but for its relations and statuses.
FiftyPercentRule fifty_percent_rule(const Store& store, const OwnershipQuestion& question, const OwnershipGraph& graph,
                                    const EffectiveShares& shares);

}  // namespace kith
