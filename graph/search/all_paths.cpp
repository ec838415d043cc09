#include "graph/search/all_paths.hpp"

#include "graph/error.hpp"
#include "graph/rows/question_graph.hpp"
#include "graph/search/all_paths_search.hpp"

namespace kith {

AllPaths find_all_paths(const Store& store, const AllPathsQuestion& question) {
    const EntityId from_id = store.entity(question.from).id, to_id = store.entity(question.to).id;
    if (from_id == to_id) throw Error("a path needs two different entities");
    const auto search = [&](const auto& walk) {
        AllPaths answer;
        const auto from = walk.graph().find(from_id), to = walk.graph().find(to_id);
        if (!from || !to) return answer;
        AllPathsSearch paths(walk, *from, *to, question.most_paths, question.most_steps);
        answer.complete = paths.find(std::clamp(question.max_hops, 0, 64));
        for (const std::vector<Vertex>& path : paths.paths()) {
            auto& entities = answer.paths.emplace_back();
            for (const Vertex vertex : path) entities.push_back(walk.entity(vertex));
        }
        return answer;
    };
    return on_best_graph(store, without_denied(question.filter), question.directed, IndexedGraph::Sources::when_asked,
                         search);
}

}  // namespace kith
