// A graph as a script for PostgreSQL: schema, views, rows as blocks of COPY, and what brings them together with the rows
// that other writers have brought (query/export/postgresql_schema.sql and postgresql_merge.sql).
#pragma once

#include <ostream>

#include "query/export/graph_stream.hpp"

namespace kith {

// `is_whole`: the claims are all of the store. Then what was said before people judged goes along, and their judgements,
// as kith's own lines.
void write_postgresql(const Store& store, const EachClaim& each_claim, bool is_whole, std::ostream& out);

}  // namespace kith
