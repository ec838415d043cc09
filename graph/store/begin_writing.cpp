#include "graph/store/begin_writing.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <system_error>

#include "graph/error.hpp"
#include "graph/store/schema.hpp"

namespace kith {

void turn_log_on(Database& database) {
    try {
        database.execute("PRAGMA journal_mode = WAL");
    } catch (const Error&) {
    }
}

Database begin_writing(const std::string& path) {
    constexpr int most_attempts = 20;
    for (int attempt = 1;; ++attempt) {
        Database database(path, Database::Mode::create);
        try {
            if (!is_empty_database(database)) {
                check_schema(database);
                turn_log_on(database);
            }
            // Where there is no log, a journal that comes back after a power cut would undo what was committed: so EXTRA.
            database.execute(
                "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -65536; BEGIN IMMEDIATE");
            if (database.is_same_file() || attempt == most_attempts) {
                // While this waited, another writer may have made the schema.
                if (is_empty_database(database)) create_schema(database, Ontology::builtin());
                check_schema(database);
                migrate_schema(database);
                return database;
            }
        } catch (const Error&) {
            if (database.is_same_file() || attempt == most_attempts) throw;
        }
        // Another writer has taken its empty file away while this waited: there will be a new one.
    }
}

void remove_if_unused(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return;
    fcntl(descriptor, F_SETSIG, SIGURG);  // the signal for those who wait; by default it is ignored
    if (fcntl(descriptor, F_SETLEASE, F_WRLCK) == 0) {
        std::error_code ignored;
        for (const char* ending : {"-wal", "-shm", "-journal", ""}) std::filesystem::remove(path + ending, ignored);
    }
    close(descriptor);
}

bool came_to_nothing(Database& database) {
    try {
        database.execute("ROLLBACK");
    } catch (const Error&) {  // a full disk has done so already
    }
    try {
        return is_empty_database(database) ||
               database.integer("SELECT value FROM property WHERE name = 'generation'") == 0;
    } catch (const Error&) {  // somebody else is at it: the file is theirs
        return false;
    }
}

}  // namespace kith
