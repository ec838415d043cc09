#include "api/sqlite/connection.hpp"

#include <sqlite3ext.h>
#include <unicode/unistr.h>

#include <exception>

#include "graph/error.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/schema.hpp"
#include "graph/store/store_database.hpp"

SQLITE_EXTENSION_INIT3

namespace kith {

namespace {

// A temporary table would be read instead of kith's own: SQLite looks for names there first.
void refuse_hidden_tables(const Database& database) {
    Statement hiding = database.prepare(
        "SELECT name FROM temp.sqlite_master WHERE name COLLATE NOCASE IN (SELECT name FROM main.sqlite_master) LIMIT "
        "1");
    if (!hiding.step()) return;
    throw Error("the temporary table \"" + std::string(hiding.text(0)) + "\" hides kith's own",
                "Give it another name.");
}

void check(const Database& database) {
    if (!is_kith_database(database)) {
        throw Error("the main database of this connection is not kith's",
                    "Open a database that `kith ingest` has made; one that is attached is not looked at.");
    }
    refuse_hidden_tables(database);
}

// Valid UTF-8 of a readable length: names and options in messages are the caller's.
std::string presentable(const std::string& text) {
    constexpr int longest = 600;
    icu::UnicodeString characters = icu::UnicodeString::fromUTF8(text.substr(0, 4 * longest));
    for (int i = 0; i < characters.length(); ++i) {
        if (characters[i] < 0x20) characters.setCharAt(i, ' ');
    }
    if (characters.length() > longest) characters.replaceBetween(longest, characters.length(), u"…");
    std::string result;
    return characters.toUTF8String(result);
}

}  // namespace

std::shared_ptr<const Store> Connection::store() {
    Database database = Database::borrow(handle_);
    check(database);
    const ReadTransaction reading(database);
    const auto state = [&] {
        return State(database.integer("SELECT value FROM property WHERE name = 'generation'"),
                     database.integer("PRAGMA data_version"), sqlite3_total_changes64(handle_));
    };
    const bool is_writing = sqlite3_txn_state(handle_, "main") == SQLITE_TXN_WRITE;
    if (!is_writing && kept_ && state_ == state()) return kept_;
    const State now = state();
    auto read = std::make_shared<const Store>(store_over(std::move(database)));
    kept_ = is_writing ? nullptr : read;
    state_ = now;
    return read;
}

std::string current_error() {
    try {
        throw;
    } catch (const Error& error) {
        const std::string problem = error.what();
        return presentable(problem) + (error.next_step().empty() ? "" : ". " + presentable(error.next_step()));
    } catch (const std::exception& error) {
        return presentable(error.what());
    }
}

}  // namespace kith
