// What columns of tables are called: data/column_names.tsv.
//
//     column_key("Source Type")        // "sourcetype"
//     role_named(column_key("since"))  // the role "start"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"
#include "ingest/records/table_options.hpp"

namespace kith::records {

// The letters and digits of a name in lower case, so that "Subject kind", "subject_kind" and "SubjectKind" are one.
// Neo4j's marks are kept and its types go: ":START_ID(Person)" is ":startid", "name:string" is "name".
std::string column_key(std::string_view name);

// The role that a column is of by its name alone; empty: none.
std::string_view role_named(std::string_view key);

// Columns that are subject and object where both are there, and what ties them if nothing else tells.
struct UsualPair {
    std::string subject, object;  // keys
    std::string_view relation;    // empty: it must be told
};
std::span<const UsualPair> usual_pairs();

// Columns that are relations where most of their cells are some.
std::span<const std::string> keys_of_relation_cells();

// By which attributes a node of a graph tells its name, its kind and its further names: keys, the first first.
struct NodeKeys {
    std::vector<std::string> name, kind, alias;
};
const NodeKeys& node_keys();

// "individual", "Organization", "vessel": kinds as lists write them, in letters of any case.
std::optional<EntityKind> kind_named(std::string_view words);

}  // namespace kith::records
