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

// Rolls back, and takes the file away again where nothing was ever committed to it and nobody else is reading or writing.
// The name is removed under an exclusive lock: who waits for the lock meanwhile finds, once it is his, that the file has
// moved (Database::is_same_file), and makes a new one. The transaction stays open; closing ends it.
void take_away_if_empty(Database& database);

}  // namespace kith
