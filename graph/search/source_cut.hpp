// The fewest sources whose loss cuts every path between two vertices, and how many paths stand on sources of their own.
//
//     Ada -{post}- Bo  -{herald}- Cy      Losing post cuts both ways from Ada to Cy, though no tie is shared: the
//     Ada -{post}- Dee -{mail}-   Cy      answer is {post}, and no two paths have sources of their own.
//
// A tie holds while one of its sources does. Where no two ties share a source this is a minimum cut, by max-flow (each
// tie as wide as it has sources; Menger's theorem makes the number of source-disjoint paths the same). Where they do, a
// source cuts many ties at once and the problem is the minimum label cut, NP-hard (Zhang et al., "Label cut problem",
// 2011). Then:
// - a lower bound is the max-flow where each tie is as wide as its part of its sources (1/m of a source on m ties),
// - an upper bound is the sources of the cut that this flow gives,
// - branch and bound closes the gap: some tie of any path that is left must lose all its sources; try each in turn,
//   the later ones with the earlier ones kept.
// Exact while the budget of branches lasts; `exact` says whether it did, `at_least` what is certain anyway. The number
// of disjoint paths is exact where no source is shared, else what a greedy choice of short paths finds: never too many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/stop_check.hpp"

namespace kith {

struct SourcedTie {
    std::uint32_t from = 0, to = 0;      // vertices, from 0
    std::vector<std::uint32_t> sources;  // from 0; distinct. None: nothing can cut it
};

struct SourceCutQuestion {
    std::uint32_t vertices = 0;
    std::vector<SourcedTie> ties;
    std::uint32_t from = 0, to = 1;
    bool directed = false;
    std::size_t most_branches = 2'000;
    StopCheck* stop = nullptr;  // what ends the search; null: nothing
};

struct SourceCut {
    bool can_be_cut = false;             // false: some path has ties without sources
    std::vector<std::uint32_t> sources;  // ascending
    bool exact = false;                  // no fewer would do
    std::size_t at_least = 0;            // no fewer than these would do
    std::size_t disjoint_paths = 0;
    bool disjoint_paths_exact = false;
};

SourceCut find_source_cut(const SourceCutQuestion& question);

}  // namespace kith
