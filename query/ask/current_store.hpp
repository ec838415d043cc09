// A store that follows its database: opened anew after somebody wrote, since a Store keeps the names and judgements
// that it found. For programs that stay open between questions.
//
//     CurrentStore war("war.db");
//     Json answer = war.use([&](const Store& store) { return ask(store, "paths", arguments); });
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

class CurrentStore {
public:
    explicit CurrentStore(std::string path) : path_(std::move(path)) {}

    // What `read(store)` gives, all of it of one state of the database. Throws Error where that cannot be opened.
    template <typename Read>
    auto use(const Read& read) {
        if (store_ && !database_of(*store_).is_same_file()) store_.reset();
        while (true) {
            if (!store_) store_.emplace(path_);
            {
                const ReadTransaction reading(database_of(*store_));
                if (store_->is_current()) return read(static_cast<const Store&>(*store_));
            }
            store_.reset();  // somebody wrote before the transaction began
        }
    }

    // Lets go of the file, for a writer.
    void close() { store_.reset(); }

    const std::string& path() const { return path_; }

private:
    std::string path_;
    std::optional<Store> store_;
};

}  // namespace kith
