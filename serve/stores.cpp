#include "serve/stores.hpp"

#include <utility>

namespace kith {

Stores::Stores(const std::string& database, std::size_t most) {
    for (std::size_t i = 0; i < most; ++i) free_.push_back(std::make_unique<CurrentStore>(database));
    free_.back()->use([](const Store&) { return true; });
}

std::unique_ptr<CurrentStore> Stores::take(StopCondition::Deadline deadline) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_until(lock, deadline, [&] { return !free_.empty(); })) {
        throw Stopped(Stopped::Reason::deadline);
    }
    std::unique_ptr<CurrentStore> store = std::move(free_.back());
    free_.pop_back();
    return store;
}

void Stores::give_back(std::unique_ptr<CurrentStore> store) {
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(store));
    }
    changed_.notify_one();
}

}  // namespace kith
