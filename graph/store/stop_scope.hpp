// A StopCondition for some of what a store is asked, and the one of before afterwards.
//
//     const StopScope scope(database_of(store), StopCondition().within(5));
#pragma once

#include <optional>
#include <utility>

#include "graph/store/database.hpp"

namespace kith {

class StopScope {
public:
    StopScope(const Database& database, StopCondition condition)
        : database_(database), before_(database.stop_when(std::move(condition))) {}
    ~StopScope() { database_.stop_when(std::move(before_)); }
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;

private:
    const Database& database_;
    std::optional<StopCondition> before_;
};

}  // namespace kith
