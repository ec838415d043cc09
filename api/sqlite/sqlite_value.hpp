// Values between SQLite and kith.
#pragma once

#include <string>

#include "api/sqlite/value.hpp"

struct sqlite3_context;
struct sqlite3_value;

namespace kith {

// A blob is read as text. Throws std::bad_alloc where SQLite has no memory to convert it.
Value value_of(sqlite3_value* value);
void give(sqlite3_context* context, const Value& value);

// Gives the error that is being handled as the result of a scalar function.
void give_current_error(sqlite3_context* context);

}  // namespace kith
