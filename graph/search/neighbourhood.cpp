#include "graph/search/neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "graph/rows/question_graph.hpp"
#include "graph/search/neighbourhood_search.hpp"

namespace kith {

static_assert(NeighbourhoodQuestion{}.most_neighbours <= HubNeighbours::most_kept);

Neighbourhood find_neighbourhood(const Store& store, const NeighbourhoodQuestion& question) {
    std::vector<EntityId> from;
    for (const EntityId id : question.from) from.push_back(store.entity(id).id);
    std::ranges::sort(from);
    const auto search = [&](const auto& walk) {
        std::vector<Vertex> vertices;
        for (const EntityId id : from) {
            if (const auto vertex = walk.graph().find(id)) vertices.push_back(*vertex);
        }
        const VertexNeighbourhood found = neighbourhood(walk, vertices, question.depth, question.most_neighbours,
                                                        std::max(question.most_entities, vertices.size()));
        Neighbourhood answer;
        answer.full = found.full;
        for (const VertexNeighbour& one : found.vertices) {
            answer.entities.push_back(
                {walk.entity(one.vertex), one.hops, one.through == no_vertex ? 0 : walk.entity(one.through)});
        }
        answer.cut_neighbours = found.cut_neighbours;
        for (const Vertex vertex : found.cut) answer.cut.push_back(walk.entity(vertex));
        return answer;
    };
    return on_best_graph(store, without_denied(question.filter), question.directed, IndexedGraph::Sources::in_rows,
                         search);
}

std::vector<CommonNeighbour> find_common_neighbours(const Store& store, EntityId first, EntityId second,
                                                    const ClaimFilter& filter, std::size_t most) {
    const EntityId one = store.entity(first).id, other = store.entity(second).id;
    const auto search = [&](const auto& walk) {
        std::vector<CommonNeighbour> answer;
        const auto from = walk.graph().find(one), to = walk.graph().find(other);
        if (!from || !to) return answer;
        for (const Vertex vertex : common_neighbours(walk, *from, *to)) {
            answer.push_back({walk.entity(vertex), walk.step_strength(*from, vertex), walk.step_strength(*to, vertex)});
        }
        std::ranges::sort(answer, {}, [](const CommonNeighbour& common) {
            return std::pair(-common.first_strength * common.second_strength, common.entity);
        });
        if (answer.size() > most) answer.resize(most);
        return answer;
    };
    return on_best_graph(store, without_denied(filter), false, IndexedGraph::Sources::when_asked, search);
}

}  // namespace kith
