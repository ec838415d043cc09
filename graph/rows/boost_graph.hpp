// Makes kith's graphs graphs of Boost: a Projection (and, without a list of vertices, an IndexedGraph) can be handed to
// Boost's algorithms as it is. Include it in source files only; other headers stay free of Boost.
//
//     boost::breadth_first_search(graph, ada, boost::visitor(visitor));     // follows claims from subject to object
//     boost::dijkstra_shortest_paths(graph, ada, boost::weight_map(boost::get(boost::edge_weight, graph)));
//
// Models VertexListGraph, EdgeListGraph and BidirectionalGraph; maps vertex_index, edge_weight (cost of the edge's tie
// alone, graph/rows/strength.hpp) and entity_of. Edge descriptors are values: both ends, what the claim says, and a
// number that tells apart claims that say the same, so an edge is the same seen from either end.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <limits>
#include <type_traits>
#include <utility>

#include "graph/rows/indexed_graph.hpp"
#include "graph/rows/projection.hpp"
#include "graph/rows/strength.hpp"

namespace kith {

struct EdgeDescriptor {
    Vertex source = no_vertex;
    Vertex target = no_vertex;
    ArcWord word;
    std::uint32_t copy = 0;  // among claims with these ends and this word

    auto operator<=>(const EdgeDescriptor&) const = default;
};

// Goes along a row. An arc to a vertex that does not exist (a damaged snapshot) reads as a loop.
template <bool incoming>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<incoming>, EdgeDescriptor,
                                                   boost::random_access_traversal_tag, EdgeDescriptor> {
public:
    EdgeIterator() = default;
    EdgeIterator(Vertex vertex, std::size_t vertices, std::span<const Arc> row, std::size_t place)
        : vertex_(vertex), vertices_(static_cast<Vertex>(vertices)), row_(row), place_(place) {
        count_copies();
    }

private:
    friend class boost::iterator_core_access;

    EdgeDescriptor dereference() const {
        const Arc& arc = row_[place_];
        const Vertex other = arc.other < vertices_ ? arc.other : vertex_;
        return incoming ? EdgeDescriptor{other, vertex_, arc.word, copy_}
                        : EdgeDescriptor{vertex_, other, arc.word, copy_};
    }
    bool equal(const EdgeIterator& other) const { return place_ == other.place_; }
    void increment() {
        ++place_;
        copy_ = repeats() ? copy_ + 1 : 0;
    }
    void decrement() { advance(-1); }
    void advance(std::ptrdiff_t by) {
        place_ += static_cast<std::size_t>(by);
        count_copies();
    }
    std::ptrdiff_t distance_to(const EdgeIterator& other) const {
        return static_cast<std::ptrdiff_t>(other.place_) - static_cast<std::ptrdiff_t>(place_);
    }

    // Whether the arc says the same as the one before it.
    bool repeats(std::size_t back = 0) const {
        const std::size_t at = place_ - back;
        return at > 0 && at < row_.size() && row_[at] == row_[at - 1];
    }
    void count_copies() {
        copy_ = 0;
        while (repeats(copy_)) ++copy_;
    }

    Vertex vertex_ = 0;
    Vertex vertices_ = 0;
    std::span<const Arc> row_;
    std::size_t place_ = 0;
    std::uint32_t copy_ = 0;
};

// Goes through the outgoing rows of all vertices.
class AllEdgesIterator
    : public boost::iterator_facade<AllEdgesIterator, EdgeDescriptor, boost::forward_traversal_tag, EdgeDescriptor> {
public:
    AllEdgesIterator() = default;
    AllEdgesIterator(const Projection& graph, Vertex vertex) : graph_(&graph), vertex_(vertex) { skip_empty_rows(); }

private:
    friend class boost::iterator_core_access;

    EdgeDescriptor dereference() const {
        const std::span<const Arc> row = graph_->out(vertex_);
        return *EdgeIterator<false>(vertex_, graph_->vertex_count(), row, place_);
    }
    bool equal(const AllEdgesIterator& other) const { return vertex_ == other.vertex_ && place_ == other.place_; }
    void increment() {
        ++place_;
        skip_empty_rows();
    }
    void skip_empty_rows() {
        while (vertex_ < graph_->vertex_count() && place_ >= graph_->out(vertex_).size()) {
            ++vertex_;
            place_ = 0;
        }
    }

    const Projection* graph_ = nullptr;
    Vertex vertex_ = 0;
    std::size_t place_ = 0;
};

template <typename Graph>
concept RowGraph = std::is_same_v<Graph, Projection> || std::is_same_v<Graph, IndexedGraph>;

template <bool incoming, RowGraph Graph>
std::pair<EdgeIterator<incoming>, EdgeIterator<incoming>> edges_of_row(Vertex vertex, const Graph& graph) {
    const std::span<const Arc> row = incoming ? graph.in(vertex) : graph.out(vertex);
    const auto at = [&](std::size_t place) { return EdgeIterator<incoming>(vertex, graph.vertex_count(), row, place); };
    return {at(0), at(row.size())};
}
template <RowGraph Graph>
auto out_edges(Vertex vertex, const Graph& graph) {
    return edges_of_row<false>(vertex, graph);
}
template <RowGraph Graph>
auto in_edges(Vertex vertex, const Graph& graph) {
    return edges_of_row<true>(vertex, graph);
}
template <RowGraph Graph>
std::size_t out_degree(Vertex vertex, const Graph& graph) {
    return graph.out(vertex).size();
}
template <RowGraph Graph>
std::size_t in_degree(Vertex vertex, const Graph& graph) {
    return graph.in(vertex).size();
}
template <RowGraph Graph>
std::size_t degree(Vertex vertex, const Graph& graph) {
    return out_degree(vertex, graph) + in_degree(vertex, graph);
}
template <RowGraph Graph>
Vertex source(const EdgeDescriptor& edge, const Graph&) {
    return edge.source;
}
template <RowGraph Graph>
Vertex target(const EdgeDescriptor& edge, const Graph&) {
    return edge.target;
}
inline std::pair<boost::counting_iterator<Vertex>, boost::counting_iterator<Vertex>> vertices(const Projection& graph) {
    return {boost::counting_iterator<Vertex>(0),
            boost::counting_iterator<Vertex>(static_cast<Vertex>(graph.vertex_count()))};
}
inline std::size_t num_vertices(const Projection& graph) {
    return graph.vertex_count();
}
inline std::pair<AllEdgesIterator, AllEdgesIterator> edges(const Projection& graph) {
    return {AllEdgesIterator(graph, 0), AllEdgesIterator(graph, static_cast<Vertex>(graph.vertex_count()))};
}
inline std::size_t num_edges(const Projection& graph) {
    return graph.arc_count();
}

// The cost of the tie that an edge belongs to.
class TieCostMap {
public:
    using key_type = EdgeDescriptor;
    using value_type = Cost;
    using reference = Cost;
    using category = boost::readable_property_map_tag;

    explicit TieCostMap(const Projection& graph) : graph_(&graph) {}
    friend Cost get(const TieCostMap& map, const EdgeDescriptor& edge) {
        if (!edge.word.shared()) return cost_of(1.0 - doubt_of(edge.word));
        return cost_of(strongest_tie(map.graph_->between(edge.source, edge.target), [&](ArcWord word) {
            return word.relation_and_status() == edge.word.relation_and_status();
        }));
    }

private:
    const Projection* graph_;
};

// The entity that a vertex stands for.
class EntityMap {
public:
    using key_type = Vertex;
    using value_type = EntityId;
    using reference = EntityId;
    using category = boost::readable_property_map_tag;

    explicit EntityMap(const Projection& graph) : graph_(&graph) {}
    friend EntityId get(const EntityMap& map, Vertex vertex) { return map.graph_->entity(vertex); }

private:
    const Projection* graph_;
};
struct EntityOf {};
inline constexpr EntityOf entity_of{};

inline boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t, const Projection&) {
    return {};
}
inline Vertex get(boost::vertex_index_t, const Projection&, Vertex vertex) {
    return vertex;
}
inline TieCostMap get(boost::edge_weight_t, const Projection& graph) {
    return TieCostMap(graph);
}
inline Cost get(boost::edge_weight_t, const Projection& graph, const EdgeDescriptor& edge) {
    return get(TieCostMap(graph), edge);
}
inline EntityMap get(EntityOf, const Projection& graph) {
    return EntityMap(graph);
}

}  // namespace kith

namespace boost {

template <>
struct graph_traits<kith::Projection> {
    struct traversal_category : bidirectional_graph_tag, vertex_list_graph_tag, edge_list_graph_tag {};
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using vertex_descriptor = kith::Vertex;
    using edge_descriptor = kith::EdgeDescriptor;
    using vertex_iterator = counting_iterator<kith::Vertex>;
    using edge_iterator = kith::AllEdgesIterator;
    using out_edge_iterator = kith::EdgeIterator<false>;
    using in_edge_iterator = kith::EdgeIterator<true>;
    using adjacency_iterator = void;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return kith::no_vertex; }
};

template <>
struct graph_traits<kith::IndexedGraph> {
    using traversal_category = bidirectional_graph_tag;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using vertex_descriptor = kith::Vertex;
    using edge_descriptor = kith::EdgeDescriptor;
    using out_edge_iterator = kith::EdgeIterator<false>;
    using in_edge_iterator = kith::EdgeIterator<true>;
    using vertex_iterator = void;
    using edge_iterator = void;
    using adjacency_iterator = void;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return kith::no_vertex; }
};

template <>
struct property_map<kith::Projection, vertex_index_t> {
    using type = typed_identity_property_map<kith::Vertex>;
    using const_type = type;
};
template <>
struct property_map<kith::Projection, edge_weight_t> {
    using type = kith::TieCostMap;
    using const_type = type;
};

}  // namespace boost
