#include "graph/search/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "graph/rows/question_graph.hpp"
#include "graph/search/communities_search.hpp"

namespace kith {

namespace {

// A graph with weights: first the neighbours of entities, then groups of them. Weights are whole numbers, counting each
// tie from both its ends, so that gains compare exactly (up to a thousand million ties).
struct WeightedGraph {
    struct Neighbour {
        Vertex other;
        std::int64_t weight;
    };
    std::vector<std::size_t> begins{0};
    std::vector<Neighbour> neighbours;  // without loops
    std::vector<std::int64_t> degrees;  // loops included
    std::int64_t total = 0;             // of degrees

    std::size_t size() const { return degrees.size(); }
    std::span<const Neighbour> neighbours_of(Vertex vertex) const {
        return std::span(neighbours).subspan(begins[vertex], begins[vertex + 1] - begins[vertex]);
    }
};

WeightedGraph weighted(const WholeGraph& graph) {
    WeightedGraph result;
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
        for (const Vertex next : graph.neighbours(vertex)) result.neighbours.push_back({next, 1});
        result.begins.push_back(result.neighbours.size());
        result.degrees.push_back(static_cast<std::int64_t>(graph.neighbours(vertex).size()));
        result.total += result.degrees.back();
    }
    return result;
}

// Numbers groups from 0 in order of their least vertex.
std::size_t renumber(std::vector<Vertex>& groups) {
    std::vector<Vertex> numbers(groups.size(), no_vertex);
    Vertex count = 0;
    for (Vertex& group : groups) {
        if (numbers[group] == no_vertex) numbers[group] = count++;
        group = numbers[group];
    }
    return count;
}

// One level: vertices move until none gains. False: none moved at all.
class Level {
public:
    Level(const WholeGraph& whole, const WeightedGraph& graph)
        : whole_(whole),
          graph_(graph),
          groups_(graph.size()),
          group_degrees_(graph.degrees),
          weight_to_(graph.size(), 0) {
        std::iota(groups_.begin(), groups_.end(), Vertex{0});
    }

    bool move_all() {
        bool moved_ever = false;
        // Gains add up, so this ends by itself; the bound is for time.
        for (int round = 0; round < 100; ++round) {
            bool moved = false;
            for (Vertex vertex = 0; vertex < graph_.size(); ++vertex) moved = move(vertex) || moved;
            if (!moved) break;
            moved_ever = true;
        }
        return moved_ever;
    }
    std::vector<Vertex>& groups() { return groups_; }

private:
    // Joining a group gains weight_to / m - degree * group_degree / 2 m^2; compared times 2 m^2.
    bool move(Vertex vertex) {
        whole_.spend(graph_.neighbours_of(vertex).size() + 1);
        const Vertex old = groups_[vertex];
        const std::int64_t degree = graph_.degrees[vertex];
        group_degrees_[old] -= degree;
        near_.clear();
        for (const auto& [other, weight] : graph_.neighbours_of(vertex)) {
            const Vertex group = groups_[other];
            if (weight_to_[group] == 0) near_.push_back(group);
            weight_to_[group] += weight;
        }
        const auto gain = [&](Vertex group) {
            return weight_to_[group] * graph_.total - degree * group_degrees_[group];
        };
        Vertex best = old;
        for (const Vertex group : near_) {
            const auto difference = gain(group) - gain(best);
            if (difference > 0 || (difference == 0 && best != old && group < best)) best = group;
        }
        for (const Vertex group : near_) weight_to_[group] = 0;
        group_degrees_[best] += degree;
        groups_[vertex] = best;
        return best != old;
    }

    const WholeGraph& whole_;
    const WeightedGraph& graph_;
    std::vector<Vertex> groups_;
    std::vector<std::int64_t> group_degrees_;
    std::vector<std::int64_t> weight_to_;  // from the vertex at hand, by group
    std::vector<Vertex> near_;
};

// Groups as vertices.
WeightedGraph contracted(const WholeGraph& whole, const WeightedGraph& graph, const std::vector<Vertex>& groups,
                         std::size_t count) {
    std::vector<std::vector<Vertex>> members(count);
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex) members[groups[vertex]].push_back(vertex);
    WeightedGraph result;
    result.total = graph.total;
    std::vector<std::int64_t> weight_to(count, 0);
    std::vector<Vertex> near;
    for (Vertex group = 0; group < count; ++group) {
        near.clear();
        std::int64_t degree = 0;
        for (const Vertex vertex : members[group]) {
            degree += graph.degrees[vertex];
            whole.spend(graph.neighbours_of(vertex).size() + 1);
            for (const auto& [other, weight] : graph.neighbours_of(vertex)) {
                if (groups[other] == group) continue;
                if (weight_to[groups[other]] == 0) near.push_back(groups[other]);
                weight_to[groups[other]] += weight;
            }
        }
        std::ranges::sort(near);
        for (const Vertex other : near) result.neighbours.push_back({other, std::exchange(weight_to[other], 0)});
        result.begins.push_back(result.neighbours.size());
        result.degrees.push_back(degree);
    }
    return result;
}

// Groups that do not hang together become several.
void split_disconnected(const WholeGraph& graph, std::vector<Vertex>& groups) {
    std::vector<Vertex> split(graph.size(), no_vertex);
    std::vector<Vertex> queue;
    for (Vertex root = 0; root < graph.size(); ++root) {
        if (split[root] != no_vertex) continue;
        split[root] = root;
        queue = {root};
        for (std::size_t at = 0; at < queue.size(); ++at) {
            graph.spend(graph.neighbours(queue[at]).size() + 1);
            for (const Vertex next : graph.neighbours(queue[at])) {
                if (split[next] != no_vertex || groups[next] != groups[root]) continue;
                split[next] = root;
                queue.push_back(next);
            }
        }
    }
    groups = std::move(split);
}

}  // namespace

std::vector<Vertex> communities(const WholeGraph& graph) {
    std::vector<Vertex> groups(graph.size());
    std::iota(groups.begin(), groups.end(), Vertex{0});
    WeightedGraph level_graph = weighted(graph);
    while (true) {
        Level level(graph, level_graph);
        if (!level.move_all()) break;
        const std::size_t count = renumber(level.groups());
        for (Vertex& group : groups) group = level.groups()[group];
        level_graph = contracted(graph, level_graph, level.groups(), count);
    }
    split_disconnected(graph, groups);
    renumber(groups);
    return groups;
}

double modularity(const WholeGraph& graph, const std::vector<Vertex>& groups) {
    std::vector<double> inside(groups.size()), degrees(groups.size());
    double total = 0.0;
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
        graph.spend(graph.neighbours(vertex).size() + 1);
        for (const Vertex next : graph.neighbours(vertex)) inside[groups[vertex]] += groups[next] == groups[vertex];
        degrees[groups[vertex]] += static_cast<double>(graph.neighbours(vertex).size());
        total += static_cast<double>(graph.neighbours(vertex).size());
    }
    double sum = 0.0;
    for (std::size_t group = 0; group < groups.size() && total > 0; ++group) {
        sum += inside[group] / total - degrees[group] * degrees[group] / total / total;
    }
    return sum;
}

Communities find_communities(const Store& store, const ClaimFilter& filter) {
    return on_whole_graph(store, without_denied(filter), false, [](const Walk<Projection>& walk) {
        const WholeGraph graph(walk);
        const std::vector<Vertex> groups = communities(graph);
        Communities answer;
        answer.modularity = modularity(graph, groups);
        std::map<Vertex, std::vector<EntityId>> members;
        for (Vertex vertex = 0; vertex < groups.size(); ++vertex) {
            if (walk.may_pass(vertex)) members[groups[vertex]].push_back(walk.entity(vertex));
        }
        for (auto& [group, entities] : members) answer.groups.push_back(std::move(entities));
        std::ranges::stable_sort(answer.groups, std::ranges::greater{}, &std::vector<EntityId>::size);
        return answer;
    });
}

}  // namespace kith
