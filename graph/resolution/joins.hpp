// Which pairs that look like one are joined: surest first, never over names that contradict one another or what people
// judged different, and not where somebody may as well be another.
//
//     const Joins joins = join_pairs(profiles, pairs, scorer, {});
//     joins.made            // {{17, 4}, {4, 9}}: 17, whose name is kept, and 4 are one, and 9 with them
//
// What is joined of pairs that hang together does not depend on any other pair, so an engine of many machines can have
// each lot of connected pairs joined apart.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "graph/resolution/entity_profiles.hpp"
#include "graph/resolution/pair_score.hpp"

namespace kith {

using ProfilePair = std::pair<std::size_t, std::size_t>;  // indices of profiles, the smaller first

struct ScoredPair {
    ProfilePair pair{};
    PairScore score{};
};

// What people have judged.
struct PeoplesPairs {
    std::set<ProfilePair> same{}, different{}, unsure{};
};

struct Joins {
    std::vector<ScoredPair> pairs{};  // all, surest first
    // Judgements to stand, in order of making: of each cluster, walked from the entity whose name is kept.
    std::vector<std::pair<std::size_t, std::size_t>> made{};
};

// Profiles in order of their ids.
Joins join_pairs(const std::vector<EntityProfile>& profiles, std::vector<ScoredPair> pairs, PairScorer& scorer,
                 const PeoplesPairs& people);

// Which of several names an actor goes by: of a person, one of several words first; then what is said most often.
bool is_better_name(const EntityProfile& one, const EntityProfile& other);

}  // namespace kith
