#include "graph/search/ownership.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

#include "graph/error.hpp"
#include "graph/search/effective_shares.hpp"
#include "graph/search/fifty_percent_rule.hpp"
#include "graph/search/ownership_graph.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

constexpr double rounding = 0.005;  // registers round: three thirds are 100.2 %

OwnershipQuestion settled(const Store& store, OwnershipQuestion question) {
    if (question.down && question.blocked_by) {
        throw Error("the 50 % rule asks who owns an entity, not what it owns", "Ask without --down.");
    }
    if (question.filter.relations.empty()) {
        if (const Relation* owns = store.ontology().find("owns")) question.filter.relations = {owns->id};
    }
    if (question.filter.statuses.empty()) question.filter.statuses = {Status::actual};
    return question;
}

// A chain that was followed so far, from the question's entity on.
struct Followed {
    std::size_t member = 0;
    std::size_t before = 0;  // what it goes on from; itself: the start
    std::size_t tie = 0;
    double share = 1.0;
    int unknown = 0;  // ties without a share
    int hops = 0;
};

// The largest chains to each member that pass nobody twice, those first of which all is known. A chain goes on only
// from the largest so many to each, so that there are few of them in a dense graph as well.
class ChainSearch {
public:
    ChainSearch(const OwnershipGraph& graph, std::size_t most, int max_hops, StopCheck* stop)
        : graph_(graph), chains_(graph.members().size()) {
        followed_.push_back({});
        waiting_.push(0);
        while (!waiting_.empty()) {
            const std::size_t number = waiting_.top();
            waiting_.pop();
            const Followed& one = followed_[number];
            if (number > 0 && chains_[one.member].size() >= most) continue;
            if (number > 0) chains_[one.member].push_back(number);
            if (stop) stop->step();
            if (one.hops < max_hops) go_on(number);
        }
    }

    std::vector<OwnershipChain> to(std::size_t member, bool down) const {
        std::vector<OwnershipChain> found;
        for (const std::size_t number : chains_[member]) {
            OwnershipChain& chain = found.emplace_back();
            for (std::size_t at = number; at != 0; at = followed_[at].before) {
                chain.ties.push_back(graph_.ties()[followed_[at].tie].tie);
            }
            if (down) std::ranges::reverse(chain.ties);
            if (followed_[number].unknown == 0) chain.share = followed_[number].share;
        }
        return found;
    }

private:
    void go_on(std::size_t number) {
        const Followed from = followed_[number];
        for (const std::size_t tie : graph_.onward(from.member)) {
            const std::size_t next = graph_.end_of(tie);
            const auto& share = graph_.ties()[tie].tie.share;
            if (!graph_.members()[next].is_reached() || passes(number, next) || (share && share->most == 0.0)) continue;
            followed_.push_back({next, number, tie, from.share * (share ? share->least : 1.0),
                                 from.unknown + (share ? 0 : 1), from.hops + 1});
            waiting_.push(followed_.size() - 1);
        }
    }

    bool passes(std::size_t number, std::size_t member) const {
        for (; number != 0; number = followed_[number].before) {
            if (followed_[number].member == member) return true;
        }
        return member == 0;
    }

    struct Later {
        const std::vector<Followed>& followed;
        bool operator()(std::size_t one, std::size_t other) const {
            const auto key = [&](std::size_t number) {
                const Followed& chain = followed[number];
                return std::tuple(chain.unknown, -chain.share, chain.hops, number);
            };
            return key(one) > key(other);
        }
    };

    const OwnershipGraph& graph_;
    std::vector<Followed> followed_;
    std::priority_queue<std::size_t, std::vector<std::size_t>, Later> waiting_{Later{followed_}};
    std::vector<std::vector<std::size_t>> chains_;  // of each member, the largest first
};

// Members to whom a chain leads of which not every share is known exactly.
std::vector<bool> inexactly_reached(const OwnershipGraph& graph) {
    std::vector<bool> inexact(graph.members().size(), false);
    std::vector<std::size_t> waiting;
    const auto mark = [&](std::size_t tie) {
        const std::size_t end = graph.end_of(tie);
        if (inexact[end] || !graph.members()[end].is_reached()) return;
        inexact[end] = true;
        waiting.push_back(end);
    };
    for (std::size_t member = 0; member < graph.members().size(); ++member) {
        if (!graph.members()[member].is_reached()) continue;
        for (const std::size_t tie : graph.onward(member)) {
            const auto& share = graph.ties()[tie].tie.share;
            if (!share || !share->is_exact()) mark(tie);
        }
    }
    while (!waiting.empty()) {
        const std::size_t member = waiting.back();
        waiting.pop_back();
        for (const std::size_t tie : graph.onward(member)) mark(tie);
    }
    return inexact;
}

std::vector<Holding> holdings_of(const OwnershipGraph& graph) {
    std::vector<Holding> holdings;
    for (const OwnershipGraph::MemberTie& each : graph.ties()) {
        if (each.tie.share) holdings.push_back({each.owner, each.owned, each.tie.share->least});
    }
    return holdings;
}

}  // namespace

Ownership find_ownership(const Store& store, const OwnershipQuestion& asked) {
    const ReadTransaction transaction(database_of(store));
    const OwnershipQuestion question = settled(store, asked);
    StopCheck* stop = database_of(store).stop_check();
    const OwnershipGraph graph(store, question);
    const auto& members = graph.members();
    const EffectiveShares arithmetic(members.size(), holdings_of(graph), stop);
    const std::vector<double> shares = question.down ? arithmetic.of_holdings(0) : arithmetic.of_owners(0);
    const std::vector<bool> inexact = inexactly_reached(graph);
    const ChainSearch chains(graph, question.chains, question.max_hops, stop);

    Ownership answer;
    answer.complete = graph.complete();
    answer.itself = question.down ? 0.0 : shares[0];
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].is_reached()) continue;
        if (arithmetic.claimed(i) > 1.0 + rounding) {
            answer.overclaimed.push_back({members[i].entity, arithmetic.claimed(i)});
        }
        if (i == 0 || (shares[i] == 0.0 && !inexact[i])) continue;
        const bool is_last = graph.onward(i).empty() && (!question.down || members[i].hops < question.max_hops);
        answer.entities.push_back(
            {members[i].entity, shares[i], inexact[i], is_last, members[i].hops, chains.to(i, question.down)});
    }
    std::ranges::sort(answer.entities, {},
                      [](const EffectiveShare& each) { return std::tuple(-each.share, each.hops, each.entity); });
    if (question.blocked_by) answer.rule = fifty_percent_rule(store, question, graph, arithmetic);
    return answer;
}

}  // namespace kith
