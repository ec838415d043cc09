// The two tables that `neo4j-admin database import full` reads: nodes and relationships, with the headers that tell it what
// the columns are (https://neo4j.com/docs/operations-manual/current/import/).
//
//     id:ID,name,kind,aliases:string[],identifiers:string[],:LABEL
//     1,Wagner Group,armed_group,PMC Wagner,wikidata:Q2020,Entity;armed_group
//
//     :START_ID,:END_ID,:TYPE,relation,status,speaker,...,confidence:float,...
//     1,2,SUPPLIES,supplies,planned,John Kirby,...
//
// Both number entities alike, so that tables of one database go together. What a claim does not tell is an empty cell, which
// is no property there.
#include <algorithm>

#include "graph/ascii.hpp"
#include "query/export/claim_attributes.hpp"
#include "query/export/csv_cell.hpp"

namespace kith {
namespace {

constexpr char list_separator = ';';  // of arrays and labels

// "SUPPLIES", as types are written in Neo4j.
std::string type_of(const Relation& relation) {
    std::string type = relation.name;
    std::ranges::transform(type, type.begin(), ascii::upper);
    return type;
}

class Neo4jNodes final : public GraphWriter {
public:
    explicit Neo4jNodes(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::ends; }

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << "id:ID,name,kind,aliases:string[],identifiers:string[],:LABEL\n";
    }

    void add(const ExportedEntity& entity) override {
        std::string identifiers;
        entity.each_identifier([&](const Identifier& each) {
            const std::string text = to_string(each);
            if (text.find(list_separator) != text.npos) return;
            if (!identifiers.empty()) identifiers += list_separator;
            identifiers += text;
        });
        const std::string_view kind = to_string(entity.entity.kind);
        out_ << std::to_string(entity.number) << ',' << csv_cell(entity.entity.name) << ',' << kind << ','
             << csv_cell(joined_aliases(entity)) << ',' << csv_cell(identifiers) << ",Entity" << list_separator << kind
             << '\n';
    }

    void add(const ExportedClaim& /*claim*/) override {}

private:
    std::ostream& out_;
};

class Neo4jRelationships final : public GraphWriter {
public:
    explicit Neo4jRelationships(std::ostream& out) : out_(out) {}

    WrittenEntities entities() const override { return WrittenEntities::ends; }

    void begin(const std::vector<std::string>& /*schemes*/) override {
        out_ << ":START_ID,:END_ID,:TYPE";
        for (const ClaimAttribute& each : claim_attributes())
            out_ << ',' << each.name << (each.is_number ? ":float" : "");
        out_ << '\n';
    }

    void add(const ExportedClaim& claim) override {
        out_ << std::to_string(claim.subject->number) << ',' << std::to_string(claim.object->number) << ','
             << csv_cell(type_of(*claim.relation));
        for (const ClaimAttribute& each : claim_attributes()) {
            const std::string value = each.value(claim, first_evidence(claim));
            has_line_ends_ = has_line_ends_ || value.find_first_of("\r\n") != value.npos;
            out_ << ',' << csv_cell(value);
        }
        out_ << '\n';
    }

    std::vector<std::string> notes() const override {
        if (!has_line_ends_) return {};
        return {"there are line ends in cells: neo4j-admin reads them with --multiline-fields=true"};
    }

private:
    std::ostream& out_;
    bool has_line_ends_ = false;
};

}  // namespace

std::unique_ptr<GraphWriter> make_neo4j_nodes_writer(std::ostream& out) {
    return std::make_unique<Neo4jNodes>(out);
}

std::unique_ptr<GraphWriter> make_neo4j_relationships_writer(std::ostream& out) {
    return std::make_unique<Neo4jRelationships>(out);
}

}  // namespace kith
