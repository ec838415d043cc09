// Claims from a PostgreSQL server, where `kith export --format sql` has brought them: `kith ingest postgresql://host/press`.
//
//     PostgresqlLines lines = postgresql_lines("postgresql://ana@host/press", "published >= '2023'");
//     Input input(lines.name, lines.read);        // kith's own lines
//
// It only reads, all in one state of the server, and holds one row at a time. Where kith was built without libpq, it
// throws.
#pragma once

#include <string>
#include <string_view>

#include "ingest/documents/input.hpp"

namespace kith {

struct PostgresqlLines {
    std::string name;  // the address, without user and password
    Input::Read read;
};

// `where`: a condition in SQL on the columns of the view claim_text; empty: all claims. Throws Error with what the server
// says, now or while reading.
PostgresqlLines postgresql_lines(const std::string& address, const std::string& where);

}  // namespace kith
