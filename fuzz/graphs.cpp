// Graphs in GraphML and GEXF: whatever they are, their nodes and edges are taken or refused, and edges come out of their
// table as they went in.
#include "fuzz/program.hpp"
#include "graph/claim_rules.hpp"
#include "ingest/graphs/gexf.hpp"
#include "ingest/graphs/graph_file.hpp"
#include "ingest/graphs/graphml.hpp"

using namespace kith;

namespace {

class CheckingSink final : public ClaimSink {
public:
    bool begin(const DocumentRecord&) override { return true; }
    void add(const ClaimRecord&) override {}
    void add_entity(const EntityReference& entity, TextSpan record) override {
        fuzz::require(record.begin <= record.end);
        required_name_key(entity);
    }
};

template <typename Format>
void read(std::string_view text) {
    const DocumentRecord document{.location = "graph"};
    CheckingSink sink;
    graphs::GraphFile graph(
        document, Gazetteer::builtin(), sink, [](const Skipped&) {}, [](const Note&) {});
    Format format(graph);
    fuzz::allow_errors([&] { read_xml(fuzz::reader_of(text), document.location, format); });
    records::TableSource source = graph.edges().open();
    records::CsvReader rows = source.open();
    rows.next();
    std::size_t count = 0;
    for (; rows.next(); ++count) fuzz::require(rows.fault().empty() && rows.fields().size() >= 3);
    fuzz::require(count == graph.edges().size());
    graph.finish();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read<graphs::GraphMl>(fuzz::text_of(data, size));
    read<graphs::Gexf>(fuzz::text_of(data, size));
    return 0;
}
