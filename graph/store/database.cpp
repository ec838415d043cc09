#include "graph/store/database.hpp"

#ifdef KITH_IN_SQLITE  // compiled for api/sqlite: every call goes to the SQLite that has loaded us, and we link none
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <utility>
#include <vector>

#include "graph/worker_thread.hpp"

namespace kith {

namespace {

constexpr int longest_value = 256 << 20;  // bytes of a text: beyond the largest document that is ingested

[[noreturn]] void fail(sqlite3* handle, int code) {
    const char* name = handle ? sqlite3_db_filename(handle, nullptr) : nullptr;
    const InputPosition position{name && *name ? name : "database", 0, 0};
    const std::string said = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    switch (code & 0xff) {
        case SQLITE_FULL:
            throw Error(position, "the disk is full",
                        "Free some space and run the command again; nothing was written.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(position, "another program is writing to the database",
                        "Wait for it to finish, then run the command again.");
        case SQLITE_NOTADB:
            throw Error(position, "the file is not an SQLite database", "Name another file with --db.");
        case SQLITE_CORRUPT:
            throw Error(position, "the database is damaged (" + said + ")",
                        "Restore a copy, or ingest the sources again into a new file.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            throw Error(position, "the database cannot be written (" + said + ")",
                        "Check the rights of the file and of its folder.");
        case SQLITE_CANTOPEN:
            throw Error(position, "the database cannot be opened (" + said + ")",
                        "Check that the folder exists and what rights it gives.");
        case SQLITE_IOERR:
            throw Error(position, "the database cannot be read or written (" + said + ")", "Check the disk.");
        case SQLITE_INTERRUPT:
            throw Stopped(Stopped::Reason::request);
        default:
            throw Error(position, said);
    }
}

// Where the folder is closed to us, SQLite cannot make the shared memory of a WAL database next to it. With no log to
// read, the file itself is the whole database, and can be read as one that does not change.
bool must_be_immutable(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    return access(folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path + "-wal");
}

std::string immutable_uri(const std::string& path) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') {
            constexpr std::string_view hexadecimal = "0123456789abcdef";
            uri += {'%', hexadecimal[static_cast<unsigned char>(c) >> 4U],
                    hexadecimal[static_cast<unsigned char>(c) & 15U]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

// What the statements of a connection share, wherever the Database is moved.
struct Statement::Connection {
    explicit Connection(bool keeps) : keeps_statements(keeps) {}
    ~Connection() {
        if (loan.valid()) loan.wait();
        forget();
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Null: none of this text is idle.
    sqlite3_stmt* take(std::string_view sql) {
        const auto found = std::ranges::find_if(
            idle, [&](sqlite3_stmt* each) { return sql == sqlite3_sql(each); });  // some dozens, and most differ early
        if (found == idle.end()) return nullptr;
        sqlite3_stmt* handle = *found;
        idle.erase(found);
        return handle;
    }
    void give_back(sqlite3_stmt* handle) noexcept {
        wait_for_loan();
        if (!keeps_statements || !handle) {
            sqlite3_finalize(handle);
            return;
        }
        sqlite3_reset(handle);
        sqlite3_clear_bindings(handle);
        if (idle.size() == most_idle) {
            sqlite3_finalize(idle.front());
            idle.erase(idle.begin());
        }
        idle.push_back(handle);  // within its capacity
    }
    void forget() {
        probe.reset();
        for (sqlite3_stmt* each : idle) sqlite3_finalize(each);
        idle.clear();
    }

    // The thread that the connection is lent to, while it works; this one, where no other was to be had.
    class Borrower {
    public:
        explicit Borrower(const Connection* connection) : before_(std::exchange(borrowed_here, connection)) {}
        ~Borrower() { borrowed_here = before_; }
        Borrower(const Borrower&) = delete;
        Borrower& operator=(const Borrower&) = delete;

    private:
        const Connection* before_;
    };

    void lend(std::function<void()> work) {
        if (owner) return owner->lend(std::move(work));
        take_back();
        const auto on_loan = [this, work = std::move(work)] {
            const Borrower here(this);
            work();
        };
        is_lent = true;  // which the thread sees, since it begins later
        try {
            loan = worker.start(on_loan);
        } catch (...) {
            is_lent = false;
            throw;
        }
    }
    // Before anything uses the connection: it is this thread's then, or no longer lent.
    void take_back() {
        if (owner) return owner->take_back();
        if (!is_lent || borrowed_here == this) return;
        loan.wait();
        is_lent = false;
        loan.get();
    }
    void wait_for_loan() noexcept {
        if (owner) return owner->wait_for_loan();
        if (is_lent && borrowed_here != this) loan.wait();  // what it threw is for the next use
    }

    static constexpr std::size_t most_idle = 48;
    static thread_local const Connection* borrowed_here;  // by the thread that it is lent to

    bool keeps_statements;
    std::shared_ptr<Connection> owner{};  // of the same connection, which may lend it
    bool is_lent = false;
    std::future<void> loan{};
    WorkerThread worker{};
    std::vector<sqlite3_stmt*> idle = [] {
        std::vector<sqlite3_stmt*> none;
        none.reserve(most_idle);
        return none;
    }();
    std::optional<StopCheck> check{};
    std::optional<Statement> probe{};  // of a borrowed connection
};

thread_local const Statement::Connection* Statement::Connection::borrowed_here = nullptr;

Statement::Statement(sqlite3_stmt* handle, std::shared_ptr<Connection> connection)
    : handle_(handle), connection_(std::move(connection)) {}

Statement::Statement(Statement&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), connection_(std::move(other.connection_)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(connection_, other.connection_);
    return *this;
}

Statement::~Statement() {
    if (connection_) connection_->give_back(handle_);
}

void Statement::fail() const {
    sqlite3* database = sqlite3_db_handle(handle_);
    const int code = sqlite3_errcode(database);
    if ((code & 0xff) == SQLITE_INTERRUPT && connection_->check) connection_->check->look();  // which knows why
    kith::fail(database, code);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    connection_->take_back();
    if (sqlite3_bind_int64(handle_, parameter, value) != SQLITE_OK) fail();
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    connection_->take_back();
    if (sqlite3_bind_double(handle_, parameter, value) != SQLITE_OK) fail();
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    connection_->take_back();
    // A view may have no data at all, which SQLite would take for NULL; and of nothing it need make no copy.
    const char* data = text.empty() ? "" : text.data();
    const auto lifetime = text.empty() ? SQLITE_STATIC : SQLITE_TRANSIENT;
    if (sqlite3_bind_text64(handle_, parameter, data, text.size(), lifetime, SQLITE_UTF8) != SQLITE_OK) fail();
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::span<const unsigned char> bytes) {
    connection_->take_back();
    if (sqlite3_bind_blob64(handle_, parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK) fail();
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    connection_->take_back();
    if (sqlite3_bind_null(handle_, parameter) != SQLITE_OK) fail();
    return *this;
}

Statement& Statement::bind_text_or_null(int parameter, std::string_view text) {
    return text.empty() ? bind_null(parameter) : bind(parameter, text);
}

bool Statement::step() {
    connection_->take_back();
    constexpr std::size_t searching = 32;  // steps of a search that take as long as one of these
    try {
        if (connection_->check) connection_->check->step(searching);
    } catch (const Error&) {
        sqlite3_reset(handle_);
        throw;
    }
    switch (sqlite3_step(handle_)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            sqlite3_reset(handle_);
            return false;
        default:
            sqlite3_reset(handle_);  // so that it can be used again; the connection keeps the error
            fail();
    }
}

void Statement::run() {
    while (step()) {
    }
}

void Statement::reset() {
    connection_->take_back();
    sqlite3_reset(handle_);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const unsigned char> Statement::blob(int column) const {
    const auto* data = static_cast<const unsigned char*>(sqlite3_column_blob(handle_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

Database::Database(const std::string& path, Mode mode)
    : path_(path), shared_(std::make_shared<Statement::Connection>(true)) {
    const bool immutable = is_immutable_ = mode == Mode::read_only && must_be_immutable(path);
    const int flags = SQLITE_OPEN_NOMUTEX | (immutable ? SQLITE_OPEN_URI : 0) |
                      (mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
    if (const int code = sqlite3_open_v2((immutable ? immutable_uri(path) : path).c_str(), &handle_, flags, nullptr);
        code != SQLITE_OK) {
        const std::string said = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
        sqlite3_close(std::exchange(handle_, nullptr));
        throw Error(InputPosition{path, 0, 0}, "the database cannot be opened (" + said + ")",
                    "Check that the file exists and what rights it and its folder give.");
    }
    sqlite3_extended_result_codes(handle_, 1);
    // A database may come from a stranger: its schema must not run functions with side effects, tables are read with
    // their cells checked, and no text makes other files open.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle_, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle_, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_exec(handle_, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(handle_, 2'000);
    if (is_immutable_) opened_ = FileState::of(path_);
}

bool Database::is_same_file() const {
    if (is_borrowed_) return true;
    if (is_immutable_) return opened_ && opened_ == FileState::of(path_) && !std::filesystem::exists(path_ + "-wal");
    int has_moved = 0;
    sqlite3_file_control(handle_, nullptr, SQLITE_FCNTL_HAS_MOVED, &has_moved);
    return has_moved == 0;
}

Database::Database(sqlite3* connection, std::string path, bool is_borrowed)
    : handle_(connection),
      path_(std::move(path)),
      is_borrowed_(is_borrowed),
      shared_(std::make_shared<Statement::Connection>(!is_borrowed)) {}

Database Database::borrow(sqlite3* connection) {
    const char* name = sqlite3_db_filename(connection, nullptr);
    return {connection, name && *name ? name : ":memory:", true};
}

Database Database::borrowed() const {
    Database same = borrow(handle_);
    same.shared_->owner = shared_;
    return same;
}

Database::~Database() {
    if (shared_) {
        shared_->wait_for_loan();
        shared_->forget();
        shared_->keeps_statements = false;  // for one that outlives its Database
    }
    if (!is_borrowed_) sqlite3_close_v2(handle_);
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      path_(std::move(other.path_)),
      is_immutable_(other.is_immutable_),
      opened_(other.opened_),
      is_borrowed_(other.is_borrowed_),
      shared_(std::move(other.shared_)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(path_, other.path_);
    std::swap(is_immutable_, other.is_immutable_);
    std::swap(opened_, other.opened_);
    std::swap(is_borrowed_, other.is_borrowed_);
    std::swap(shared_, other.shared_);
    return *this;
}

Statement Database::prepare(std::string_view sql) const {
    shared_->take_back();
    if (sqlite3_stmt* kept = shared_->take(sql)) return {kept, shared_};
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) fail(handle_, code);
    return {statement, shared_};
}

void Database::execute(const std::string& sql) {
    shared_->take_back();
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(handle_, code);
}

std::int64_t Database::integer(std::string_view sql) const {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_insert_id() const {
    shared_->take_back();
    return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changes() const {
    shared_->take_back();
    return sqlite3_changes64(handle_);
}

void Database::lend(std::function<void()> work) const {
    shared_->lend(std::move(work));
}
void Database::take_back() const {
    shared_->take_back();
}

std::optional<StopCondition> Database::stop_when(std::optional<StopCondition> condition) const {
    shared_->take_back();
    constexpr int operations = 1'000;  // of SQLite's machine: some ten microseconds
    std::optional<StopCondition> before;
    if (shared_->check) before = shared_->check->condition();
    shared_->check.reset();
    if (!condition) shared_->probe.reset();
    if (condition && is_borrowed_) {
        // sqlite3_is_interrupted is newer than the SQLite that may have loaded us; any statement tells. The host's
        // progress handler stays its own. The probe stays from one condition to the next: while the host interrupts,
        // none can be prepared, and a StopScope that ends could not bring back the condition before it.
        if (!shared_->probe) shared_->probe = prepare("SELECT 1");
        shared_->check.emplace(std::move(*condition), [shared = shared_.get()] {
            const int code = sqlite3_step(shared->probe->handle_);
            sqlite3_reset(shared->probe->handle_);
            if (code == SQLITE_INTERRUPT) throw Stopped(Stopped::Reason::request);
        });
    } else if (condition && condition->is_possible()) {
        shared_->check.emplace(std::move(*condition));
    }
    if (!is_borrowed_) {
        const auto is_reached = [](void* check) -> int {
            return static_cast<StopCheck*>(check)->condition().is_reached();
        };
        sqlite3_progress_handler(handle_, shared_->check ? operations : 0, is_reached, stop_check());
    }
    return before;
}

StopCheck* Database::stop_check() const {
    return shared_->check ? &*shared_->check : nullptr;
}

}  // namespace kith
