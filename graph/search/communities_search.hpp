// The computation of graph/search/communities on a graph at hand.
#pragma once

#include <vector>

#include "graph/rows/whole_graph.hpp"

namespace kith {

// The group of each vertex, numbered from 0 by least vertex.
std::vector<Vertex> communities(const WholeGraph& graph);

double modularity(const WholeGraph& graph, const std::vector<Vertex>& groups);

}  // namespace kith
