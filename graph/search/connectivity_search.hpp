// The search of graph/search/connectivity on a graph at hand.
#pragma once

#include <utility>
#include <vector>

#include "graph/rows/whole_graph.hpp"

namespace kith {

struct VertexConnectivity {
    std::vector<std::vector<Vertex>> components;  // by least vertex; vertices ascending
    std::vector<std::pair<Vertex, Vertex>> bridges;
    std::vector<Vertex> articulation_points;
};

VertexConnectivity connectivity(const WholeGraph& graph);

}  // namespace kith
