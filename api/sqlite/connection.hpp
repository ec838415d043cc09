// The connection of the host that has loaded us, as a Store.
//
//     const std::shared_ptr<const Store> store = connection.store();   // throws Error where main is no kith database
//
// A store has read the ontology and the judgements, which costs a thousand times what finding a name costs; so it is
// kept from call to call, until the database changes. Whether it did is told by the generation, by SQLite's data
// version (another connection has committed) and by the count of changes (this one has). A rollback shows in none of
// them, so while the host writes, nothing is kept and every call reads anew.
#pragma once

#include <memory>
#include <string>
#include <tuple>

#include "graph/store/store.hpp"

struct sqlite3;

namespace kith {

class Connection {
public:
    explicit Connection(sqlite3* handle) : handle_(handle) {}

    // What the database holds now. It leaves no statement open, so that the host can close the connection.
    std::shared_ptr<const Store> store();

private:
    using State = std::tuple<std::int64_t, std::int64_t, std::int64_t>;  // generation, data version, changes

    sqlite3* handle_;
    std::shared_ptr<const Store> kept_;
    State state_;
};

// The error that is being handled, as one line for the user, with the next step; whatever bytes are in it.
std::string current_error();

}  // namespace kith
