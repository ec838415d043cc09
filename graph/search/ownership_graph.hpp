// The part of a store that tells who owns an entity, or what it owns: one tie for each owner and owned, with the share
// of the claim that counts.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/search/ownership.hpp"

namespace kith {

class OwnershipGraph {
public:
    // From the question's entity, which is member 0, as far as its bounds allow.
    OwnershipGraph(const Store& store, const OwnershipQuestion& question);

    struct MemberTie {
        std::size_t owner = 0, owned = 0;  // members
        OwnershipTie tie;
    };
    static constexpr int unreached = -1;
    struct Member {
        EntityId entity = 0;
        int hops = 0;                     // from the question's entity; unreached: an owner who is not on the way
        std::vector<std::size_t> owners;  // ties, by number; of those that are reached all
        std::vector<std::size_t> holdings;

        bool is_reached() const { return hops != unreached; }
    };

    const std::vector<Member>& members() const { return members_; }
    const std::vector<MemberTie>& ties() const { return ties_; }
    // Those that lead on, away from the question's entity; and where to.
    const std::vector<std::size_t>& onward(std::size_t member) const {
        return down_ ? members_[member].holdings : members_[member].owners;
    }
    std::size_t end_of(std::size_t tie) const { return down_ ? ties_[tie].owned : ties_[tie].owner; }
    // False: there is more beyond the bounds.
    bool complete() const { return complete_; }

private:
    class Reader;

    std::vector<Member> members_;
    std::vector<MemberTie> ties_;
    bool down_;
    bool complete_ = true;
};

}  // namespace kith
