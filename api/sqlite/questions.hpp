// The table-valued functions: questions of SQL put to a store, and rows of the answers.
//
//     kith_path(FROM, TO [, OPTIONS])          a row a hop of the best path
//     kith_rank([OPTIONS])                     a row an entity
//
// One for each question of query/ask: what it must be given are arguments, the rest options.
//
// An entity is named by any name it goes by, or by its number in the table `entity`. docs/schema.md explains the
// columns.
#pragma once

#include <span>

#include "api/sqlite/table_function.hpp"

namespace kith {

std::span<const TableFunction> all_table_functions();

}  // namespace kith
