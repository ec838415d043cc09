// Path questions over one database, beside Boost's own compressed graph in the same run:
//
//     kith_path_benchmark large.db --benchmark_format=console
//
// Each benchmark asks 200 random pairs, three times each; `median` and `p99` are of the pairs' best times in
// milliseconds. Times are CPU time of the thread, so that other load on the machine does not count. The reference is a
// bidirectional breadth-first search with scratch arrays kept between questions over
// boost::compressed_sparse_row_graph, stopping at the first vertex where the ends meet; Boost's own searches run on
// kith's graph and stop at the target.
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <functional>
#include <iostream>
#include <limits>
#include <memory>
#include <random>
#include <vector>

#include "graph/rows/snapshot.hpp"
#include "graph/search/k_shortest_paths.hpp"
#include "graph/search/neighbourhood_search.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace {

using namespace kith;

constexpr int pairs_asked = 200;

struct Pair {
    Vertex from, to;
};

double thread_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

std::vector<Pair> random_pairs(const Projection& graph) {
    std::mt19937 engine(42);
    std::vector<Pair> pairs;
    const auto draw = [&] {
        while (true) {
            const auto vertex = static_cast<Vertex>(engine() % graph.vertex_count());
            if (!graph.out(vertex).empty() && !graph.in(vertex).empty()) return vertex;
        }
    };
    while (pairs.size() < pairs_asked) {
        const Pair pair{draw(), draw()};
        if (pair.from != pair.to) pairs.push_back(pair);
    }
    return pairs;
}

using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

// The reference.
class BoostBidirectional {
public:
    explicit BoostBidirectional(const Projection& graph) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
        ends.reserve(graph.arc_count());
        for (Vertex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
            for (const Arc& arc : graph.out(vertex)) ends.emplace_back(vertex, arc.other);
        }
        csr_ =
            std::make_unique<Csr>(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), graph.vertex_count());
        for (auto& seen : seen_) seen.assign(graph.vertex_count(), 0);
    }

    int hops(Vertex from, Vertex to, bool directed) {
        ++stamp_;
        std::vector<std::uint32_t> frontiers[2] = {{from}, {to}};
        std::size_t work[2] = {1, 1};
        seen_[0][from] = seen_[1][to] = stamp_;
        for (int depth = 1; !frontiers[0].empty() && !frontiers[1].empty(); ++depth) {
            const int side = work[0] <= work[1] ? 0 : 1;
            std::vector<std::uint32_t> next;
            work[side] = 0;
            for (const std::uint32_t vertex : frontiers[side]) {
                const auto reach = [&](std::uint32_t other) {
                    if (seen_[side][other] == stamp_) return false;
                    seen_[side][other] = stamp_;
                    if (seen_[1 - side][other] == stamp_) return true;
                    next.push_back(other);
                    work[side] += boost::out_degree(other, *csr_) + boost::in_degree(other, *csr_);
                    return false;
                };
                if (side == 0 || !directed) {
                    auto [edge, end] = boost::out_edges(vertex, *csr_);
                    for (; edge != end; ++edge) {
                        if (reach(boost::target(*edge, *csr_))) return depth;
                    }
                }
                if (side == 1 || !directed) {
                    auto [edge, end] = boost::in_edges(vertex, *csr_);
                    for (; edge != end; ++edge) {
                        if (reach(boost::source(*edge, *csr_))) return depth;
                    }
                }
            }
            frontiers[side] = std::move(next);
        }
        return -1;
    }

private:
    std::unique_ptr<Csr> csr_;
    std::vector<std::uint32_t> seen_[2];
    std::uint32_t stamp_ = 0;
};

struct Reached {};

struct StopAt : boost::default_bfs_visitor {
    explicit StopAt(Vertex vertex) : target(vertex) {}
    void discover_vertex(Vertex vertex, const Projection&) const {
        if (vertex == target) throw Reached{};
    }
    void examine_vertex(Vertex, const Projection&) const {}
    Vertex target;
};

struct StopDijkstraAt : boost::default_dijkstra_visitor {
    explicit StopDijkstraAt(Vertex vertex) : target(vertex) {}
    void examine_vertex(Vertex vertex, const Projection&) const {
        if (vertex == target) throw Reached{};
    }
    Vertex target;
};

void stock_search(const Projection& graph, const Pair& pair) {
    try {
        boost::breadth_first_search(graph, pair.from, boost::visitor(StopAt(pair.to)));
    } catch (const Reached&) {
    }
}

void stock_dijkstra(const Projection& graph, const Pair& pair) {
    std::vector<std::uint64_t> costs(graph.vertex_count());
    try {
        boost::dijkstra_shortest_paths_no_color_map(graph, pair.from,
                                                    boost::weight_map(get(boost::edge_weight, graph))
                                                        .distance_map(costs.data())
                                                        .distance_inf(std::numeric_limits<std::uint64_t>::max())
                                                        .distance_zero(std::uint64_t{0})
                                                        .visitor(StopDijkstraAt(pair.to)));
    } catch (const Reached&) {
    }
}

void ask(const std::string& name, const std::vector<Pair>& pairs, std::size_t count, int repeats,
         const std::function<void(const Pair&)>& question) {
    const auto run = [=, &pairs](benchmark::State& state) {
        std::vector<double> best(count, std::numeric_limits<double>::max());
        std::size_t at = 0;
        for (auto unused : state) {
            (void)unused;
            const double begin = thread_milliseconds();
            question(pairs[at % count]);
            const double taken = thread_milliseconds() - begin;
            best[at % count] = std::min(best[at % count], taken);
            state.SetIterationTime(taken / 1e3);
            ++at;
        }
        std::ranges::sort(best);
        state.counters["median"] = best[count / 2];
        state.counters["p99"] = best[count * 99 / 100];
    };
    benchmark::RegisterBenchmark(name.c_str(), run)
        ->Iterations(static_cast<benchmark::IterationCount>(count) * repeats)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

// As a question's (graph/rows/question_graph): what is symmetric is walked both ways, which the references do not.
WalkRules rules(bool directed, bool filtered) {
    WalkRules rules;
    rules.arcs = ArcFilter::not_denied();
    rules.directed = directed;
    if (filtered) {
        ClaimFilter filter;
        filter.relations = {1, 4, 8, 13, 21};
        filter.min_confidence = 0.5;
        rules.arcs = ArcFilter(filter);
    }
    rules.turned = rules.arcs.of_relations(symmetric_relations(Ontology::builtin()));
    return rules;
}

}  // namespace

int main(int count, char** arguments) {
    benchmark::Initialize(&count, arguments);
    if (count < 2) {
        std::cerr << "usage: kith_path_benchmark DATABASE [--benchmark_...]\n";
        return 2;
    }
    const Store store(arguments[1]);
    const double begin = thread_milliseconds();
    const Projection graph = build_snapshot(store);
    std::cout << "snapshot: " << (thread_milliseconds() - begin) / 1e3 << " s of the processor, "
              << graph.bytes().size() / 1'000'000 << " MB, peak memory with the file " << peak_megabytes() << " MB\n";
    if (!is_intact(graph)) return 1;  // and every page is in memory now
    BoostBidirectional reference(graph);
    const std::vector<Pair> pairs = random_pairs(graph);

    for (const bool directed : {true, false}) {
        const std::string which = directed ? "directed/" : "undirected/";
        const auto walk = std::make_shared<Walk<Projection>>(graph, rules(directed, false));
        const auto filtered = std::make_shared<Walk<Projection>>(graph, rules(directed, true));
        ask(which + "reference_shortest_path", pairs, pairs_asked, 3, [&, directed](const Pair& pair) {
            benchmark::DoNotOptimize(reference.hops(pair.from, pair.to, directed));
        });
        ask(which + "shortest_path", pairs, pairs_asked, 3, [walk](const Pair& pair) {
            benchmark::DoNotOptimize(shortest_path(*walk, pair.from, pair.to, {.max_hops = 100}));
        });
        ask(which + "filtered_shortest_path", pairs, pairs_asked, 3, [filtered](const Pair& pair) {
            benchmark::DoNotOptimize(shortest_path(*filtered, pair.from, pair.to, {.max_hops = 100}));
        });
        ask(which + "neighbourhood_of_2_hops", pairs, pairs_asked, 3,
            [walk](const Pair& pair) { benchmark::DoNotOptimize(neighbourhood(*walk, {pair.from}, 2, 200, 5'000)); });
        ask(which + "cheapest_path", pairs, pairs_asked, 3, [walk](const Pair& pair) {
            benchmark::DoNotOptimize(cheapest_path(*walk, pair.from, pair.to, {.max_hops = 100}));
        });
        ask(which + "cheapest_path_of_6_hops", pairs, 50, 1, [walk](const Pair& pair) {
            benchmark::DoNotOptimize(cheapest_path(*walk, pair.from, pair.to, {.max_hops = 6}));
        });
        ask(which + "5_shortest_paths", pairs, pairs_asked, 1, [walk](const Pair& pair) {
            benchmark::DoNotOptimize(k_shortest_paths(*walk, pair.from, pair.to, 5, PathOrder::fewest_hops, 100));
        });
        ask(which + "5_cheapest_paths", pairs, 50, 1, [walk](const Pair& pair) {
            benchmark::DoNotOptimize(k_shortest_paths(*walk, pair.from, pair.to, 5, PathOrder::surest, 100));
        });
    }
    ask("directed/boost_breadth_first_search", pairs, 10, 1, [&](const Pair& pair) { stock_search(graph, pair); });
    ask("directed/boost_dijkstra", pairs, 5, 1, [&](const Pair& pair) { stock_dijkstra(graph, pair); });
    benchmark::RunSpecifiedBenchmarks();
}
