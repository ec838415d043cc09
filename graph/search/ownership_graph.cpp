#include "graph/search/ownership_graph.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

// Whether a claim tells more of a share than another: any share, then the newest, then the surest.
auto weight_of(const Claim& claim, const std::optional<Share>& share) {
    return std::tuple(share.has_value(), claim.day.value_or(std::numeric_limits<Day>::min()), claim.confidence,
                      -claim.id);
}

}  // namespace

// Reaches entities, nearest first; their ties are drawn at the end, when it is known who is reached.
class OwnershipGraph::Reader {
public:
    Reader(OwnershipGraph& graph, const Store& store, const OwnershipQuestion& question)
        : graph_(graph), store_(store), question_(question), stop_(database_of(store).stop_check()) {}

    void read() {
        add(store_.entity(question_.entity).id, 0);
        for (std::size_t i = 0; i < graph_.members_.size(); ++i) visit(i);
        for (const OwnershipTie& tie : found_) draw(tie);
    }

private:
    std::size_t add(EntityId entity, int hops) {
        const auto [known, is_new] = numbers_.try_emplace(entity, graph_.members_.size());
        if (is_new) graph_.members_.push_back({entity, hops, {}, {}});
        return known->second;
    }

    void visit(std::size_t number) {
        const EntityId entity = graph_.members_[number].entity;
        if (stop_) stop_->step();
        std::map<EntityId, std::pair<Claim, std::optional<Share>>> owners;
        std::set<EntityId> onward;
        for (Claim& claim : store_.claims_about(entity, question_.filter)) {
            const bool is_owned = claim.object == entity;
            if (graph_.down_ ? claim.subject == entity : is_owned)
                onward.insert(graph_.down_ ? claim.object : claim.subject);
            if (!is_owned) continue;
            const auto share = parse_share(claim.item);
            const auto [known, is_new] = owners.try_emplace(claim.subject, claim, share);
            if (!is_new && weight_of(claim, share) > weight_of(known->second.first, known->second.second)) {
                known->second = {std::move(claim), share};
            }
        }
        for (const auto& [owner, told] : owners) found_.push_back({owner, entity, told.second, told.first.id});
        for (const EntityId each : onward) reach(each, graph_.members_[number].hops + 1);
    }

    void reach(EntityId entity, int hops) {
        if (numbers_.contains(entity)) return;
        if (hops > question_.max_hops || graph_.members_.size() >= question_.most_entities) {
            graph_.complete_ = false;
        } else {
            add(entity, hops);
        }
    }

    void draw(const OwnershipTie& tie) {
        const std::size_t owner = add(tie.owner, unreached), owned = add(tie.owned, unreached);
        graph_.members_[owner].holdings.push_back(graph_.ties_.size());
        graph_.members_[owned].owners.push_back(graph_.ties_.size());
        graph_.ties_.push_back({owner, owned, tie});
    }

    OwnershipGraph& graph_;
    const Store& store_;
    const OwnershipQuestion& question_;
    StopCheck* stop_;
    std::unordered_map<EntityId, std::size_t> numbers_;
    std::vector<OwnershipTie> found_;
};

OwnershipGraph::OwnershipGraph(const Store& store, const OwnershipQuestion& question) : down_(question.down) {
    Reader(*this, store, question).read();
}

}  // namespace kith
