#include "graph/store/review_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <utility>

#include "graph/store/claim_conditions.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

namespace {

constexpr std::int64_t most_counted = 1000;  // of an entity's claims, on each side

double doubt(double confidence, int sources) {
    return confidence * (1.0 - confidence) / std::max(sources, 1);
}

double weight(std::int64_t subject_claims, std::int64_t object_claims) {
    return std::log2(1.0 + static_cast<double>(subject_claims) * static_cast<double>(object_claims));
}

// Of an entity as it was born.
class ClaimCounts {
public:
    explicit ClaimCounts(const Database& database)
        : database_(database),
          count_(database.prepare("SELECT (SELECT count(*) FROM (SELECT 1 FROM claim WHERE subject = ?1 LIMIT ?2)) + "
                                  "(SELECT count(*) FROM (SELECT 1 FROM claim WHERE object = ?1 LIMIT ?2))")) {}

    std::int64_t of(EntityId id) {
        if (has_place(id)) return all_[static_cast<std::size_t>(id)];
        const auto [known, is_new] = known_.try_emplace(id, 0);
        if (!is_new) return known->second;
        count_.bind(1, id).bind(2, most_counted).step();
        known->second = count_.integer(0);
        count_.reset();
        return known->second;
    }

    // Of all entities: two runs over the indexes, where as many are asked about as there are. In a store where a number
    // lies far beyond how many there are, each is counted when it is asked about.
    void read_all() {
        Statement numbers = database_.prepare("SELECT coalesce(max(id), 0), count(*) FROM entity");
        numbers.step();
        const std::int64_t last = numbers.integer(0);
        if (last < 0 || last / 16 > numbers.integer(1)) return;
        all_.assign(static_cast<std::size_t>(last) + 1, 0);
        for (const char* side : {"subject", "object"}) {
            Statement rows =
                database_.prepare("SELECT " + std::string(side) + ", min(count(*), ?1) FROM claim GROUP BY 1");
            for (rows.bind(1, most_counted); rows.step();) {
                if (!has_place(rows.integer(0))) continue;
                std::uint16_t& count = all_[static_cast<std::size_t>(rows.integer(0))];
                count = static_cast<std::uint16_t>(count + rows.integer(1));
            }
        }
        most_ = *std::ranges::max_element(all_);
    }

    // No entity has more.
    std::int64_t most() const { return most_; }

private:
    bool has_place(EntityId id) const { return id >= 0 && static_cast<std::size_t>(id) < all_.size(); }

    const Database& database_;
    Statement count_;
    std::unordered_map<EntityId, std::int64_t> known_;
    std::vector<std::uint16_t> all_;  // by number, where all are read: numbers are given one after another
    std::int64_t most_ = 2 * most_counted;
};

// What of a claim its priority follows from, and its sources; the rest is read of the few that are given.
struct Candidate {
    ClaimId id;
    EntityId subject;
    RelationId relation;
    EntityId object;
    Status status;
    double confidence;
};

// Keeps the first of what is offered. What cannot be among them is dropped as soon as that is certain: by its doubt alone,
// with its subject's claims, with both parties', and last with its sources.
class FirstClaims {
public:
    FirstClaims(const Store& store, std::size_t most)
        : store_(store),
          most_(most),
          counts_(database_of(store)),
          sources_(database_of(store).prepare("SELECT count(DISTINCT source) FROM evidence WHERE claim = ?1")) {
        for (const ClaimJudgement& each : store.claim_judgements()) judged_.insert(each.said.id);
    }

    void count_all() {
        counts_.read_all();
        weight_of_most_ = weight(counts_.most(), counts_.most());
    }

    // Whether a claim so sure may be among the first, whomever it ties.
    bool may_take(double confidence) const {
        return first_.size() < most_ || doubt(confidence, 1) * weight_of_most_ >= -first_.front().first;
    }

    // `passes` says, of a claim that would be among the first, whether it may be.
    template <typename Passes>
    void offer(const Candidate& candidate, const Passes& passes) {
        const auto place = [&](int sources, std::int64_t a, std::int64_t b) {
            return Place{-review_priority(candidate.confidence, sources, a, b), candidate.id};
        };
        if (!may_take(candidate.confidence)) return;
        const std::int64_t a = counts_.of(candidate.subject);
        if (is_behind(place(1, a, counts_.most()))) return;
        const std::int64_t b = counts_.of(candidate.object);
        if (is_behind(place(1, a, b)) || judged_.contains(candidate.id)) return;
        sources_.bind(1, candidate.id).step();
        const Place at = place(static_cast<int>(sources_.integer(0)), a, b);
        sources_.reset();
        if (!is_behind(at) && passes(candidate)) take(at);
    }

    std::vector<RankedClaim> sorted() && {
        std::ranges::sort(first_);
        std::vector<RankedClaim> claims;
        for (const auto& [negative, id] : first_) claims.push_back({store_.claim(id), -negative});
        return claims;
    }

private:
    using Place = std::pair<double, ClaimId>;  // the less, the further in front: the priority turned negative

    bool is_behind(const Place& place) const { return first_.size() == most_ && place > first_.front(); }

    void take(const Place& place) {
        if (first_.size() == most_) {
            std::ranges::pop_heap(first_);
            first_.pop_back();
        }
        first_.push_back(place);
        std::ranges::push_heap(first_);
    }

    const Store& store_;
    std::size_t most_;
    ClaimCounts counts_;
    Statement sources_;
    std::set<ClaimId> judged_;
    double weight_of_most_ = weight(2 * most_counted, 2 * most_counted);
    std::vector<Place> first_;  // a heap: the last of them on top
};

// Reads an index where it can, not the claims: what it asks for is in those of the ties.
void offer_all(const Store& store, const ClaimFilter& filter, FirstClaims& first) {
    const Database& database = database_of(store);
    first.count_all();
    const auto merged = all_merged_entities(database);
    const MergedEntities entities(database);
    const auto canonical = [&](EntityId id) {
        const auto found = merged.find(id);
        return found == merged.end() ? id : found->second;
    };
    const auto has_enough_sources = [&](EntityId a, EntityId b, RelationId relation, Status status) {
        if (b < a && is_symmetric(store.ontology(), relation)) std::swap(a, b);
        return count_sources(database, {entities.members(a), relation, entities.members(b), status}) >=
               filter.min_sources;
    };
    const auto passes = [&](const Candidate& claim) {
        const bool is_any_time = !filter.since && !filter.until;
        return (filter.min_sources <= 1 ||
                has_enough_sources(claim.subject, claim.object, claim.relation, claim.status)) &&
               (is_any_time || holds_within(store.claim(claim.id), filter.since, filter.until));
    };
    Statement rows =
        database.prepare("SELECT c.id, c.subject, c.relation, c.object, c.status, c.confidence FROM claim c WHERE 1" +
                         claim_conditions(filter, database));
    for (bind_names(rows, filter); rows.step();) {
        const double confidence = static_cast<double>(rows.integer(5)) / 1000.0;
        if (!first.may_take(confidence)) continue;
        first.offer({rows.integer(0), canonical(rows.integer(1)), static_cast<RelationId>(rows.integer(2)),
                     canonical(rows.integer(3)), static_cast<Status>(rows.integer(4)), confidence},
                    passes);
    }
}

}  // namespace

double review_priority(double confidence, int sources, std::int64_t subject_claims, std::int64_t object_claims) {
    return doubt(confidence, sources) * weight(subject_claims, object_claims);
}

std::vector<RankedClaim> claims_to_review(const Store& store, std::optional<EntityId> about, const ClaimFilter& filter,
                                          std::size_t most) {
    if (most == 0) return {};
    FirstClaims first(store, most);
    if (about) {
        for (const Claim& claim : store.claims_about(*about, filter))
            first.offer({claim.id, claim.subject, claim.relation, claim.object, claim.status, claim.confidence},
                        [](const Candidate&) { return true; });
    } else {
        offer_all(store, filter, first);
    }
    return std::move(first).sorted();
}

}  // namespace kith
