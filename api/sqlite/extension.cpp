// libkith_sqlite: kith's questions as functions of SQL, in whatever program speaks SQLite.
//
//     sqlite3 war.db
//     sqlite> .load libkith_sqlite
//     sqlite> SELECT hop, subject, relation, object, quote FROM kith_path('Wagner', 'Iran', 'max_hops=4');
//
// Loaded into the host's SQLite and served by it alone: this library links none (graph/store/database.cpp is compiled a
// second time for it, see CMakeLists.txt). It answers from the connection's main database and only reads. docs/schema.md is the
// manual.
#include <sqlite3ext.h>

#include <new>

#include "api/sqlite/questions.hpp"
#include "api/sqlite/sqlite_value.hpp"
#include "graph/name_key.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"

SQLITE_EXTENSION_INIT1

namespace kith {

namespace {

constexpr int oldest_sqlite = 3'037'000;         // knows STRICT tables, and all calls that we make
constexpr std::size_t longest_text = 1'000'000;  // bytes

// kith_entity(NAME): the canonical entity that goes by the name, the one most claimed about where there are several.
// kith_entity(NUMBER): the canonical entity of an entity. NULL where there is none.
void entity(sqlite3_context* context, int, sqlite3_value** arguments) {
    try {
        const Value asked = value_of(arguments[0]);
        if (is_null(asked)) return;
        const auto store = static_cast<std::shared_ptr<Connection>*>(sqlite3_user_data(context))->get()->store();
        if (const auto* id = std::get_if<std::int64_t>(&asked)) {
            Statement known = database_of(*store).prepare("SELECT 1 FROM entity WHERE id = ?1");
            if (known.bind(1, *id).step()) give(context, store->canonical(*id));
        } else if (const auto* name = std::get_if<std::string>(&asked); name && name->size() <= longest_name) {
            const std::vector<Entity> found = store->entities_named(*name);
            if (!found.empty()) give(context, found.front().id);
        }
    } catch (const std::exception&) {
        give_current_error(context);
    }
}

// kith_name_key(TEXT): under which key a name is looked up, as in alias.key.
void key(sqlite3_context* context, int, sqlite3_value** arguments) {
    try {
        const Value text = value_of(arguments[0]);
        if (is_null(text)) return;
        const auto length = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
        if (length > longest_text) return sqlite3_result_error_toobig(context);
        const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
        give(context, name_key({data ? data : "", length}));
    } catch (const std::exception&) {
        give_current_error(context);
    }
}

void version(sqlite3_context* context, int, sqlite3_value**) {
    sqlite3_result_text(context, KITH_VERSION, -1, SQLITE_STATIC);
}

// What the flags promise: a name's key hangs on nothing but the name (SQLITE_DETERMINISTIC: fit for an index) and is
// harmless in anybody's schema (SQLITE_INNOCUOUS). kith_entity is neither: it hangs on the database.
int register_scalars(sqlite3* handle, const std::shared_ptr<Connection>& connection) {
    auto* kept = new (std::nothrow) std::shared_ptr<Connection>(connection);
    if (!kept) return SQLITE_NOMEM;
    const auto forget = [](void* data) { delete static_cast<std::shared_ptr<Connection>*>(data); };
    int code =
        sqlite3_create_function_v2(handle, "kith_entity", 1, SQLITE_UTF8, kept, entity, nullptr, nullptr, forget);
    const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (code == SQLITE_OK)
        code = sqlite3_create_function(handle, "kith_name_key", 1, pure, nullptr, key, nullptr, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_create_function(handle, "kith_version", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nullptr, version,
                                       nullptr, nullptr);
    }
    return code;
}

int register_all(sqlite3* handle) {
    const auto connection = std::make_shared<Connection>(handle);
    int code = register_scalars(handle, connection);
    for (const TableFunction& function : all_table_functions()) {
        if (code == SQLITE_OK) code = register_table_function(handle, function, connection);
    }
    return code;
}

}  // namespace

}  // namespace kith

// The name that SQLite looks for in a file called libkith_sqlite.
extern "C" __attribute__((visibility("default"))) int sqlite3_kithsqlite_init(sqlite3* handle, char** message,
                                                                              const sqlite3_api_routines* routines) {
    SQLITE_EXTENSION_INIT2(routines);
    if (sqlite3_libversion_number() < kith::oldest_sqlite) {
        *message = sqlite3_mprintf("kith needs SQLite 3.37 or newer, this is %s", sqlite3_libversion());
        return SQLITE_ERROR;
    }
    try {
        return kith::register_all(handle);
    } catch (const std::exception&) {
        return SQLITE_NOMEM;
    }
}
