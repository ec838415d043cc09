// A few stores of one database, for questions that are asked side by side: a store is asked by one thread at a time.
//
//     Stores stores("war.db", 4);
//     Json answer = stores.use(deadline, [&](CurrentStore& store) { ... });   // waits for one that is free
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/stop.hpp"
#include "query/ask/current_store.hpp"

namespace kith {

class Stores {
public:
    // Throws Error where the database cannot be opened.
    Stores(const std::string& database, std::size_t most);

    // Throws Stopped where none is free in time.
    template <typename Work>
    auto use(StopCondition::Deadline deadline, const Work& work) {
        const Lease lease(*this, deadline);
        return work(*lease.store);
    }

private:
    struct Lease {
        Lease(Stores& stores, StopCondition::Deadline deadline) : owner(stores), store(stores.take(deadline)) {}
        ~Lease() { owner.give_back(std::move(store)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        Stores& owner;
        std::unique_ptr<CurrentStore> store;
    };

    std::unique_ptr<CurrentStore> take(StopCondition::Deadline deadline);
    void give_back(std::unique_ptr<CurrentStore> store);

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<CurrentStore>> free_;  // those that are not open yet among them; asked last first
};

}  // namespace kith
