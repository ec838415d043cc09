// An SQLite connection and its prepared statements. The one place where kith speaks to sqlite3 (but for api/sqlite,
// which is loaded into one); graph/ alone includes it.
//
//     Database database(path, Database::Mode::read_only);
//     Statement names = database.prepare("SELECT id, name FROM entity WHERE kind = ?1");
//     for (names.bind(1, "person"); names.step();) use(names.integer(0), names.text(1));
//
// Failures throw Error: what SQLite says, the file, and the next step where one is known (disk full, locked, not a
// database). A Statement must not outlive its Database. A connection is for one thread at a time.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "graph/file_state.hpp"
#include "graph/stop_check.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace kith {

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    // Parameters count from 1. Text and blobs are copied.
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::span<const unsigned char> bytes);
    Statement& bind_null(int parameter);
    template <std::integral T>
    Statement& bind(int parameter, const std::optional<T>& value) {
        return value ? bind(parameter, static_cast<std::int64_t>(*value)) : bind_null(parameter);
    }
    // Empty text is stored as NULL.
    Statement& bind_text_or_null(int parameter, std::string_view text);

    // True: a row is there. False: done; the statement is then reset and keeps its bindings, as after an error.
    bool step();
    // Steps a statement that gives no rows.
    void run();
    void reset();

    // Columns of the current row, from 0. Views live until the next step or reset.
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::span<const unsigned char> blob(int column) const;
    std::optional<std::int64_t> optional_integer(int column) const;

private:
    friend class Database;
    struct Connection;
    Statement(sqlite3_stmt* handle, std::shared_ptr<Connection> connection);
    [[noreturn]] void fail() const;

    sqlite3_stmt* handle_ = nullptr;
    std::shared_ptr<Connection> connection_;  // null once moved from
};

class Database {
public:
    enum class Mode { read_only, read_write, create };

    // read_only and read_write want an existing file; create makes one.
    Database(const std::string& path, Mode mode);
    // A connection that somebody else has opened: it is neither configured nor closed, and must outlive this.
    static Database borrow(sqlite3* connection);
    // This connection once more, which must outlive it.
    Database borrowed() const;
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    const std::string& path() const { return path_; }
    bool is_borrowed() const { return is_borrowed_; }

    // Whether the path still leads to the file that was opened; of one that is read as not changing, to the same bytes.
    // Always true of a borrowed connection.
    bool is_same_file() const;

    // A statement that goes is kept with the connection, and given again to whoever prepares the same text; so it is
    // cheap to prepare a text whose values are parameters, wherever it is needed. (Not on a borrowed connection: its
    // owner could not close it.)
    Statement prepare(std::string_view sql) const;
    void execute(const std::string& sql);              // one or more statements without rows
    std::int64_t integer(std::string_view sql) const;  // the first column of the first row; 0 where there is none
    std::int64_t last_insert_id() const;
    std::int64_t changes() const;  // rows changed by the last statement

    // Does this on a thread of its own, which has the connection for itself until it is done: whatever else uses it
    // waits for that first, and throws what the work threw. The work uses statements that are prepared, and what it
    // needs must live until take_back.
    void lend(std::function<void()> work) const;
    // Waits for what it was lent for, and throws what that threw.
    void take_back() const;

    // From now on statements throw Stopped once this is reached, also in the midst of a long one; with any condition,
    // so they do where the host of a borrowed connection has interrupted it, for which a statement is kept open until
    // nothing takes its place. Gives what stood there before.
    std::optional<StopCondition> stop_when(std::optional<StopCondition> condition) const;
    // For searches between statements. Null: nothing can stop them.
    StopCheck* stop_check() const;

private:
    Database(sqlite3* connection, std::string path, bool is_borrowed);

    sqlite3* handle_ = nullptr;
    std::string path_;
    bool is_immutable_ = false;
    std::optional<FileState> opened_;  // of a file that is read as not changing
    bool is_borrowed_ = false;
    std::shared_ptr<Statement::Connection> shared_;  // null once moved from
};

}  // namespace kith
