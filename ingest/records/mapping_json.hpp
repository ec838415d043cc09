// Mappings as JSON files: docs/tables.md is the guide, docs/mapping.schema.json the schema.
//
//     {"columns": {"owner": "subject", "company": "object", "IMO": "object_identifier:imo"}, "relation": "owns"}
//
//     {"subject": {"column": "name", "kind": {"column": "type", "table": {"vessel": "vehicle", "*": "organisation"}}},
//      "claims": [{"relation": "owned_by", "object": "owner"}, {"relation": "based_in", "object": "country"}]}
//
// What stands outside `claims` holds for each of them. A string is the name of a column; where a relation, kind or
// status is expected, a word that is one stands for itself.
#pragma once

#include <string>
#include <string_view>

#include "graph/relation.hpp"
#include "ingest/records/mapping.hpp"

namespace kith::records {

// Throws Error with file, line, column and the next step.
Mapping parse_mapping(std::string_view json, const std::string& file, const Ontology& ontology);

// Whether it is one for the properties of RDF (ingest/triples), and says nothing of tables.
bool is_property_mapping(std::string_view json);

}  // namespace kith::records
