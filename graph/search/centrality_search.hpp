// The computations of graph/search/centrality on a graph at hand.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/rows/whole_graph.hpp"

namespace kith {

// By vertex; they add up to 1. Left-out vertices (the walk may not pass them) have 0.
std::vector<double> page_rank(const Walk<Projection>& walk, double damping = 0.85, double tolerance = 1e-10,
                              int most_rounds = 200);

struct Betweenness {
    std::vector<double> scores;  // by vertex: unordered pairs
    std::vector<double> errors;  // standard errors; 0: exact
};

// `most_sources` less than the number of vertices: a sample.
Betweenness betweenness(const WholeGraph& graph, std::size_t most_sources);

}  // namespace kith
