// Table-valued functions of SQL, without SQLite's part in them: what they take, give and answer.
//
//     SELECT * FROM kith_claims('Wagner', 'Hezbollah', 'status=planned')
//
// A function is a value of this type, registered by api/sqlite/extension; api/sqlite/table_function.cpp makes an
// eponymous virtual table of it, whose hidden columns are the arguments. An answer is worked out whole when the rows
// are first asked for, so no search is under way while the host does something else.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "api/sqlite/connection.hpp"
#include "api/sqlite/value.hpp"

namespace kith {

struct TableFunction {
    struct Argument {
        std::string name;
        bool is_required = false;
    };

    std::string name;
    std::vector<std::string_view> columns;  // with their types, as in CREATE TABLE
    std::vector<Argument> arguments;        // the required ones first
    double usual_rows = 10;                 // for the query planner
    // One value an argument; NULL where it was not given. Throws Error. A required argument that is NULL never gets
    // here: the answer is then empty, as a join with NULL is.
    std::function<Rows(const Store& store, const std::vector<Value>& arguments)> answer;
};

// Throws nothing; SQLite's code. The function must live as long as the process.
int register_table_function(sqlite3* handle, const TableFunction& function, std::shared_ptr<Connection> connection);

}  // namespace kith
