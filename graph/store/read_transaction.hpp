// Keeps a store in one state while several questions are put to it, and spares SQLite locking the file for each of
// them.
//
//     const ReadTransaction transaction(store.database());
#pragma once

#include "graph/error.hpp"
#include "graph/store/database.hpp"

namespace kith {

class ReadTransaction {
public:
    explicit ReadTransaction(Database& database) : database_(database) { database_.execute("SAVEPOINT reading"); }
    ~ReadTransaction() {
        try {
            database_.execute("RELEASE reading");
        } catch (const Error&) {  // nothing was written that could be lost
        }
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& database_;
};

}  // namespace kith
