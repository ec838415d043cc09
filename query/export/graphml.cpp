// GraphML, for NetworkX, igraph, yEd and Gephi: a node an entity, an edge a claim with the first evidence that says so.
// `kith ingest` reads it again.
#include "query/export/claim_attributes.hpp"
#include "query/export/markup.hpp"

namespace kith {
namespace {

class GraphMlWriter final : public GraphWriter {
public:
    explicit GraphMlWriter(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::ends; }

    void begin(const std::vector<std::string>& schemes) override {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        for (const std::string_view name : {"label", "kind", "aliases"}) declare("node", name, false);
        for (const std::string& scheme : schemes) declare("node", scheme, false);
        for (const ClaimAttribute& each : claim_attributes()) declare("edge", each.name, each.is_number);
        out_ << "<graph edgedefault=\"directed\">\n";
    }

    void add(const ExportedEntity& entity) override {
        out_ << "<node id=\"n" << std::to_string(entity.number) << "\">";
        add_value("node", "label", entity.entity.name);
        add_value("node", "kind", to_string(entity.entity.kind));
        add_value("node", "aliases", joined_aliases(entity));
        std::string_view last;
        entity.each_identifier([&](const Identifier& each) {
            if (each.scheme != last) add_value("node", each.scheme, each.value);
            last = each.scheme;
        });
        out_ << "</node>\n";
    }

    void add(const ExportedClaim& claim) override {
        out_ << "<edge source=\"n" << std::to_string(claim.subject->number) << "\" target=\"n"
             << std::to_string(claim.object->number) << "\">";
        for (const ClaimAttribute& each : claim_attributes())
            add_value("edge", each.name, each.value(claim, first_evidence(claim)));
        out_ << "</edge>\n";
    }

    void finish() override { out_ << "</graph>\n</graphml>\n"; }

private:
    // An attribute goes by its own name: "edge_quote".
    void declare(std::string_view of, std::string_view name, bool is_number) {
        out_ << "<key id=\"" << of << '_' << name << "\" for=\"" << of << "\" attr.name=\"" << name << "\" attr.type=\""
             << (is_number ? "double" : "string") << "\"/>\n";
    }

    void add_value(std::string_view of, std::string_view name, std::string_view value) {
        if (value.empty()) return;
        out_ << "<data key=\"" << of << '_' << name << "\">" << xml_text(value) << "</data>";
    }

    std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out) {
    return std::make_unique<GraphMlWriter>(out);
}

}  // namespace kith
