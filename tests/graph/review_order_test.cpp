// Which claims are to be judged first, against the order by hand: all claims, each with its priority.
#include "graph/store/review_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "bench/random_database.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

using Order = std::vector<std::tuple<double, ClaimId>>;  // the priority turned negative

Order order_by_hand(const Store& store, const ClaimFilter& filter) {
    std::map<EntityId, std::int64_t> counts;
    Statement ends = database_of(store).prepare("SELECT subject FROM claim UNION ALL SELECT object FROM claim");
    while (ends.step()) ++counts[ends.integer(0)];
    std::set<ClaimId> judged;
    for (const ClaimJudgement& each : store.claim_judgements()) judged.insert(each.said.id);
    Order order;
    store.each_claim(filter, [&](const Claim& claim) {
        if (judged.contains(claim.id)) return;
        std::set<std::int64_t> sources;
        Statement rows = database_of(store).prepare("SELECT source FROM evidence WHERE claim = ?1");
        for (rows.bind(1, claim.id); rows.step();) sources.insert(rows.integer(0));
        order.emplace_back(-review_priority(claim.confidence, static_cast<int>(sources.size()), counts[claim.subject],
                                            counts[claim.object]),
                           claim.id);
    });
    std::ranges::sort(order);
    return order;
}

void check_order(const Store& store, const ClaimFilter& filter, std::size_t most) {
    Order expected = order_by_hand(store, filter);
    REQUIRE(expected.size() > most);
    expected.resize(most);
    Order found;
    for (const RankedClaim& each : claims_to_review(store, std::nullopt, filter, most))
        found.emplace_back(-each.priority, each.claim.id);
    CHECK(found == expected);
}

}  // namespace

TEST_CASE("claims to review are those that come first by hand, whatever is filtered, merged and judged") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("random.db");
    bench::write_random_database({.actors = 300, .claims = 4'000, .seed = 5}, path);
    {
        StoreWriter writer(path);
        for (EntityId id = 2; id < 60; id += 3) writer.judge(id, id + 1, "same", "ana");
        for (const auto& [priority, id] : order_by_hand(writer.store(), {})) {
            if (id % 7 == 0) writer.judge_claim(id, ClaimVerdict::confirmed, "ana");
        }
        writer.commit();
    }
    const Store store(path);
    for (const std::size_t most : {1U, 20U, 500U}) check_order(store, {}, most);
    ClaimFilter filter;
    filter.since = 18'000;
    check_order(store, filter, 20);
    filter = {};
    filter.min_sources = 2;
    check_order(store, filter, 20);
    filter = {};
    filter.statuses = {Status::planned, Status::denied};
    filter.min_confidence = 0.5;
    check_order(store, filter, 20);
}
