// Which mapping a table is read by: the one that is asked for, one that ships with kith and knows the table, or a guess.
//
//     TableMappings mappings({.map = "sipri"}, ontology);
//     ChosenMapping chosen = mappings.choose(source);
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/relation.hpp"
#include "ingest/records/bound_value.hpp"
#include "ingest/records/mapping.hpp"
#include "ingest/records/relation_words.hpp"
#include "ingest/records/table_options.hpp"
#include "ingest/records/table_source.hpp"

namespace kith::records {

// A mapping that ships with kith, in the folder mappings/.
struct ShippedMapping {
    std::string_view name;
    std::string_view json;
};
std::span<const ShippedMapping> shipped_mappings();

// Throws Error where it cannot be read, or is larger than any mapping.
std::string read_mapping_file(const std::string& path);

struct ChosenMapping {
    std::shared_ptr<const Mapping> mapping;  // null: see `fault`
    Header header{};
    bool skips_first = false;  // the first record is the header
    std::string fault{};       // why the table cannot be read
    std::string note{};        // what was taken for what
};

class TableMappings {
public:
    // `ontology` must outlive it. Throws Error for options that contradict each other or a mapping with an error.
    TableMappings(const TableOptions& options, const Ontology& ontology);

    // `is_beside`: the table is looked up in, and what was said of the tables of the run does not hold for it.
    ChosenMapping choose(const TableSource& source, bool is_beside = false);

    const RelationWords& relations() const { return relations_; }

private:
    std::shared_ptr<const Mapping> shipped(std::string_view name);
    std::shared_ptr<const Mapping> recognise(const Header& header, std::string_view file, bool& has_header);

    TableOptions options_;
    const Ontology& ontology_;
    RelationWords relations_;
    std::shared_ptr<const Mapping> told_;  // null: none
    std::map<std::string, std::shared_ptr<const Mapping>, std::less<>> shipped_;
};

}  // namespace kith::records
