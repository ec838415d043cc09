// The arithmetic of ownership: effective shares through chains and loops.
//
//     A holds 60 % of B, B 50 % of C        A holds 30 % of C
//     and A 20 % of C                       A holds 50 % of C: chains add up
//     B holds 40 % of B's parent ...        loops: see below
//
// Picture a share of a company that is followed to whoever holds it, on to whoever holds that one, and so forth: from a
// company it goes to an owner with the chance of the owner's share, and with the rest to owners whom nobody knows. The
// effective share of an owner is the chance that it passes him. That is the product along each chain, summed over all
// chains that do not come back to their owner; in matrices, with A the direct shares and N = (I - A)^-1, it is
// N_ox / N_oo. For whoever is in no loop N_oo is 1, and this is the usual (I - A)^-1. In a loop that alone would count
// round trips as often as they are made: A that holds all of B, which holds 90 % of A, would own 1000 % of B.
//
// A chance is never above 1, and there always is one: no loop has to converge. What needs shares that add up to at most
// 1 is the picture. Where sources claim more than all of a company, its owners' shares are scaled down to 1, and
// `claimed` tells that.
//
// Only loops need more than one pass: strongly connected companies are solved by elimination. A pivot is added up from
// what leaves a company, never subtracted from 1 (Grassmann, Taksar and Heyman 1985), so that nothing cancels out where
// companies hold nearly all of one another. Rejected: Gauss-Seidel, which takes a million rounds where a loop keeps all
// but a millionth.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/stop_check.hpp"

namespace kith {

struct Holding {
    std::size_t owner = 0, owned = 0;
    double share = 0.0;  // from 0 to 1; each pair once
};

class EffectiveShares {
public:
    // Companies and owners are numbered below `count`. `stop` may be null.
    EffectiveShares(std::size_t count, const std::vector<Holding>& holdings, StopCheck* stop = nullptr);

    // What is claimed of it in all; above 1 where sources claim too much.
    double claimed(std::size_t owned) const { return claimed_[owned]; }

    // Of everyone in one company; in its own place, what it holds of itself through loops. Chains end at those that are
    // `last`: their owners get nothing, so that shares of the last add up. Throws Error where a loop is too large.
    std::vector<double> of_owners(std::size_t owned, const std::vector<bool>& last = {}) const;
    // Of one owner in everyone; in its own place nothing.
    std::vector<double> of_holdings(std::size_t owner) const;

private:
    struct Step {
        std::size_t to = 0;
        double chance = 0.0;
    };
    // Companies of a loop, or one alone; owners come before what they own.
    std::vector<std::vector<std::size_t>> loops(const std::vector<bool>& last) const;
    class LoopNumbers;
    class Elimination;
    std::span<const Step> steps(std::size_t vertex, const std::vector<bool>& last) const;
    Elimination eliminate(const std::vector<std::size_t>& loop, const LoopNumbers& numbers,
                          const std::vector<bool>& last) const;

    std::vector<std::vector<Step>> steps_;  // from a company to its owners
    std::vector<double> claimed_;
    StopCheck* stop_;
};

}  // namespace kith
