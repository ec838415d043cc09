#include "graph/search/connectivity.hpp"

#include <algorithm>

#include "graph/rows/question_graph.hpp"
#include "graph/search/connectivity_search.hpp"

namespace kith {

namespace {

constexpr std::uint32_t unseen = 0xffff'ffff;

class DepthFirstSearch {
public:
    explicit DepthFirstSearch(const WholeGraph& graph)
        : graph_(graph), number_(graph.size(), unseen), low_(graph.size()), is_articulation_(graph.size()) {}

    VertexConnectivity search() {
        for (Vertex root = 0; root < graph_.size(); ++root) {
            if (number_[root] != unseen) continue;
            found_.components.emplace_back();
            search_from(root);
            std::ranges::sort(found_.components.back());
        }
        std::ranges::sort(found_.bridges);
        for (Vertex vertex = 0; vertex < graph_.size(); ++vertex) {
            if (is_articulation_[vertex]) found_.articulation_points.push_back(vertex);
        }
        return std::move(found_);
    }

private:
    struct Visit {
        Vertex vertex, parent;
        std::size_t next;  // neighbour to look at
    };

    void enter(Vertex vertex, Vertex parent) {
        number_[vertex] = low_[vertex] = entered_++;
        found_.components.back().push_back(vertex);
        stack_.push_back({vertex, parent, 0});
    }

    void search_from(Vertex root) {
        std::size_t branches_of_root = 0;
        enter(root, no_vertex);
        while (!stack_.empty()) {
            graph_.spend(1);
            Visit& visit = stack_.back();
            const auto neighbours = graph_.neighbours(visit.vertex);
            if (visit.next < neighbours.size()) {
                const Vertex next = neighbours[visit.next++];
                if (number_[next] == unseen) {
                    branches_of_root += visit.vertex == root;
                    enter(next, visit.vertex);
                } else if (next != visit.parent) {
                    low_[visit.vertex] = std::min(low_[visit.vertex], number_[next]);
                }
            } else {
                const auto [vertex, parent, ignored] = visit;
                stack_.pop_back();
                if (parent != no_vertex) leave(vertex, parent, root);
            }
        }
        is_articulation_[root] = branches_of_root > 1;
    }

    // low: the earliest vertex that the branch below `vertex` reaches past its parent.
    void leave(Vertex vertex, Vertex parent, Vertex root) {
        low_[parent] = std::min(low_[parent], low_[vertex]);
        if (low_[vertex] > number_[parent]) found_.bridges.emplace_back(std::minmax(vertex, parent));
        if (low_[vertex] >= number_[parent] && parent != root) is_articulation_[parent] = true;
    }

    const WholeGraph& graph_;
    std::vector<std::uint32_t> number_, low_;
    std::vector<bool> is_articulation_;
    std::uint32_t entered_ = 0;
    std::vector<Visit> stack_;
    VertexConnectivity found_;
};

}  // namespace

VertexConnectivity connectivity(const WholeGraph& graph) {
    return DepthFirstSearch(graph).search();
}

Connectivity find_connectivity(const Store& store, const ClaimFilter& filter) {
    return on_whole_graph(store, without_denied(filter), false, [](const Walk<Projection>& walk) {
        const VertexConnectivity found = connectivity(WholeGraph(walk));
        Connectivity answer;
        for (const std::vector<Vertex>& component : found.components) {
            if (!walk.may_pass(component.front())) continue;
            auto& entities = answer.components.emplace_back();
            for (const Vertex vertex : component) entities.push_back(walk.entity(vertex));
        }
        std::ranges::stable_sort(answer.components, std::ranges::greater{}, &std::vector<EntityId>::size);
        for (const auto& [one, other] : found.bridges) {
            answer.bridges.emplace_back(walk.entity(one), walk.entity(other));
        }
        for (const Vertex vertex : found.articulation_points) {
            answer.articulation_points.push_back(walk.entity(vertex));
        }
        return answer;
    });
}

}  // namespace kith
