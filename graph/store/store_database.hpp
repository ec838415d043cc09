// The connection under a store: for graph/, which prepares statements of its own, and for those who keep several
// questions in one state (graph/store/read_transaction) or end them early (graph/store/stop_scope). Not of the public
// interface.
//
//     Statement rows = database_of(store).prepare("SELECT id FROM entity");
//     const Store store = store_over(Database::borrow(connection));
#pragma once

#include <utility>

#include "graph/store/database.hpp"
#include "graph/store/store.hpp"

namespace kith {

struct StoreAccess {
    static Database& database(const Store& store);
    static Store over(Database&& database);
};

inline Database& database_of(const Store& store) {
    return StoreAccess::database(store);
}
// Of a connection that is at hand.
inline Store store_over(Database&& database) {
    return StoreAccess::over(std::move(database));
}

}  // namespace kith
