// How sure a tie is, and what a hop over it costs.
//
// Independent sources that each hold a tie with confidence c1, c2, ... leave doubt (1 - c1)(1 - c2)...; its strength is
// what is left: 1 - (1 - c1)(1 - c2)... (noisy-or). A hop costs -log(strength), so that the cheapest path is the one
// most probably true where ties are independent.
//
// Costs are whole numbers, 2^-20 of a natural unit, because sums of floating point numbers depend on their order: paths
// found from one end, from both ends or on another kind of graph must tie exactly.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/rows/arc.hpp"

namespace kith {

using Cost = std::uint32_t;  // of one hop

// Strengths below this count as this: a path over a tie that nobody believes is bad, not impossible.
inline constexpr double least_strength = 1e-6;

inline double doubt_of(ArcWord word) {
    const double doubt = 1.0 - word.confidence_thousandths() / 1000.0;
    return word.sources() == 1 ? doubt : std::pow(doubt, word.sources());
}

inline Cost cost_of(double strength) {
    return static_cast<Cost>(std::llround(-std::log(std::max(strength, least_strength)) * 0x1p20));
}

// Costs of ties with one claim, by confidence and sources: no logarithm for each arc.
class TieCosts {
public:
    static const TieCosts& all() {
        static const TieCosts costs;
        return costs;
    }
    Cost operator[](ArcWord word) const { return costs_[word.confidence_and_sources()]; }

private:
    TieCosts() : costs_(16384) {
        for (int confidence = 0; confidence <= 1000; ++confidence) {
            for (std::size_t sources = 0; sources <= ArcWord::most_sources; ++sources) {
                ArcWord word(0, Status::actual, confidence);
                word.set_sources(sources);
                costs_[word.confidence_and_sources()] = cost_of(1.0 - doubt_of(word));
            }
        }
    }
    std::vector<Cost> costs_;
};

// The strongest tie among arcs that all lead to one vertex, in a row's order, counting those that `passes` accepts.
// Negative: none passes.
template <typename Passes>
double strongest_tie(std::span<const Arc> arcs, const Passes& passes) {
    double strongest = -1.0;
    for (auto arc = arcs.begin(); arc != arcs.end();) {
        const std::uint32_t tie = arc->word.relation_and_status();
        double doubt = 1.0;
        bool any = false;
        for (; arc != arcs.end() && arc->word.relation_and_status() == tie; ++arc) {
            if (!passes(arc->word)) continue;
            doubt *= doubt_of(arc->word);
            any = true;
        }
        if (any) strongest = std::max(strongest, 1.0 - doubt);
    }
    return strongest;
}

}  // namespace kith
