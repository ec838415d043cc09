// Small random graphs, and what they should answer, found the slow way: for tests that check a search against thousands
// of graphs. All share one generator with a fixed seed, so a failure comes back.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <tuple>
#include <vector>

#include "graph/rows/projection.hpp"
#include "graph/rows/strength.hpp"
#include "graph/rows/walk.hpp"
#include "graph/search/vertex_path.hpp"

namespace kith {

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    // 0 to sides - 1; not std::uniform_int_distribution, whose numbers differ between libraries.
    int roll(int sides) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(sides)); }
    bool chance(int percent) { return roll(100) < percent; }

private:
    std::mt19937 engine_;
};

struct RandomGraph {
    std::vector<std::pair<EntityId, EntityKind>> entities;
    std::vector<ProjectedClaim> claims;

    EntityId id(Vertex vertex) const { return entities[vertex].first; }
};

// Loops, parallel claims, a hub in some, parts that hang together with nothing in others.
inline RandomGraph random_graph(Dice& dice, int most_vertices = 8, int most_claims = 24) {
    RandomGraph graph;
    const int vertices = 2 + dice.roll(most_vertices - 1);
    for (int i = 0; i < vertices; ++i) {
        graph.entities.emplace_back(3 * i + 5, dice.chance(70) ? EntityKind::organisation : EntityKind::person);
    }
    const bool hub = dice.chance(20);
    const int confidences[] = {1000, 900, 800, 500, 500, 300, 1, 0};
    for (int i = dice.roll(most_claims + 1); i > 0; --i) {
        ProjectedClaim claim;
        claim.subject = graph.id(static_cast<Vertex>(hub && dice.chance(60) ? 0 : dice.roll(vertices)));
        claim.object = graph.id(static_cast<Vertex>(dice.roll(vertices)));
        claim.relation = static_cast<RelationId>(1 + dice.roll(3));
        claim.status = dice.chance(70) ? Status::actual : static_cast<Status>(dice.roll(6));
        claim.confidence_thousandths = confidences[dice.roll(8)];
        claim.sources.clear();
        for (int source = 0; source < 4; ++source) {
            if (dice.chance(35)) claim.sources.push_back(static_cast<std::uint32_t>(source));
        }
        graph.claims.push_back(claim);
    }
    return graph;
}

// Parts of a question that a projection can judge.
struct RandomQuestion {
    Vertex from = 0, to = 1;
    ClaimFilter filter;  // `avoided` in entity ids
    bool directed = false;
    std::vector<RelationId> symmetric;  // walked both ways also where it is directed
    std::vector<RelationId> listings;   // discounted where the order is the surest
    int max_hops = 6;
    PathOrder order = PathOrder::fewest_hops;
};

inline RandomQuestion random_question(Dice& dice, const RandomGraph& graph) {
    RandomQuestion question;
    const auto vertices = static_cast<int>(graph.entities.size());
    question.from = static_cast<Vertex>(dice.roll(vertices));
    question.to = static_cast<Vertex>((static_cast<int>(question.from) + 1 + dice.roll(vertices - 1)) % vertices);
    question.directed = dice.chance(50);
    if (dice.chance(50)) question.symmetric = {2};
    if (dice.chance(30)) question.listings = {1, 3};
    question.max_hops = 1 + dice.roll(7);
    question.order = dice.chance(50) ? PathOrder::fewest_hops : PathOrder::surest;
    if (dice.chance(20)) question.filter.relations = {1, 2};
    if (dice.chance(20)) question.filter.excluded_relations = {static_cast<RelationId>(1 + dice.roll(3))};
    if (dice.chance(20)) question.filter.statuses = {Status::actual, static_cast<Status>(dice.roll(6))};
    if (dice.chance(20)) question.filter.min_confidence = 0.1 * dice.roll(11);
    if (dice.chance(20)) question.filter.min_sources = dice.roll(4);
    if (dice.chance(15)) question.filter.kinds = {EntityKind::organisation};
    if (dice.chance(15)) question.filter.max_degree = static_cast<std::size_t>(1 + dice.roll(4));
    if (dice.chance(15)) question.filter.avoided = {graph.id(static_cast<Vertex>(dice.roll(vertices)))};
    return question;
}

inline Walk<Projection> walk_of(const Projection& projection, const RandomQuestion& question) {
    WalkRules rules;
    rules.arcs = ArcFilter(question.filter);
    rules.directed = question.directed;
    rules.turned = rules.arcs.of_relations(question.symmetric);
    rules.max_degree = question.filter.max_degree;
    for (const EntityId id : question.filter.avoided) rules.avoided.push_back(*projection.find(id));
    for (const EntityKind kind : question.filter.kinds) rules.kinds.set(static_cast<std::size_t>(kind));
    Walk walk(projection, std::move(rules));
    if (question.order == PathOrder::surest) walk.discount_listings(question.listings);
    return walk;
}

inline bool is_listed(const auto& list, auto value) {
    return std::ranges::find(list, value) != list.end();
}

// The filter by the book: ties that it leaves, with the strength that it leaves to them.
struct SlowTie {
    Vertex subject = 0;
    RelationId relation = 0;
    Vertex object = 0;
    double strength = 0.0;
};

inline std::vector<SlowTie> slow_ties(const RandomGraph& graph, const RandomQuestion& question) {
    using TieKey = std::tuple<EntityId, RelationId, EntityId, Status>;
    std::map<TieKey, std::set<std::uint32_t>> sources;
    for (const ProjectedClaim& claim : graph.claims) {
        auto& of_tie = sources[{claim.subject, claim.relation, claim.object, claim.status}];
        of_tie.insert(claim.sources.begin(), claim.sources.end());
    }
    const ClaimFilter& filter = question.filter;
    std::map<TieKey, std::map<std::uint32_t, int>> surest;
    for (const ProjectedClaim& claim : graph.claims) {
        const TieKey tie{claim.subject, claim.relation, claim.object, claim.status};
        if (!filter.relations.empty() && !is_listed(filter.relations, claim.relation)) continue;
        if (is_listed(filter.excluded_relations, claim.relation)) continue;
        if (!filter.statuses.empty() && !is_listed(filter.statuses, claim.status)) continue;
        if (claim.confidence_thousandths < filter.min_confidence * 1000 - 1e-6) continue;
        if (filter.min_sources > 1 && static_cast<int>(sources[tie].size()) < filter.min_sources) continue;
        auto& of_tie = surest[tie];
        for (const std::uint32_t source : claim.sources) {
            of_tie[source] = std::max(of_tie[source], claim.confidence_thousandths);
        }
    }
    std::vector<SlowTie> ties;
    const auto vertex = [&](EntityId id) {
        const auto found = std::ranges::find(graph.entities, id, &std::pair<EntityId, EntityKind>::first);
        return static_cast<Vertex>(found - graph.entities.begin());
    };
    for (const auto& [tie, confidences] : surest) {
        double doubt = 1.0;
        for (const auto& [source, confidence] : confidences) doubt *= 1.0 - confidence / 1000.0;
        const auto& [subject, relation, object, status] = tie;
        ties.push_back({vertex(subject), relation, vertex(object), 1.0 - doubt});
    }
    return ties;
}

// What the best tie that leads from one to another is worth, `better` of two values.
template <typename Value>
using OfSteps = std::map<std::pair<Vertex, Vertex>, Value>;

template <typename Value, typename ValueOf, typename Better>
OfSteps<Value> slow_steps_by(const RandomGraph& graph, const RandomQuestion& question, const ValueOf& value_of,
                             const Better& better) {
    OfSteps<Value> steps;
    for (const SlowTie& tie : slow_ties(graph, question)) {
        const auto add = [&](Vertex from, Vertex to) {
            const auto [step, is_new] = steps.emplace(std::pair(from, to), value_of(tie));
            step->second = better(step->second, value_of(tie));
        };
        add(tie.subject, tie.object);
        if (!question.directed || is_listed(question.symmetric, tie.relation)) add(tie.object, tie.subject);
    }
    return steps;
}

using StrengthOfStep = OfSteps<double>;

inline StrengthOfStep slow_steps(const RandomGraph& graph, const RandomQuestion& question) {
    return slow_steps_by<double>(
        graph, question, [](const SlowTie& tie) { return tie.strength; },
        [](double a, double b) { return std::max(a, b); });
}

inline OfSteps<Cost> slow_costs(const RandomGraph& graph, const RandomQuestion& question) {
    const auto is_listing = [&](const SlowTie& tie) {
        return question.order == PathOrder::surest && is_listed(question.listings, tie.relation);
    };
    std::map<Vertex, std::set<Vertex>> listed;
    for (const SlowTie& tie : slow_ties(graph, question)) {
        if (is_listing(tie) && tie.object != tie.subject) listed[tie.subject].insert(tie.object);
    }
    return slow_steps_by<Cost>(
        graph, question,
        [&](const SlowTie& tie) {
            const std::size_t count = is_listing(tie) ? std::max<std::size_t>(listed[tie.subject].size(), 1) : 1;
            return cost_of(tie.strength) + cost_of(1.0 / static_cast<double>(count));
        },
        [](Cost a, Cost b) { return std::min(a, b); });
}

// All simple paths that the question allows, best first.
inline std::vector<VertexPath> slow_paths(const RandomGraph& graph, const RandomQuestion& question) {
    const OfSteps<Cost> steps = slow_costs(graph, question);
    RandomQuestion undirected = question;
    undirected.directed = false;
    std::map<Vertex, std::size_t> degrees;
    for (const auto& [step, strength] : slow_steps(graph, undirected)) degrees[step.first] += step.first != step.second;
    std::vector<VertexPath> found;
    VertexPath path{{question.from}, 0};
    const auto may_pass = [&](Vertex vertex) {
        const auto& [id, kind] = graph.entities[vertex];
        if (question.filter.max_degree > 0 && degrees[vertex] > question.filter.max_degree) return false;
        if (std::ranges::find(question.filter.avoided, id) != question.filter.avoided.end()) return false;
        return question.filter.kinds.empty() ||
               std::ranges::find(question.filter.kinds, kind) != question.filter.kinds.end();
    };
    const auto extend = [&](const auto& self) -> void {
        const Vertex last = path.vertices.back();
        if (last == question.to) {
            found.push_back(path);
            return;
        }
        if (path.hops() == question.max_hops) return;
        for (Vertex next = 0; next < graph.entities.size(); ++next) {
            const auto step = steps.find({last, next});
            if (step == steps.end() || std::ranges::find(path.vertices, next) != path.vertices.end()) continue;
            if (next != question.to && !may_pass(next)) continue;
            const Weight weight = weight_of(step->second, question.order);
            path.vertices.push_back(next);
            path.weight += weight;
            self(self);
            path.vertices.pop_back();
            path.weight -= weight;
        }
    };
    extend(extend);
    std::ranges::sort(found, {}, [](const VertexPath& one) { return std::pair(one.weight, one.vertices); });
    return found;
}

}  // namespace kith
