// A script in Cypher, a statement a line: for Kùzu as it is, for Neo4j without its first two statements, which make tables.
#include "query/export/claim_attributes.hpp"

namespace kith {
namespace {

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        switch (c) {
            case '\\':
                result += "\\\\";
                break;
            case '\'':
                result += "\\'";
                break;
            case '\n':
                result += "\\n";
                break;
            case '\r':
                result += "\\r";
                break;
            case '\t':
                result += "\\t";
                break;
            default:
                result += c;
        }
    }
    return result + '\'';
}

std::string listed(const std::vector<std::string>& texts) {
    std::string result = "[";
    for (const std::string& each : texts) result += (result.size() > 1 ? ", " : "") + quoted(each);
    return result + ']';
}

class CypherWriter final : public GraphWriter {
public:
    explicit CypherWriter(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::ends; }

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << "CREATE NODE TABLE Entity(id INT64, name STRING, kind STRING, aliases STRING[], identifiers STRING[], "
                "PRIMARY KEY(id));\n"
                "CREATE REL TABLE CLAIM(FROM Entity TO Entity";
        for (const ClaimAttribute& each : claim_attributes())
            out_ << ", " << each.name << (each.is_number ? " DOUBLE" : " STRING");
        out_ << ");\n";
    }

    void add(const ExportedEntity& entity) override {
        std::vector<std::string> identifiers;
        entity.each_identifier([&](const Identifier& each) { identifiers.push_back(to_string(each)); });
        out_ << "CREATE (:Entity {id: " << std::to_string(entity.number) << ", name: " << quoted(entity.entity.name)
             << ", kind: " << quoted(to_string(entity.entity.kind));
        if (!entity.aliases.empty()) out_ << ", aliases: " << listed(entity.aliases);
        if (!identifiers.empty()) out_ << ", identifiers: " << listed(identifiers);
        out_ << "});\n";
    }

    void add(const ExportedClaim& claim) override {
        out_ << "MATCH (s:Entity {id: " << std::to_string(claim.subject->number)
             << "}), (o:Entity {id: " << std::to_string(claim.object->number) << "}) CREATE (s)-[:CLAIM {";
        std::string_view separator;
        for (const ClaimAttribute& each : claim_attributes()) {
            const std::string value = each.value(claim, first_evidence(claim));
            if (value.empty()) continue;
            out_ << separator << each.name << ": " << (each.is_number ? value : quoted(value));
            separator = ", ";
        }
        out_ << "}]->(o);\n";
    }

private:
    std::ostream& out_;
};

}  // namespace

std::unique_ptr<GraphWriter> make_cypher_writer(std::ostream& out) {
    return std::make_unique<CypherWriter>(out);
}

}  // namespace kith
