// GraphML, as NetworkX, igraph, Gephi and yEd write it.
//
//     <key id="d0" for="edge" attr.name="relation" attr.type="string"/>
//     <edge source="n1" target="n2"><data key="d0">owns</data></edge>       an edge with the attribute relation
//
// yEd's labels lie in its drawings (NodeLabel, EdgeLabel) and become the attribute label. Nodes in nodes are nodes;
// hyperedges are told and passed over.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/graphs/element.hpp"

namespace kith::graphs {

class GraphMl final : public XmlHandler {
public:
    // Must outlive it.
    explicit GraphMl(Graph& graph) : graph_(graph) {}

    void open(std::string_view name, const XmlAttributes& attributes, const XmlPlace& place) override;
    void close(std::string_view name, const XmlPlace& place) override;
    void text(std::string_view piece) override { text_.add(piece); }

private:
    struct Key {
        std::string of{};  // node, edge or all; of others there is none here
        std::string name{};
        std::string usual{};  // of elements that have no value
        bool is_drawing = false;
    };
    void open_key(const XmlAttributes& attributes);
    void close_element(bool is_edge, const XmlPlace& place);
    void add_usual(bool is_edge, Element& element) const;

    Graph& graph_;
    std::map<std::string, Key, std::less<>> keys_;
    std::vector<Element> open_;  // nodes within nodes
    Key* current_ = nullptr;     // that is defined, or whose value is read
    std::string label_;          // of yEd, within a drawing
    GatheredText text_;
};

}  // namespace kith::graphs
