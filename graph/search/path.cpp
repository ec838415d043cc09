#include "graph/search/path.hpp"

#include <algorithm>
#include <string>

#include "graph/error.hpp"
#include "graph/rows/question_graph.hpp"
#include "graph/search/k_shortest_paths.hpp"
#include "graph/search/path_search.hpp"

namespace kith {

namespace {

constexpr int most_hops = 1000;  // searches go as deep as this

// The question with canonical entities and its defaults filled in. Throws Error where it cannot be asked.
PathQuestion settled(const Store& store, PathQuestion question) {
    question.from = store.entity(question.from).id;
    question.to = store.entity(question.to).id;
    if (question.from == question.to) {
        throw Error("a path needs two entities, and these are one: " + store.entity(question.from).name,
                    "Name two different ones; `kith show` lists the ties of one.");
    }
    question.max_hops = std::clamp(question.max_hops, 0, most_hops);
    question.filter = without_denied(std::move(question.filter));
    return question;
}

IndexedGraph::Sources sources_for(PathOrder order) {
    return order == PathOrder::surest ? IndexedGraph::Sources::in_rows : IndexedGraph::Sources::when_asked;
}

// Relations by which one party puts many on a list: sanctions, and what else FollowTheMoney calls so.
std::vector<RelationId> listing_relations(const Ontology& ontology) {
    std::vector<RelationId> ids;
    for (const Relation& relation : ontology.all()) {
        if (relation.follow_the_money == "Sanction") ids.push_back(relation.id);
    }
    return ids;
}

template <typename Graph>
std::vector<Path> search(Walk<Graph> walk, const PathQuestion& question, const Ontology& ontology) {
    const bool is_discounted = question.order == PathOrder::surest;
    if (is_discounted) walk.discount_listings(listing_relations(ontology));
    std::vector<Path> paths;
    const auto from = walk.graph().find(question.from), to = walk.graph().find(question.to);
    if (!from || !to) return paths;
    const auto count = static_cast<std::size_t>(std::max(question.count, 0));
    for (const VertexPath& found : k_shortest_paths(walk, *from, *to, count, question.order, question.max_hops)) {
        Path& path = paths.emplace_back();
        for (const Vertex vertex : found.vertices) path.entities.push_back(walk.entity(vertex));
        path.strength =
            is_discounted ? true_strength_of(walk, found.vertices) : strength_of(found.weight, question.order);
    }
    return paths;
}

}  // namespace

std::vector<Path> find_paths(const Store& store, const Projection& projection, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return search(walk_over(store, projection, question.filter, question.directed), question, store.ontology());
}

std::vector<Path> find_paths_by_index(const Store& store, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return on_indexed_graph(store, question.filter, question.directed, sources_for(question.order),
                            [&](const auto& walk) { return search(walk, question, store.ontology()); });
}

std::vector<Path> find_paths(const Store& store, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return on_best_graph(store, question.filter, question.directed, sources_for(question.order),
                         [&](const auto& walk) { return search(walk, question, store.ontology()); });
}

}  // namespace kith
