// The schema of a kith database (schema.sql, embedded) and its versions.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "graph/relation.hpp"
#include "graph/store/database.hpp"

namespace kith {

// Version that this program writes, in PRAGMA user_version. Older files are read as they are and migrated by the next
// run that writes; newer ones are refused.
inline constexpr int schema_version = 7;

// sentence_search's rowid is the document's number, shifted by so many bits, and the sentence's.
inline constexpr int sentence_number_bits = 20;

// True for a file without tables and marks of any program, which create_schema may fill.
bool is_empty_database(const Database& database);

// True for a kith database of any version.
bool is_kith_database(const Database& database);

// Throws Error unless this is a kith database of a version that this program knows.
void check_schema(const Database& database);

// Lets a file of an older version be read as one of this: what it lacks is made as temporary tables and views of the
// connection. Throws Error for a connection that somebody else has opened, whose own tables these would hide.
void complete_old_version(Database& database);

// All inside the caller's transaction.
void write_relations(Database& database, std::span<const Relation> added);
void create_schema(Database& database, const Ontology& ontology);
void migrate_schema(Database& database);

// The indexes of schema.sql on the tables into which many rows are loaded: claim, evidence and alias.
struct IndexDefinition {
    std::string name, statement;
};
std::vector<IndexDefinition> indexes_of_loaded_tables();

// The relations of this database: the built-in ones and those that users added.
Ontology read_ontology(const Database& database);

}  // namespace kith
