#include "api/sqlite/sqlite_value.hpp"

#include <sqlite3ext.h>

#include <new>

#include "api/sqlite/connection.hpp"
#include "graph/store/database.hpp"

SQLITE_EXTENSION_INIT3

namespace kith {

Value value_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_NULL:
            return {};
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_value_int64(value)};
        case SQLITE_FLOAT:
            return sqlite3_value_double(value);
        default: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
            if (!text) throw std::bad_alloc();
            return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
        }
    }
}

void give(sqlite3_context* context, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        sqlite3_result_int64(context, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_result_double(context, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
        sqlite3_result_null(context);
    }
}

void give_current_error(sqlite3_context* context) {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const Stopped&) {
        sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    } catch (const std::exception&) {
        sqlite3_result_error(context, current_error().c_str(), -1);
    }
}

}  // namespace kith
