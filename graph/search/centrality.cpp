#include "graph/search/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "graph/rows/question_graph.hpp"
#include "graph/search/centrality_search.hpp"

namespace kith {

std::vector<double> page_rank(const Walk<Projection>& walk, double damping, double tolerance, int most_rounds) {
    const auto count = static_cast<Vertex>(walk.graph().vertex_count());
    // Ties in flat rows: rounds then go through memory in order.
    std::vector<std::size_t> begins{0};
    std::vector<Vertex> targets;
    std::vector<bool> is_in(count);
    for (Vertex vertex = 0; vertex < count; ++vertex) is_in[vertex] = walk.may_pass(vertex);
    for (Vertex vertex = 0; vertex < count; ++vertex) {
        walk.spend(walk.row_length(vertex, Side::start) + 1);
        std::pair<Vertex, std::uint32_t> last{no_vertex, 0};
        for (auto [edge, end] = out_edges(vertex, walk.graph()); is_in[vertex] && edge != end; ++edge) {
            const EdgeDescriptor found = *edge;
            const std::pair tie(found.target, found.word.relation_and_status());
            if (found.target == vertex || !is_in[found.target] || !walk.rules().arcs.passes(found.word)) continue;
            if (std::exchange(last, tie) != tie) targets.push_back(found.target);
        }
        begins.push_back(targets.size());
    }

    const auto members = static_cast<double>(std::ranges::count(is_in, true));
    std::vector<double> ranks(count), next(count);
    for (Vertex vertex = 0; vertex < count; ++vertex) ranks[vertex] = is_in[vertex] ? 1.0 / members : 0.0;
    for (int round = 0; round < most_rounds; ++round) {
        double stranded = 0.0;
        std::ranges::fill(next, 0.0);
        for (Vertex vertex = 0; vertex < count; ++vertex) {
            const std::size_t begin = begins[vertex], end = begins[vertex + 1];
            walk.spend(end - begin + 1);
            if (begin == end) stranded += ranks[vertex];
            for (std::size_t i = begin; i < end; ++i)
                next[targets[i]] += ranks[vertex] / static_cast<double>(end - begin);
        }
        double change = 0.0;
        for (Vertex vertex = 0; vertex < count; ++vertex) {
            next[vertex] =
                is_in[vertex] ? (1.0 - damping) / members + damping * (next[vertex] + stranded / members) : 0.0;
            change += std::abs(next[vertex] - ranks[vertex]);
        }
        ranks.swap(next);
        if (change < tolerance) break;
    }
    return ranks;
}

namespace {

// Brandes' accumulation: after a breadth-first search from a source, each vertex hands its share of the shortest paths
// back to those it was reached from, farthest first.
class BetweennessSearch {
public:
    explicit BetweennessSearch(const WholeGraph& graph)
        : graph_(graph), depth_(graph.size(), unseen), paths_(graph.size()), shares_(graph.size()) {}

    // Vertices reached, the source first; share(vertex): of the source's pairs.
    const std::vector<Vertex>& from(Vertex source) {
        for (const Vertex vertex : reached_) depth_[vertex] = unseen;
        reached_ = {source};
        enter(source, 0);
        paths_[source] = 1.0;
        for (std::size_t at = 0; at < reached_.size(); ++at) {
            const Vertex vertex = reached_[at];
            graph_.spend(graph_.neighbours(vertex).size() + 1);
            for (const Vertex next : graph_.neighbours(vertex)) {
                if (depth_[next] == unseen) {
                    enter(next, depth_[vertex] + 1);
                    reached_.push_back(next);
                }
                if (depth_[next] == depth_[vertex] + 1) paths_[next] += paths_[vertex];
            }
        }
        for (std::size_t at = reached_.size(); at-- > 0;) {
            const Vertex vertex = reached_[at];
            graph_.spend(graph_.neighbours(vertex).size() + 1);
            for (const Vertex next : graph_.neighbours(vertex)) {
                if (depth_[next] == depth_[vertex] + 1)
                    shares_[vertex] += paths_[vertex] / paths_[next] * (1.0 + shares_[next]);
            }
        }
        return reached_;
    }
    double share(Vertex vertex) const { return shares_[vertex]; }

private:
    static constexpr std::uint32_t unseen = 0xffff'ffff;

    void enter(Vertex vertex, std::uint32_t depth) {
        depth_[vertex] = depth;
        paths_[vertex] = shares_[vertex] = 0.0;
    }

    const WholeGraph& graph_;
    std::vector<std::uint32_t> depth_;
    std::vector<double> paths_, shares_;
    std::vector<Vertex> reached_;
};

// The same sample every time.
std::vector<Vertex> sample(std::size_t size, std::size_t most) {
    std::vector<Vertex> all(size);
    std::iota(all.begin(), all.end(), Vertex{0});
    if (most >= size) return all;
    std::mt19937_64 engine(1);
    for (std::size_t i = 0; i < most; ++i) std::swap(all[i], all[i + engine() % (size - i)]);
    all.resize(most);
    return all;
}

std::vector<Rank> ranking(const Walk<Projection>& walk, const std::vector<double>& scores,
                          const std::vector<double>& errors) {
    std::vector<Rank> ranks;
    for (Vertex vertex = 0; vertex < scores.size(); ++vertex) {
        if (!walk.may_pass(vertex)) continue;
        ranks.push_back({walk.entity(vertex), scores[vertex], errors.empty() ? 0.0 : errors[vertex]});
    }
    std::ranges::stable_sort(ranks, std::ranges::greater{}, &Rank::score);
    return ranks;
}

}  // namespace

Betweenness betweenness(const WholeGraph& graph, std::size_t most_sources) {
    const std::size_t size = graph.size();
    Betweenness answer{std::vector<double>(size), std::vector<double>(size)};
    std::vector<double> squares(size);
    BetweennessSearch search(graph);
    const std::vector<Vertex> sources = sample(size, most_sources);
    for (const Vertex source : sources) {
        graph.spend(1);
        for (const Vertex vertex : search.from(source)) {
            if (vertex == source) continue;
            answer.scores[vertex] += search.share(vertex);
            squares[vertex] += search.share(vertex) * search.share(vertex);
        }
    }
    // Each pair is seen from both its ends. The error of a sample without replacement shrinks as it nears the whole.
    const auto all = static_cast<double>(size), drawn = static_cast<double>(sources.size());
    for (std::size_t vertex = 0; vertex < size && drawn > 0; ++vertex) {
        const double mean = answer.scores[vertex] / drawn;
        answer.scores[vertex] = mean * all / 2.0;
        if (drawn == all || drawn < 2) continue;
        const double variance = std::max(0.0, (squares[vertex] - drawn * mean * mean) / (drawn - 1.0));
        answer.errors[vertex] = all / 2.0 * std::sqrt(variance / drawn * (1.0 - drawn / all));
    }
    return answer;
}

std::vector<Rank> rank_by_links(const Store& store, const ClaimFilter& filter) {
    return on_whole_graph(store, without_denied(filter), true,
                          [](const Walk<Projection>& walk) { return ranking(walk, page_rank(walk), {}); });
}

std::vector<Rank> rank_by_betweenness(const Store& store, const BetweennessQuestion& question) {
    return on_whole_graph(store, without_denied(question.filter), false, [&](const Walk<Projection>& walk) {
        const Betweenness found = betweenness(WholeGraph(walk), question.most_sources);
        return ranking(walk, found.scores, found.errors);
    });
}

}  // namespace kith
