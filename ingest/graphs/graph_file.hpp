// One file of a graph, as it is read: nodes become entities at once, edges a table that knows them.
//
//     GraphFile graph(document, gazetteer, sink, skip, note);
//     Gexf gexf(graph);
//     read_xml(read, "graph.gexf", gexf);
//     records::TableSource source = graph.edges().open();     // a table; its look-ups are graph.nodes()
//     graph.finish();
//
// A node whose kind nothing tells is what its ties take it for (who leads is a person), so it is entered with them; one
// without ties in the end.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/gazetteer/gazetteer.hpp"
#include "ingest/graphs/edge_table.hpp"
#include "ingest/graphs/element.hpp"
#include "ingest/records/look_up.hpp"

namespace kith::graphs {

class GraphFile final : public Graph {
public:
    // All must outlive it.
    GraphFile(const DocumentRecord& document, const Gazetteer& gazetteer, ClaimSink& sink,
              std::function<void(const Skipped&)> skip, std::function<void(const Note&)> note)
        : document_(document),
          file_(document.location),
          gazetteer_(gazetteer),
          sink_(sink),
          skip_(std::move(skip)),
          note_(std::move(note)),
          edges_(document.location) {}

    void add_node(const Element& node) override;
    void add_edge(const Element& edge) override;
    void skip(const XmlPlace& place, std::string reason) override;

    EdgeTable& edges() { return edges_; }
    std::shared_ptr<const records::LookUpTable> nodes() const { return nodes_; }

    // Nothing is known of the edges: nodes are entered without them.
    void forget_ties() { tied_.clear(); }
    // Enters the nodes of no kind that no tie has. Edges have been written to the sink since.
    void finish();
    bool has_entities() const { return has_entities_; }

private:
    struct Waiting {
        std::string id;
        XmlPlace place;
    };
    bool is_fit(const Element& element);
    void push(EntityReference entity, bool is_kind_told, const XmlPlace& place);

    const DocumentRecord& document_;
    const std::string& file_;
    const Gazetteer& gazetteer_;
    ClaimSink& sink_;
    std::function<void(const Skipped&)> skip_;
    std::function<void(const Note&)> note_;
    std::shared_ptr<records::LookUpTable> nodes_ = std::make_shared<records::LookUpTable>();
    std::vector<Waiting> of_no_kind_;
    std::unordered_set<std::string> tied_;
    EdgeTable edges_;
    bool is_current_ = false;  // the document, in the sink
    bool has_entities_ = false;
};

}  // namespace kith::graphs
