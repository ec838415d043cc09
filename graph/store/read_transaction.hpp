// Keeps a store in one state while several questions are put to it, and spares SQLite locking the file for each of
// them.
//
//     const ReadTransaction transaction(database_of(store));
//
// A statement that is not finished holds a read transaction, and nothing more: unlike BEGIN or SAVEPOINT it can stand
// inside whatever the owner of a borrowed connection has begun, a running INSERT ... SELECT included.
#pragma once

#include "graph/store/database.hpp"

namespace kith {

class ReadTransaction {
public:
    explicit ReadTransaction(const Database& database) : reading_(database.prepare("SELECT name FROM property")) {
        reading_.step();
    }

private:
    Statement reading_;
};

}  // namespace kith
