#include "query/ownership.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "query/result_builder.hpp"

namespace kith {

namespace {

class OwnershipBuilder {
public:
    explicit OwnershipBuilder(const Store& store) : store_(store), builder_(store) {}

    const Entity& entity(EntityId id) { return builder_.entity(id); }

    HoldingView view(const OwnershipTie& tie) {
        return {entity(tie.owner), entity(tie.owned), tie.share, told(tie.claim)};
    }

    std::vector<HoldingView> views(const std::vector<OwnershipTie>& ties) {
        std::vector<HoldingView> holdings;
        for (const OwnershipTie& tie : ties) holdings.push_back(view(tie));
        return holdings;
    }

    OwnerView view(const EffectiveShare& found) {
        OwnerView owner{entity(found.entity), found.share, found.is_least, found.is_last, found.hops, {}};
        for (const OwnershipChain& chain : found.chains) owner.chains.push_back({views(chain.ties), chain.share});
        return owner;
    }

    FiftyPercentRuleView view(const FiftyPercentRule& found) {
        FiftyPercentRuleView rule{found.verdict, found.aggregate, found.effective, {}};
        for (const FiftyPercentRule::Step& step : found.steps) {
            std::vector<Claim> listings;
            for (const ClaimId id : step.listings) listings.push_back(store_.claim(id));
            rule.steps.push_back({entity(step.entity), step.is_listed, step.is_blocked, step.aggregate,
                                  builder_.ties(listings), views(step.ties)});
        }
        return rule;
    }

private:
    // The tie with the one claim that counts.
    const TieView& told(ClaimId id) {
        const auto [known, is_new] = ties_.try_emplace(id);
        if (is_new) known->second = builder_.ties({store_.claim(id)}).front();
        return known->second;
    }

    const Store& store_;
    ResultBuilder builder_;
    std::unordered_map<ClaimId, TieView> ties_;
};

}  // namespace

OwnershipAnswer ask_ownership(const Store& store, const OwnershipQuestion& question, std::size_t most) {
    OwnershipBuilder builder(store);
    const Ownership found = find_ownership(store, question);
    OwnershipAnswer answer;
    answer.entity = builder.entity(question.entity);
    answer.down = question.down;
    const std::size_t shown = std::min(most, found.entities.size());
    for (std::size_t i = 0; i < shown; ++i) answer.entities.push_back(builder.view(found.entities[i]));
    answer.left_out = found.entities.size() - shown;
    answer.itself = found.itself;
    for (const Ownership::Overclaimed& each : found.overclaimed) {
        answer.overclaimed.push_back({builder.entity(each.entity), each.claimed});
    }
    answer.complete = found.complete;
    if (found.rule) answer.rule = builder.view(*found.rule);
    return answer;
}

}  // namespace kith
