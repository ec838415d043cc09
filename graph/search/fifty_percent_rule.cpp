#include "graph/search/fifty_percent_rule.hpp"

#include <algorithm>
#include <unordered_set>

namespace kith {

namespace {

// Sums of decimals: 16.7 % and 33.3 % are half.
constexpr double half = 0.5 - 1e-9;

// Who is blocked without a look at shares.
class Listed {
public:
    Listed(const Store& store, const OwnershipQuestion& question, const OwnershipGraph& graph)
        : listings_(graph.members().size()), is_listed_(graph.members().size(), false) {
        ClaimFilter filter = question.filter;
        filter.statuses = {Status::actual};
        filter.relations.clear();
        for (const char* name : {"sanctions", "designates"}) {
            if (const Relation* relation = store.ontology().find(name)) filter.relations.push_back(relation->id);
        }
        std::unordered_set<EntityId> named;
        for (const EntityId id : question.blocked_by->named) named.insert(store.canonical(id));
        for (std::size_t i = 0; i < listings_.size(); ++i) {
            const EntityId entity = graph.members()[i].entity;
            is_listed_[i] = named.contains(entity);
            if (!question.blocked_by->sanctioned || filter.relations.empty()) continue;
            for (const Claim& claim : store.claims_about(entity, filter)) {
                if (claim.object == entity) listings_[i].push_back(claim.id);
            }
            is_listed_[i] = is_listed_[i] || !listings_[i].empty();
        }
    }

    bool operator[](std::size_t member) const { return is_listed_[member]; }
    const std::vector<bool>& all() const { return is_listed_; }
    const std::vector<ClaimId>& listings(std::size_t member) const { return listings_[member]; }

private:
    std::vector<std::vector<ClaimId>> listings_;
    std::vector<bool> is_listed_;
};

// What ties count: as little as is known, or as much as may be.
enum class Reading { least, most };

double share_of(const OwnershipTie& tie, Reading reading) {
    if (!tie.share) return reading == Reading::least ? 0.0 : 1.0;
    return reading == Reading::least ? tie.share->least : tie.share->most;
}

// Whoever is blocked makes what it owns so, level by level. Each is taken once, so that loops end: companies that own
// one another are blocked only if somebody outside makes them so.
struct Blocking {
    std::vector<bool> is_blocked;
    std::vector<double> aggregate;  // that blocked owners hold
    std::vector<std::size_t> order;

    Blocking(const OwnershipGraph& graph, const Listed& listed, Reading reading)
        : is_blocked(listed.all()), aggregate(graph.members().size(), 0.0) {
        for (std::size_t i = 0; i < is_blocked.size(); ++i) {
            if (is_blocked[i]) order.push_back(i);
        }
        for (std::size_t next = 0; next < order.size(); ++next) {
            for (const std::size_t number : graph.members()[order[next]].holdings) {
                const OwnershipGraph::MemberTie& tie = graph.ties()[number];
                if (tie.owner == tie.owned) continue;
                aggregate[tie.owned] += share_of(tie.tie, reading);
                if (aggregate[tie.owned] < half || is_blocked[tie.owned]) continue;
                is_blocked[tie.owned] = true;
                order.push_back(tie.owned);
            }
        }
    }
};

// The entity asked about and what its answer rests on, each after that: what is surely blocked on what is, the rest also
// on what may be.
std::vector<FiftyPercentRule::Step> steps_of(const OwnershipGraph& graph, const Listed& listed, const Blocking& surely,
                                             const Blocking& possibly) {
    const auto counts = [&](std::size_t owner, std::size_t owned) {
        return owner != owned && (surely.is_blocked[owned] ? surely : possibly).is_blocked[owner];
    };
    std::vector<bool> is_needed(graph.members().size(), false);
    std::vector<std::size_t> waiting{0};
    is_needed[0] = true;
    while (!waiting.empty()) {
        const std::size_t member = waiting.back();
        waiting.pop_back();
        if (listed[member]) continue;
        for (const std::size_t number : graph.members()[member].owners) {
            const std::size_t owner = graph.ties()[number].owner;
            if (is_needed[owner] || !counts(owner, member)) continue;
            is_needed[owner] = true;
            waiting.push_back(owner);
        }
    }
    std::vector<std::size_t> order = surely.order;
    for (const std::size_t member : possibly.order) {
        if (!surely.is_blocked[member]) order.push_back(member);
    }
    std::erase(order, std::size_t{0});
    order.push_back(0);
    std::vector<FiftyPercentRule::Step> steps;
    for (const std::size_t member : order) {
        if (!is_needed[member]) continue;
        FiftyPercentRule::Step step{.entity = graph.members()[member].entity,
                                    .listings = listed.listings(member),
                                    .is_listed = listed[member],
                                    .is_blocked = surely.is_blocked[member],
                                    .aggregate = surely.aggregate[member],
                                    .ties = {}};
        for (const std::size_t number : graph.members()[member].owners) {
            const OwnershipGraph::MemberTie& tie = graph.ties()[number];
            if (!listed[member] && counts(tie.owner, member)) step.ties.push_back(tie.tie);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace

FiftyPercentRule fifty_percent_rule(const Store& store, const OwnershipQuestion& question, const OwnershipGraph& graph,
                                    const EffectiveShares& shares) {
    using Verdict = FiftyPercentRule::Verdict;
    const Listed listed(store, question, graph);
    const Blocking surely(graph, listed, Reading::least), possibly(graph, listed, Reading::most);
    FiftyPercentRule rule;
    rule.verdict = surely.is_blocked[0]                          ? Verdict::blocked
                   : possibly.is_blocked[0] || !graph.complete() ? Verdict::undecided
                                                                 : Verdict::not_blocked;
    rule.aggregate = surely.aggregate[0];
    std::vector<bool> last = listed.all();
    last[0] = false;
    const std::vector<double> effective = shares.of_owners(0, last);
    for (std::size_t i = 1; i < last.size(); ++i) {
        if (last[i]) rule.effective += effective[i];
    }
    rule.steps = steps_of(graph, listed, surely, possibly);
    return rule;
}

}  // namespace kith
