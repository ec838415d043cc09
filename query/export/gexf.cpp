// GEXF 1.3, for Gephi: as GraphML, with the relation as the label of an edge and its confidence as the weight.
#include <utility>

#include "query/export/claim_attributes.hpp"
#include "query/export/decimal.hpp"
#include "query/export/markup.hpp"

namespace kith {
namespace {

class GexfWriter final : public GraphWriter {
public:
    explicit GexfWriter(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::ends; }

    void begin(const std::vector<std::string>& schemes) override {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                "<graph defaultedgetype=\"directed\" mode=\"static\">\n<attributes class=\"node\">\n";
        declare("kind", false);
        declare("aliases", false);
        for (const std::string& scheme : schemes) declare(scheme, false);
        out_ << "</attributes>\n<attributes class=\"edge\">\n";
        for (const ClaimAttribute& each : claim_attributes()) declare(each.name, each.is_number);
        out_ << "</attributes>\n<nodes>\n";
    }

    void add(const ExportedEntity& entity) override {
        out_ << "<node id=\"" << std::to_string(entity.number) << "\" label=\"" << xml_text(entity.entity.name)
             << "\"><attvalues>";
        add_value("kind", to_string(entity.entity.kind));
        add_value("aliases", joined_aliases(entity));
        std::string_view last;
        entity.each_identifier([&](const Identifier& each) {
            if (each.scheme != last) add_value(each.scheme, each.value);
            last = each.scheme;
        });
        out_ << "</attvalues></node>\n";
    }

    void add(const ExportedClaim& claim) override {
        begin_edges();
        out_ << "<edge id=\"" << std::to_string(claim.number) << "\" source=\"" << std::to_string(claim.subject->number)
             << "\" target=\"" << std::to_string(claim.object->number) << "\" label=\""
             << xml_text(claim.relation->name) << "\" weight=\"" << decimal(claim.claim.confidence, 3)
             << "\"><attvalues>";
        for (const ClaimAttribute& each : claim_attributes())
            add_value(each.name, each.value(claim, first_evidence(claim)));
        out_ << "</attvalues></edge>\n";
    }

    void finish() override {
        begin_edges();
        out_ << "</edges>\n</graph>\n</gexf>\n";
    }

private:
    void begin_edges() {
        if (!std::exchange(has_edges_, true)) out_ << "</nodes>\n<edges>\n";
    }

    void declare(std::string_view name, bool is_number) {
        out_ << "<attribute id=\"" << name << "\" title=\"" << name << "\" type=\"" << (is_number ? "double" : "string")
             << "\"/>\n";
    }

    void add_value(std::string_view name, std::string_view value) {
        if (!value.empty()) out_ << "<attvalue for=\"" << name << "\" value=\"" << xml_text(value) << "\"/>";
    }

    std::ostream& out_;
    bool has_edges_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> make_gexf_writer(std::ostream& out) {
    return std::make_unique<GexfWriter>(out);
}

}  // namespace kith
