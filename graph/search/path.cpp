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

// The claims of a hop, surest first, and the strength of the strongest edge among them.
Hop hop_between(const Store& store, EntityId from, EntityId to, const PathQuestion& question) {
    std::vector<Claim> claims = store.claims_between(from, to, question.filter);
    if (question.directed) std::erase_if(claims, [&](const Claim& claim) { return claim.subject != from; });
    std::ranges::stable_sort(claims, std::ranges::greater{}, &Claim::confidence);
    Hop hop{from, to, {}, 0.0};
    for (const Claim& claim : claims) hop.claims.push_back(claim.id);
    for (const Edge& edge : store.edges(claims)) hop.strength = std::max(hop.strength, edge.strength);
    return hop;
}

template <typename Graph>
std::vector<Path> search(const Store& store, const Walk<Graph>& walk, const PathQuestion& question) {
    std::vector<Path> paths;
    const auto from = walk.graph().find(question.from), to = walk.graph().find(question.to);
    if (!from || !to) return paths;
    const auto count = static_cast<std::size_t>(std::max(question.count, 0));
    for (const VertexPath& found : k_shortest_paths(walk, *from, *to, count, question.order, question.max_hops)) {
        Path& path = paths.emplace_back();
        for (std::size_t i = 0; i + 1 < found.vertices.size(); ++i) {
            path.hops.push_back(
                hop_between(store, walk.entity(found.vertices[i]), walk.entity(found.vertices[i + 1]), question));
            path.strength *= path.hops.back().strength;
        }
    }
    return paths;
}

}  // namespace

std::vector<Path> find_paths(const Store& store, const Projection& projection, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return search(store, walk_over(store, projection, question.filter, question.directed), question);
}

std::vector<Path> find_paths_by_index(const Store& store, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return on_indexed_graph(store, question.filter, question.directed, sources_for(question.order),
                            [&](const auto& walk) { return search(store, walk, question); });
}

std::vector<Path> find_paths(const Store& store, const PathQuestion& asked) {
    const PathQuestion question = settled(store, asked);
    return on_best_graph(store, question.filter, question.directed, sources_for(question.order),
                         [&](const auto& walk) { return search(store, walk, question); });
}

}  // namespace kith
