// Who owns an entity in effect, or what one owns: shares through chains of claims, and the 50 % rule.
//
//     OwnershipQuestion question{.entity = gamma};
//     for (const EffectiveShare& owner : find_ownership(store, question).entities) ...   // Oleg: 35 %, by two chains
//
// A tie of ownership has the share of its newest claim that tells one ("51 %" as item), of several of a day the surest.
// What no claim tells is never guessed: a tie without a share counts for nothing, and whoever is reached by it is marked
// `is_least`. What an effective share is where chains come back stands in graph/search/effective_shares.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/share.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

struct OwnershipTie {
    EntityId owner = 0;
    EntityId owned = 0;
    std::optional<Share> share{};  // nothing: no claim tells it
    ClaimId claim = 0;             // that tells it, or the newest
};

struct OwnershipChain {
    std::vector<OwnershipTie> ties{};  // from the owner to the owned
    std::optional<double> share{};     // the product; nothing where one is not known
};

struct EffectiveShare {
    EntityId entity = 0;
    double share = 0.0;
    bool is_least = false;                 // chains lead to it of which a share is not known, or only a band
    bool is_last = false;                  // upwards: nobody is claimed to own it; downwards: it owns nothing further
    int hops = 0;                          // of the shortest chain
    std::vector<OwnershipChain> chains{};  // the largest
};

// The 50 % rule of the United States' OFAC: "Revised Guidance on Entities Owned by Persons Whose Property and Interests
// in Property Are Blocked", 13 August 2014. An entity that blocked persons own to 50 % or more in the aggregate,
// directly or indirectly, is blocked itself. "Indirectly" is by way of entities that are owned to 50 % or more (OFAC's
// FAQ 401): what a blocked entity holds counts whole, however small a part of it a person owns; what one holds that is
// not blocked counts not at all. So this is no product of shares, and the two may lie far apart:
//
//     Oleg 50 % of Alfa, Alfa 50 % of Beta      Beta is blocked; by multiplication he has 25 %
//     Oleg 25 % of Alfa and of Beta, which each hold 50 % of Gamma      Gamma is not; by multiplication he has 25 %
struct FiftyPercentRule {
    enum class Verdict { not_blocked, blocked, undecided };  // the last: it depends on shares that no claim tells
    struct Step {
        EntityId entity = 0;
        std::vector<ClaimId> listings{};   // that sanction it; empty where the question names it
        bool is_listed = false;            // sanctioned or named: no share is needed
        bool is_blocked = false;           // by the shares that are known
        double aggregate = 0.0;            // that blocked owners hold, as claimed
        std::vector<OwnershipTie> ties{};  // theirs, and those of owners that may be blocked
    };
    Verdict verdict = Verdict::not_blocked;
    double aggregate = 0.0;     // held directly by those who are blocked
    double effective = 0.0;     // by those who are listed, by multiplication; for comparison
    std::vector<Step> steps{};  // each after those it rests on; the entity asked about is the last
};

struct BlockedParties {
    std::vector<EntityId> named{};
    bool sanctioned = false;  // and all that somebody sanctions or designates
};

struct OwnershipQuestion {
    EntityId entity = 0;
    ClaimFilter filter{};  // without relations: `owns`; without statuses: actual
    bool down = false;     // what it owns, not who owns it
    int max_hops = 20;
    std::size_t chains = 3;               // of each at most
    std::size_t most_entities = 100'000;  // to look at
    std::optional<BlockedParties> blocked_by{};
};

struct Ownership {
    struct Overclaimed {
        EntityId entity = 0;
        double claimed = 0.0;  // above 1; for effective shares each owner's part is scaled down
    };
    std::vector<EffectiveShare> entities{};  // the largest first
    double itself = 0.0;                     // that the entity holds of itself, through loops
    std::vector<Overclaimed> overclaimed{};  // by more than rounding
    bool complete = true;                    // false: there is more beyond the bounds
    std::optional<FiftyPercentRule> rule{};
};

// Throws Error: no such entity; the 50 % rule for holdings.
Ownership find_ownership(const Store& store, const OwnershipQuestion& question);

}  // namespace kith
