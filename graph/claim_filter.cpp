#include "graph/claim_filter.hpp"

#include <algorithm>

namespace kith {

bool allows_status(const ClaimFilter& filter, Status status) {
    if (filter.statuses.empty()) return status != Status::rejected;
    return std::ranges::find(filter.statuses, status) != filter.statuses.end();
}

ClaimFilter without_denied(ClaimFilter filter) {
    if (!filter.statuses.empty()) return filter;
    for (const Status status : all_statuses()) {
        if (status != Status::denied) filter.statuses.push_back(status);
    }
    return filter;
}

DayInterval days_of(const Claim& claim) {
    if (const auto told = parse_interval(claim.time)) return *told;
    return {claim.day, claim.day};
}

bool holds_within(const Claim& claim, const std::optional<Day>& since, const std::optional<Day>& until) {
    if (!since && !until) return true;
    if (claim.time.empty() && !claim.day) return false;
    const DayInterval days = days_of(claim);
    return (!since || !days.last || *days.last >= *since) && (!until || !days.first || *days.first <= *until);
}

}  // namespace kith
