// A graph as a script for PostgreSQL: schema, views, rows as blocks of COPY, and what brings them together with the rows
// that other writers have brought (query/export/postgresql_schema.sql and postgresql_merge.sql).
#pragma once

#include <ostream>

#include "query/export/graph_stream.hpp"

namespace kith {

void write_postgresql(const Store& store, const EachClaim& each_claim, std::ostream& out);

}  // namespace kith
