// Who owns an entity, or what it owns, with names and the claims of every hop.
#pragma once

#include <optional>
#include <vector>

#include "graph/search/ownership.hpp"
#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

// One owner's share in one entity, and the claim that tells it.
struct HoldingView {
    Entity owner;
    Entity owned;
    std::optional<Share> share;  // nothing: no claim tells it
    TieView tie;
};

struct OwnershipChainView {
    std::vector<HoldingView> hops;  // from the owner to the owned
    std::optional<double> share;    // the product; nothing where one is not known
};

struct OwnerView {
    Entity entity;
    double share = 0.0;
    bool is_least = false;  // see EffectiveShare
    bool is_last = false;
    int hops = 0;
    std::vector<OwnershipChainView> chains;
};

struct FiftyPercentRuleView {
    struct Step {
        Entity entity;
        bool is_listed = false, is_blocked = false;
        double aggregate = 0.0;
        std::vector<TieView> listings;
        std::vector<HoldingView> holdings;
    };
    FiftyPercentRule::Verdict verdict = FiftyPercentRule::Verdict::not_blocked;
    double aggregate = 0.0, effective = 0.0;
    std::vector<Step> steps;
};

struct OwnershipAnswer {
    struct Overclaimed {
        Entity entity;
        double claimed = 0.0;
    };
    Entity entity;
    bool down = false;
    std::vector<OwnerView> entities;  // the largest first
    std::size_t left_out = 0;         // beyond those asked for
    double itself = 0.0;
    std::vector<Overclaimed> overclaimed;
    bool complete = true;
    std::optional<FiftyPercentRuleView> rule;
};

// The first `most` of what find_ownership gives, with names and claims.
OwnershipAnswer ask_ownership(const Store& store, const OwnershipQuestion& question, std::size_t most);

}  // namespace kith
