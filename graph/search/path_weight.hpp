// What a search minimises: hops and cost in one number, the one that counts more in the high bits.
//
//     weight_of(cost_of(0.5), PathOrder::fewest_hops)  // one hop first, then its cost
#pragma once

#include <cmath>
#include <cstdint>

#include "graph/rows/strength.hpp"
#include "graph/search/path.hpp"

namespace kith {

using Weight = std::uint64_t;  // of a path

// Costs stay below 2^24 a hop, so neither half spills over before 2^16 hops in the first order, 2^20 in the second.
inline Weight weight_of(Cost cost, PathOrder order) {
    return order == PathOrder::fewest_hops ? (Weight{1} << 40) + cost : (Weight{cost} << 20) + 1;
}
inline int hops_of(Weight weight, PathOrder order) {
    return static_cast<int>(order == PathOrder::fewest_hops ? weight >> 40 : weight & 0xf'ffffU);
}

// Of the whole path: what its hops' costs add up to, which are their strengths where no listing was discounted.
inline double strength_of(Weight weight, PathOrder order) {
    const Weight cost = order == PathOrder::fewest_hops ? weight & ((Weight{1} << 40) - 1) : weight >> 20;
    return std::exp(-static_cast<double>(cost) * 0x1p-20);
}

}  // namespace kith
