#include "graph/store/review_order.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/store/store_database.hpp"

namespace kith {

namespace {

// Of an entity as it was born, up to a thousand on each side.
class ClaimCounts {
public:
    explicit ClaimCounts(const Database& database)
        : count_(database.prepare("SELECT (SELECT count(*) FROM (SELECT 1 FROM claim WHERE subject = ?1 LIMIT 1000)) + "
                                  "(SELECT count(*) FROM (SELECT 1 FROM claim WHERE object = ?1 LIMIT 1000))")) {}

    std::int64_t of(EntityId id) {
        const auto [known, is_new] = known_.try_emplace(id, 0);
        if (!is_new) return known->second;
        count_.bind(1, id).step();
        known->second = count_.integer(0);
        count_.reset();
        return known->second;
    }

private:
    Statement count_;
    std::unordered_map<EntityId, std::int64_t> known_;
};

bool goes_before(const RankedClaim& one, const RankedClaim& other) {
    return std::tuple(-one.priority, one.claim.id) < std::tuple(-other.priority, other.claim.id);
}

}  // namespace

double review_priority(double confidence, int sources, std::int64_t subject_claims, std::int64_t object_claims) {
    const double doubt = confidence * (1.0 - confidence) / std::max(sources, 1);
    return doubt * std::log2(1.0 + static_cast<double>(subject_claims) * static_cast<double>(object_claims));
}

std::vector<RankedClaim> claims_to_review(const Store& store, std::optional<EntityId> about, const ClaimFilter& filter,
                                          std::size_t most) {
    if (most == 0) return {};
    std::set<ClaimId> judged;
    for (const ClaimJudgement& each : store.claim_judgements()) judged.insert(each.said.id);
    ClaimCounts counts(database_of(store));
    Statement sources = database_of(store).prepare("SELECT count(DISTINCT source) FROM evidence WHERE claim = ?1");
    std::vector<RankedClaim> first;  // a heap: the least of them on top
    const auto take = [&](const Claim& claim) {
        if (judged.contains(claim.id)) return;
        const std::int64_t a = counts.of(claim.subject), b = counts.of(claim.object);
        RankedClaim ranked{claim, review_priority(claim.confidence, 1, a, b)};
        if (first.size() == most && !goes_before(ranked, first.front())) return;  // sources only lower it
        sources.bind(1, claim.id).step();
        ranked.priority = review_priority(claim.confidence, static_cast<int>(sources.integer(0)), a, b);
        sources.reset();
        if (first.size() == most) {
            if (!goes_before(ranked, first.front())) return;
            std::ranges::pop_heap(first, goes_before);
            first.pop_back();
        }
        first.push_back(std::move(ranked));
        std::ranges::push_heap(first, goes_before);
    };
    if (about) {
        for (const Claim& claim : store.claims_about(*about, filter)) take(claim);
    } else {
        store.each_claim(filter, take);
    }
    std::ranges::sort(first, goes_before);
    return first;
}

}  // namespace kith
