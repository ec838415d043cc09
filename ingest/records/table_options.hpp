// What whoever starts a run says of its tables: docs/tables.md.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/partial_date.hpp"

namespace [[gnu::visibility("default")]] kith {

struct TableOptions {
    std::string map{};       // a mapping: a file, or the name of one that comes with kith; empty: chosen for each table
    std::string columns{};   // in place of a mapping: "owner=subject,company=object"
    std::string relation{};  // of all rows
    DateOrder dates = DateOrder::unknown;  // of "05/06/2014", where the column does not tell
    std::size_t rows = 0;                  // read no more of each table; 0: all

    bool tell_columns() const { return !map.empty() || !columns.empty() || !relation.empty(); }
};

// What a column may be to a claim, as `columns` and mappings call it: "subject", "object_kind", "record_id".
struct ColumnRole {
    std::string_view name;
    std::string_view meaning;
};
std::span<const ColumnRole> column_roles();

// Of the mappings that come with kith.
std::vector<std::string_view> mapping_names();

}  // namespace kith
