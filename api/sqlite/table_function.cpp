#include "api/sqlite/table_function.hpp"

#include <sqlite3ext.h>

#include <memory>
#include <new>
#include <optional>

#include "api/sqlite/sqlite_value.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/stop_scope.hpp"
#include "graph/store/store_database.hpp"

SQLITE_EXTENSION_INIT3

namespace kith {

namespace {

struct Registration {
    const TableFunction& function;
    std::shared_ptr<Connection> connection;
};

struct Table : sqlite3_vtab {
    const Registration* registration = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
    std::vector<Value> arguments;
    Rows rows;
    std::size_t at = 0;
};

void set_message(sqlite3_vtab* table, const std::string& message) {
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = sqlite3_mprintf("%s", message.c_str());
}

// No exception may reach SQLite. Stopped keeps its code: hosts with a time limit look for it.
template <typename Work>
int guarded(sqlite3_vtab* table, const Work& work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    } catch (const Stopped&) {
        return SQLITE_INTERRUPT;
    } catch (const std::exception&) {
        try {
            set_message(table, current_error());
        } catch (const std::exception&) {
            return SQLITE_NOMEM;
        }
        return SQLITE_ERROR;
    }
}

std::string declaration(const TableFunction& function) {
    std::string sql = "CREATE TABLE answer (";
    // In quotation marks, since names such as "end" are words of SQL.
    const auto quoted = [](std::string_view name) { return "\"" + std::string(name) + "\""; };
    for (const std::string_view column : function.columns) {
        const std::size_t blank = column.find(' ');
        sql.append(quoted(column.substr(0, blank))).append(column.substr(blank)).append(", ");
    }
    // Hidden columns without a type: what the caller gives comes as it is, and an entity's number stays a number.
    for (const TableFunction::Argument& argument : function.arguments) {
        sql.append(&argument == &function.arguments.front() ? "" : ", ")
            .append(quoted(argument.name))
            .append(" HIDDEN");
    }
    return sql + ")";
}

// The functions are neither SQLITE_VTAB_INNOCUOUS nor SQLITE_VTAB_DIRECTONLY, but in between: they only read, so views
// that the user has made may call them, but a search can take long and reads all of the graph, so views in a file from
// a stranger may not, where the host distrusts schemas (PRAGMA trusted_schema = OFF).
int connect(sqlite3* handle, void* data, int, const char* const*, sqlite3_vtab** result, char** problem) {
    const auto* registration = static_cast<const Registration*>(data);
    std::unique_ptr<Table> table(new (std::nothrow) Table());
    if (!table) return SQLITE_NOMEM;
    const int code = guarded(table.get(), [&] {
        table->registration = registration;
        return sqlite3_declare_vtab(handle, declaration(registration->function).c_str());
    });
    if (code == SQLITE_OK) {
        *result = table.release();
    } else {
        *problem = table->zErrMsg;  // SQLite frees it
    }
    return code;
}

int disconnect(sqlite3_vtab* table) {
    delete static_cast<Table*>(table);
    return SQLITE_OK;
}

// For each argument the number of its constraint, -1 where there is none. Nothing: one is there but cannot be used in
// this plan, in which the function would be asked without it.
std::optional<std::vector<int>> constraints_of(const TableFunction& function, const sqlite3_index_info& plan) {
    std::vector<int> found(function.arguments.size(), -1);
    const auto first = static_cast<int>(function.columns.size());
    for (int i = 0; i < plan.nConstraint; ++i) {
        const auto& constraint = plan.aConstraint[i];
        if (constraint.iColumn < first || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
        if (!constraint.usable) return std::nullopt;
        int& known = found[static_cast<std::size_t>(constraint.iColumn - first)];
        if (known < 0) known = i;
    }
    return found;
}

int best_index(sqlite3_vtab* table, sqlite3_index_info* plan) {
    return guarded(table, [&] {
        const TableFunction& function = static_cast<Table*>(table)->registration->function;
        const auto constraints = constraints_of(function, *plan);
        if (!constraints) return SQLITE_CONSTRAINT;
        int given = 0;
        for (std::size_t i = 0; i < constraints->size(); ++i) {
            const int constraint = (*constraints)[i];
            if (constraint >= 0) {
                plan->aConstraintUsage[constraint].argvIndex = ++given;
                plan->aConstraintUsage[constraint].omit = 1;
                plan->idxNum |= 1 << i;
            } else if (function.arguments[i].is_required) {
                throw Error(function.name + ": the argument \"" + function.arguments[i].name + "\" is missing",
                            "docs/schema.md says what the functions take.");
            }
        }
        plan->estimatedCost = 10'000;  // a search: to be asked after what narrows down whom it is asked for
        plan->estimatedRows = static_cast<sqlite3_int64>(function.usual_rows);
        return SQLITE_OK;
    });
}

int open(sqlite3_vtab*, sqlite3_vtab_cursor** result) {
    auto* cursor = new (std::nothrow) Cursor();
    *result = cursor;
    return cursor ? SQLITE_OK : SQLITE_NOMEM;
}

int close(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Cursor*>(cursor);
    return SQLITE_OK;
}

bool misses_required(const TableFunction& function, const std::vector<Value>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (function.arguments[i].is_required && is_null(arguments[i])) return true;
    }
    return false;
}

int filter(sqlite3_vtab_cursor* base, int given, const char*, int, sqlite3_value** values) {
    return guarded(base->pVtab, [&] {
        auto& cursor = static_cast<Cursor&>(*base);
        const Registration& registration = *static_cast<Table*>(base->pVtab)->registration;
        const TableFunction& function = registration.function;
        cursor.rows.clear();
        cursor.at = 0;
        cursor.arguments.assign(function.arguments.size(), {});
        for (std::size_t i = 0, next = 0; i < cursor.arguments.size(); ++i) {
            if (given >> i & 1) cursor.arguments[i] = value_of(values[next++]);
        }
        if (misses_required(function, cursor.arguments)) return SQLITE_OK;
        const std::shared_ptr<const Store> store = registration.connection->store();
        const ReadTransaction reading(database_of(*store));
        const StopScope stop(database_of(*store), {});  // sqlite3_interrupt
        cursor.rows = function.answer(*store, cursor.arguments);
        return SQLITE_OK;
    });
}

int next(sqlite3_vtab_cursor* cursor) {
    ++static_cast<Cursor*>(cursor)->at;
    return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
    const auto& cursor = static_cast<const Cursor&>(*base);
    return cursor.at >= cursor.rows.size();
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
    const auto& cursor = static_cast<const Cursor&>(*base);
    const Row& row = cursor.rows[cursor.at];
    const auto place = static_cast<std::size_t>(number);
    give(context, place < row.size() ? row[place] : cursor.arguments[place - row.size()]);
    return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
    *number = static_cast<sqlite3_int64>(static_cast<Cursor*>(cursor)->at) + 1;
    return SQLITE_OK;
}

// Without xCreate the table is there by itself, and cannot be made under another name.
const sqlite3_module module = [] {
    sqlite3_module functions{};
    functions.xConnect = connect;
    functions.xDisconnect = disconnect;
    functions.xBestIndex = best_index;
    functions.xOpen = open;
    functions.xClose = close;
    functions.xFilter = filter;
    functions.xNext = next;
    functions.xEof = eof;
    functions.xColumn = column;
    functions.xRowid = row_id;
    return functions;
}();

}  // namespace

int register_table_function(sqlite3* handle, const TableFunction& function, std::shared_ptr<Connection> connection) {
    auto* registration = new (std::nothrow) Registration{function, std::move(connection)};
    if (!registration) return SQLITE_NOMEM;
    return sqlite3_create_module_v2(handle, function.name.c_str(), &module, registration,
                                    [](void* data) { delete static_cast<Registration*>(data); });
}

}  // namespace kith
