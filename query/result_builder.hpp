// Turns what the store and the path search answer (ids) into views (names, documents, quotes).
//
//     ResultBuilder builder(store);
//     PathAnswer answer = builder.paths(question, find_paths(store, question));
//
// Keeps what it has looked up, so one builder serves one question. Not safe from several threads, like its Store.
#pragma once

#include <unordered_map>
#include <vector>

#include "graph/path.hpp"
#include "graph/store.hpp"
#include "query/result.hpp"

namespace kith {

class ResultBuilder {
public:
    // The store must outlive the builder and the views.
    explicit ResultBuilder(const Store& store) : store_(store) {}

    const Entity& entity(EntityId id);
    ClaimView claim(const Claim& claim);

    // The claims' edges, strongest first; those equally strong in order of first appearance.
    std::vector<TieView> ties(const std::vector<Claim>& claims);

    PathAnswer paths(const PathQuestion& question, const std::vector<Path>& paths);
    Profile profile(EntityId id, const ClaimFilter& filter);

    // Entities within `depth` hops. Throws Error when there are more than `limit`.
    NeighboursAnswer neighbours(EntityId id, int depth, const ClaimFilter& filter, std::size_t limit);

private:
    HopView hop(const Hop& hop);

    const Store& store_;
    std::unordered_map<EntityId, Entity> entities_;
};

}  // namespace kith
