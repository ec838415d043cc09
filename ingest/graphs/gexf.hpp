// GEXF 1.1 to 1.3, as Gephi and NetworkX write it.
//
//     <attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>
//     <edge source="1" target="2"><attvalues><attvalue for="0" value="owns"/></attvalues></edge>
//
// What the format itself says of nodes and edges (label, kind, weight, start, end) is an attribute like others, but
// for `type`, which only tells whether an edge has a direction. Of an attribute that changes the last value counts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/graphs/element.hpp"

namespace kith::graphs {

class Gexf final : public XmlHandler {
public:
    // Must outlive it.
    explicit Gexf(Graph& graph) : graph_(graph) {}

    void open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) override;
    void close(std::string_view name, const XmlPlace& place) override;
    void text(std::string_view piece) override { text_.add(piece); }

private:
    struct Declared {
        std::string title{};
        std::string usual{};  // of elements that have no value
    };
    using Declarations = std::map<std::string, Declared, std::less<>>;
    struct Open {
        Element element{};
        bool is_edge = false;
        std::map<std::string, std::string> values{};  // by title
    };
    void open_element(bool is_edge, const XmlAttributes& attributes, const XmlPlace& place);
    void open_value(const XmlAttributes& attributes);
    void close_element(const XmlPlace& place);
    Declarations& declarations(bool of_edges) { return of_edges ? of_edges_ : of_nodes_; }

    Graph& graph_;
    Declarations of_nodes_, of_edges_;
    Declarations* declares_for_ = nullptr;
    Declared* declared_ = nullptr;
    std::vector<Open> open_;  // nodes within nodes
    GatheredText text_;
};

}  // namespace kith::graphs
