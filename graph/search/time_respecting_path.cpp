#include "graph/search/time_respecting_path.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/claim_rows.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/rows/question_graph.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

namespace {

struct DatedStep {
    EntityId other = 0;
    Day day = 0;
    ClaimId claim = 0;
};

// The dated claims of an entity that pass the filter, fetched when first asked for and kept while they are few.
class DatedRows {
public:
    DatedRows(const Store& store, const TimeRespectingQuestion& question)
        : store_(store),
          question_(question),
          merged_(database_of(store)),
          any_merged_(database_of(store).integer("SELECT EXISTS (SELECT 1 FROM merged_entity)") != 0),
          rows_of_{select(false, ""), select(true, "")},
          symmetric_{select(false, " AND c.relation IN " + sql_list(symmetric_relations(store.ontology()))),
                     select(true, " AND c.relation IN " + sql_list(symmetric_relations(store.ontology())))} {}

    // Forgets rows once there are too many to keep; those given before are gone then.
    void tidy() {
        if (kept_ <= most_kept) return;
        for (auto& rows : rows_) rows.clear();
        kept_ = 0;
    }

    // Steps that leave the entity (forward) or lead to it; an undirected question takes all for both, a directed one those
    // of symmetric relations. They hold until the next tidy().
    const std::vector<DatedStep>& steps(EntityId id, bool forward) {
        const auto [found, is_new] = rows_[question_.directed && !forward].try_emplace(id);
        if (is_new) {
            fetch(rows_of_[forward], id, forward, found->second);
            fetch(question_.directed ? symmetric_[!forward] : rows_of_[!forward], id, !forward, found->second);
            kept_ += found->second.size();
        }
        return found->second;
    }

private:
    static constexpr std::size_t most_kept = 2'000'000;  // 48 MB

    Statement select(bool outgoing, const std::string& more) const {
        const std::string own = outgoing ? "c.subject" : "c.object", other = outgoing ? "c.object" : "c.subject";
        Statement rows = database_of(store_).prepare(
            "SELECT " + other + ", c.day, c.id, c.relation, c.status, c.time FROM claim c WHERE " + own +
            " = ?1 AND c.day IS NOT NULL" + claim_conditions(question_.filter, database_of(store_)) + more);
        bind_names(rows, question_.filter);
        return rows;
    }

    void fetch(Statement& rows, EntityId id, bool outgoing, std::vector<DatedStep>& steps) {
        const ClaimFilter& filter = question_.filter;
        for (const EntityId member : any_merged_ ? merged_.members(id) : std::vector{id}) {
            for (rows.bind(1, member); rows.step();) {
                Claim claim;
                claim.day = static_cast<Day>(rows.integer(1));
                claim.time = rows.text(5);
                if (!holds_within(claim, filter.since, filter.until)) continue;
                const EntityId other = any_merged_ ? merged_.canonical(rows.integer(0)) : rows.integer(0);
                const EntityId subject = outgoing ? id : other, object = outgoing ? other : id;
                if (filter.min_sources > 1) {
                    const ArcWord word = arc_word(rows.integer(3), rows.integer(4), 0);
                    if (sources_of_tie(store_, subject, object, word) < filter.min_sources) continue;
                }
                steps.push_back({other, *claim.day, rows.integer(2)});
            }
        }
    }

    const Store& store_;
    const TimeRespectingQuestion& question_;
    MergedEntities merged_;
    bool any_merged_;
    std::array<Statement, 2> rows_of_, symmetric_;  // by whether the claims leave the entity
    std::array<std::unordered_map<EntityId, std::vector<DatedStep>>, 2> rows_;
    std::size_t kept_ = 0;
};

class TimeRespectingSearch {
public:
    TimeRespectingSearch(const Store& store, const TimeRespectingQuestion& question)
        : store_(store), question_(question), rows_(store, question), stop_(database_of(store).stop_check()) {
        for (const EntityId id : question.filter.avoided) avoided_.insert(store.canonical(id));
        arrivals_.push_back({{question.from, {always, 0, 0}}});
        departures_.push_back({{question.to, never}});
        earliest_.emplace(question.from, always);
        latest_.emplace(question.to, never);
    }

    std::optional<std::vector<TimedHop>> find() {
        while (!met()) {
            const int hops = static_cast<int>(arrivals_.size() + departures_.size()) - 2;
            if (hops >= question_.max_hops || arrivals_.back().empty() || departures_.back().empty())
                return std::nullopt;
            if (arrivals_.back().size() <= departures_.back().size()) {
                arrivals_.push_back(arrive(nullptr));
            } else {
                depart();
            }
        }
        // The hops are known; go on to the end among entities from which it is reached in time.
        for (std::size_t left = departures_.size() - 1; left > 0; --left)
            arrivals_.push_back(arrive(&departures_[left - 1]));
        return path();
    }

private:
    static constexpr Day always = std::numeric_limits<Day>::min(), never = std::numeric_limits<Day>::max();

    struct Arrival {
        Day day = 0;  // the earliest
        EntityId before = 0;
        ClaimId claim = 0;
    };
    using Departures = std::unordered_map<EntityId, Day>;  // the latest day that an entity can be left on
    using Arrivals = std::unordered_map<EntityId, Arrival>;

    const std::vector<DatedStep>& steps(EntityId id, bool forward) {
        const std::vector<DatedStep>& found = rows_.steps(id, forward);
        if (stop_) stop_->step(found.size() + 1);
        return found;
    }

    bool may_pass(EntityId id) {
        if (avoided_.contains(id)) return false;
        const auto& kinds = question_.filter.kinds;
        if (!kinds.empty() && std::ranges::find(kinds, store_.entity(id).kind) == kinds.end()) return false;
        return question_.filter.max_degree == 0 || !is_hub(id);
    }

    // Of neighbours only those count that dated claims tie it to.
    bool is_hub(EntityId id) {
        const auto [known, is_new] = hubs_.try_emplace(id, false);
        if (!is_new) return known->second;
        std::unordered_set<EntityId> neighbours;
        for (const bool forward : {true, false}) {
            for (const DatedStep& step : steps(id, forward)) {
                if (step.other != id) neighbours.insert(step.other);
            }
        }
        return known->second = neighbours.size() > question_.filter.max_degree;
    }

    bool met() const {
        return std::ranges::any_of(arrivals_.back(), [&](const auto& arrival) {
            const auto departure = departures_.back().find(arrival.first);
            return departure != departures_.back().end() && arrival.second.day <= departure->second;
        });
    }

    // The arrivals one hop further, at entities that can be left as late, if `within` is given. What was reached as
    // early in fewer hops lies on no path of fewest hops, and is dropped; so is, on the way back, what can be left as
    // late.
    Arrivals arrive(const Departures* within) {
        Arrivals next;
        rows_.tidy();
        for (const auto& [id, arrival] : arrivals_.back()) {
            if (id == question_.to || (id != question_.from && !may_pass(id))) continue;
            for (const DatedStep& step : steps(id, true)) {
                if (step.day < arrival.day || step.other == id) continue;
                if (const auto known = earliest_.find(step.other);
                    known != earliest_.end() && known->second <= step.day)
                    continue;
                if (within) {
                    const auto departure = within->find(step.other);
                    if (departure == within->end() || departure->second < step.day) continue;
                }
                const Arrival found{step.day, id, step.claim};
                const auto [known, is_new] = next.try_emplace(step.other, found);
                if (!is_new && order(found) < order(known->second)) known->second = found;
            }
        }
        for (const auto& [id, arrival] : next) earliest_[id] = arrival.day;
        return next;
    }
    static std::tuple<Day, EntityId, ClaimId> order(const Arrival& arrival) {
        return {arrival.day, arrival.before, arrival.claim};
    }

    void depart() {
        Departures next;
        rows_.tidy();
        for (const auto& [id, latest] : departures_.back()) {
            if (id == question_.from || (id != question_.to && !may_pass(id))) continue;
            for (const DatedStep& step : steps(id, false)) {
                if (step.day > latest || step.other == id) continue;
                if (const auto known = latest_.find(step.other); known != latest_.end() && known->second >= step.day)
                    continue;
                const auto [known, is_new] = next.try_emplace(step.other, step.day);
                if (!is_new) known->second = std::max(known->second, step.day);
            }
        }
        for (const auto& [id, day] : next) latest_[id] = day;
        departures_.push_back(std::move(next));
    }

    std::vector<TimedHop> path() const {
        std::vector<TimedHop> hops;
        EntityId at = question_.to;
        for (std::size_t layer = arrivals_.size() - 1; layer > 0; --layer) {
            const Arrival& arrival = arrivals_[layer].at(at);
            hops.push_back({arrival.before, at, arrival.claim, arrival.day});
            at = arrival.before;
        }
        std::ranges::reverse(hops);
        return hops;
    }

    const Store& store_;
    const TimeRespectingQuestion& question_;
    DatedRows rows_;
    StopCheck* stop_;  // null: nothing stops it
    std::unordered_set<EntityId> avoided_;
    std::unordered_map<EntityId, bool> hubs_;              // those looked at
    std::vector<Arrivals> arrivals_;                       // by hops from the start
    std::vector<Departures> departures_;                   // by hops to the end
    std::unordered_map<EntityId, Day> earliest_, latest_;  // in however few hops
};

}  // namespace

std::optional<std::vector<TimedHop>> find_time_respecting_path(const Store& store,
                                                               const TimeRespectingQuestion& asked) {
    TimeRespectingQuestion question = asked;
    question.from = store.entity(question.from).id;
    question.to = store.entity(question.to).id;
    if (question.from == question.to) throw Error("a path needs two different entities");
    question.filter = without_denied(std::move(question.filter));
    const ReadTransaction transaction(database_of(store));
    return TimeRespectingSearch(store, question).find();
}

}  // namespace kith
