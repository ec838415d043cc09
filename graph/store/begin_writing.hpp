// How a run that writes begins with its file, and takes it away again where it made it for nothing.
#pragma once

#include <string>

#include "graph/store/database.hpp"

namespace kith {

// Opens the file, makes or migrates the schema, and leaves the transaction of the run open. A new file gets its
// write-ahead log with the first commit (turn_log_on): until then a rollback journal has nothing to hold and costs
// nothing.
Database begin_writing(const std::string& path);

// Where somebody is at the database just now, the next writer does it.
void turn_log_on(Database& database);

// Whether nothing was ever committed. Rolls back.
bool came_to_nothing(Database& database);

// Takes the empty file of a run that came to nothing away again, unless somebody else has it open: SQLite tells the
// journals of files by their names, so a file that is in use must not be replaced. A lease is given only to whoever has
// the file open alone, and makes those wait who open it meanwhile.
void remove_if_unused(const std::string& path);

}  // namespace kith
