// What the table-valued functions answer: questions of SQL put to a store, and rows of the answers.
//
//     kith_path(FROM, TO [, OPTIONS])          a row a hop of the best path
//     kith_k_paths(FROM, TO, K [, OPTIONS])    a row a hop of the K best
//     kith_neighbours(ENTITY [, DEPTH] [, OPTIONS])  a row an entity, nearest first
//     kith_claims(ENTITY [, OTHER] [, OPTIONS])      a row a piece of evidence, strongest tie first
//
// An entity is named by any name it goes by, or by its number in the table `entity`. docs/schema.md explains the
// columns.
#pragma once

#include <span>

#include "api/sqlite/table_function.hpp"

namespace kith {

std::span<const TableFunction> all_table_functions();

}  // namespace kith
