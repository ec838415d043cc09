// Which claims of a system are which of the annotators', at three levels of strictness.
//
//     pair    Wagner - Hezbollah                  the same two, whatever the relation and its direction
//     group   Wagner -(support)-> Hezbollah       ... in the same direction, by relations of one group
//     claim   Wagner -supplies-> Hezbollah        ... by the same relation
//
// What a side says twice at a level it is paid once for: claims are told apart before they are matched. The matching is
// greedy, one to one, in the order of the claims. The best one would find a little more in rare cases, but figures
// would no longer be those of the annotators' own scorer.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ingest/evaluation/compared_claim.hpp"

namespace kith::evaluation {

enum class Level : std::uint8_t { pair, group, claim };

// A claim, and all that say the same at the level, itself first.
using Tellings = std::vector<const ComparedClaim*>;

// The claims must outlive the result.
std::vector<Tellings> told_apart(const std::vector<ComparedClaim>& claims, Level level);

// Whether the ends of a system's claim are those of an annotated one: in their order, or changed over.
bool has_same_ends(const ComparedClaim& found, const ComparedClaim& gold);
bool has_crossed_ends(const ComparedClaim& found, const ComparedClaim& gold);

bool matches(const ComparedClaim& found, const ComparedClaim& gold, Level level);

// Pairs of positions: in `found`, in `gold`.
std::vector<std::pair<std::size_t, std::size_t>> match(const std::vector<Tellings>& found,
                                                       const std::vector<Tellings>& gold, Level level);

}  // namespace kith::evaluation
