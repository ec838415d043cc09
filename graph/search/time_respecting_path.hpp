// A path in order of time: each hop's claim is not earlier than the one before, as money or orders would travel.
//
//     Ada -supplies(2021)-> Bo -supplies(2020)-> Cy       not a path from Ada to Cy: Bo gave before he got
//     Bo -supplies(2022)-> Dee -supplies(2022)-> Cy       but this way round it is
//
// Fewest hops; among those the one that arrives earliest; then the one whose entities come first, compared from the
// end. From the start each entity keeps the earliest day it can be reached on with so many hops (foremost path:
// Bui-Xuan, Ferreira, Jarry 2003; Wu et al., "Path problems in temporal graphs", 2014), from the end the latest day it
// can be left on; the two meet where the one is not after the other. Since the fewest hops are wanted, no entity is
// passed twice. Rows come from the database's indexes, which hold the days. A claim's day is its time's first, else the
// day of its first publication; claims without any are not walked.
#pragma once

#include <optional>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct TimeRespectingQuestion {
    EntityId from = 0;
    EntityId to = 0;
    ClaimFilter filter;
    int max_hops = 6;
    bool directed = true;
};

struct TimedHop {
    EntityId from = 0;
    EntityId to = 0;
    ClaimId claim = 0;  // the earliest that fits
    Day day = 0;
    bool operator==(const TimedHop&) const = default;
};

// Nothing: there is none. Throws Error as find_paths does.
std::optional<std::vector<TimedHop>> find_time_respecting_path(const Store& store,
                                                               const TimeRespectingQuestion& question);

}  // namespace kith
