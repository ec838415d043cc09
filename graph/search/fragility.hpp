// Fragility: the smallest set of sources whose loss would cut every path between two entities.
//
//     const Fragility fragility = find_fragility(store, {.from = wagner, .to = iran});
//     fragility.sources     // {"Example Post, 2023-11-21: ..."}: all that is said rests on these
//
// A claim stands while one of its sources does: an independent document (copies of one wire story are one), or with
// By::publisher all documents of one publisher. Searched among the entities on ways of at most `max_hops`; where these
// have more ties than the budget allows, the hops are lowered and the answer says to what. graph/search/source_cut has
// the method and says what is exact.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct FragilityQuestion {
    enum class By { document, publisher };

    EntityId from = 0;
    EntityId to = 0;
    ClaimFilter filter;
    By by = By::document;
    bool directed = false;
    int max_hops = 4;
    std::size_t most_ties = 2'000;
};

struct Fragility {
    struct Source {
        std::string name;                   // publisher, or the first document's title or location
        std::vector<DocumentId> documents;  // that fall with it, ascending
    };
    bool connected = false;          // there is a path at all
    bool can_be_cut = false;         // false with a path of claims that name no source
    std::vector<Source> sources;     // ascending by first document
    bool exact = false;              // no fewer would do
    std::size_t at_least = 0;        // fewer than these would not do
    std::size_t disjoint_paths = 0;  // paths that stand on sources of their own; at least this many
    bool disjoint_paths_exact = false;
    int hops = 0;  // ways of at most so many hops were looked at
};

// Throws Error as find_paths does.
Fragility find_fragility(const Store& store, const FragilityQuestion& question);

}  // namespace kith
