#include "query/ownership_json.hpp"

#include <cmath>

namespace kith {

namespace {

// Finer than confidences are: a third is 33.3333 %.
double rounded_share(double share) {
    return std::round(share * 1e6) / 1e6;
}

Json json_of(const HoldingView& holding) {
    return {{"owner", kith::json_of(holding.owner)},
            {"owned", kith::json_of(holding.owned)},
            {"share", holding.share ? Json(rounded_share(holding.share->least)) : Json(nullptr)},
            {"share_at_most", holding.share ? Json(rounded_share(holding.share->most)) : Json(nullptr)},
            {"tie", kith::json_of(holding.tie)}};
}

Json json_of(const std::vector<HoldingView>& holdings) {
    Json list = Json::array();
    for (const HoldingView& each : holdings) list.push_back(json_of(each));
    return list;
}

Json json_of(const OwnerView& owner) {
    Json chains = Json::array();
    for (const OwnershipChainView& chain : owner.chains) {
        chains.push_back({{"share", chain.share ? Json(rounded_share(*chain.share)) : Json(nullptr)},
                          {"hops", json_of(chain.hops)}});
    }
    return {{"entity", kith::json_of(owner.entity)},
            {"share", rounded_share(owner.share)},
            {"at_least", owner.is_least},
            {"ultimate", owner.is_last},
            {"hops", owner.hops},
            {"chains", std::move(chains)}};
}

Json json_of(const std::optional<FiftyPercentRuleView>& rule) {
    if (!rule) return nullptr;
    Json steps = Json::array();
    for (const FiftyPercentRuleView::Step& step : rule->steps) {
        Json listings = Json::array();
        for (const TieView& tie : step.listings) listings.push_back(kith::json_of(tie));
        steps.push_back({{"entity", kith::json_of(step.entity)},
                         {"listed", step.is_listed},
                         {"blocked", step.is_blocked},
                         {"aggregate", rounded_share(step.aggregate)},
                         {"listings", std::move(listings)},
                         {"holdings", json_of(step.holdings)}});
    }
    return {{"verdict", to_string(rule->verdict)},
            {"aggregate", rounded_share(rule->aggregate)},
            {"effective", rounded_share(rule->effective)},
            {"steps", std::move(steps)}};
}

}  // namespace

std::string_view to_string(FiftyPercentRule::Verdict verdict) {
    using Verdict = FiftyPercentRule::Verdict;
    return verdict == Verdict::blocked ? "blocked" : verdict == Verdict::undecided ? "undecided" : "not_blocked";
}

Json json_of(const OwnershipAnswer& answer) {
    Json entities = Json::array();
    for (const OwnerView& each : answer.entities) entities.push_back(json_of(each));
    Json overclaimed = Json::array();
    for (const OwnershipAnswer::Overclaimed& each : answer.overclaimed) {
        overclaimed.push_back({{"entity", json_of(each.entity)}, {"claimed", rounded_share(each.claimed)}});
    }
    return {{"entity", json_of(answer.entity)},
            {"direction", answer.down ? "holdings" : "owners"},
            {"entities", std::move(entities)},
            {"left_out", answer.left_out},
            {"itself", rounded_share(answer.itself)},
            {"overclaimed", std::move(overclaimed)},
            {"complete", answer.complete},
            {"fifty_percent_rule", json_of(answer.rule)}};
}

}  // namespace kith
