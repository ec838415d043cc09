// Communities: groups of entities with more ties among themselves than to others.
//
//     Ada - Bo - Cy - Dee - Eve - Fay       Two: {Ada, Bo, Cy} and {Dee, Eve, Fay}, which Cy - Dee joins.
//       \_______/     \__________/
//
// Louvain's method (Blondel et al., "Fast unfolding of communities in large networks", 2008): each entity in turn joins
// the neighbouring group where modularity gains most, until none gains; then groups become vertices of a smaller graph,
// and so on. Its one known flaw, groups that fall apart (Traag et al., "From Louvain to Leiden", 2019), is mended at
// the end: what does not hang together is split, which never lowers modularity. Neighbours count once, however many
// claims tie them. Entities are taken in order of id and ties of gain go to the lesser group, so the answer is always
// the same.
#pragma once

#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct Communities {
    std::vector<std::vector<EntityId>> groups;  // largest first, then by least id; ids ascending; all entities
    double modularity = 0.0;                    // Newman's: -0.5 to 1; 0 where ties fall as by chance
};

// `kinds` and `avoided` leave entities out.
Communities find_communities(const Store& store, const ClaimFilter& filter = {});

}  // namespace kith
