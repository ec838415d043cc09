// Looks at a StopCondition now and then: cheap enough for the innermost loop of a search.
//
//     stop.step();              // an addition and a comparison; every few thousandth time it looks
//     stop.step(row.size());    // as much work at once
//
// For one thread. `look_too` is a further reason to stop, which throws by itself: a borrowed connection's host may have
// interrupted it (graph/store/database).
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include "graph/stop.hpp"

namespace kith {

class StopCheck {
public:
    explicit StopCheck(StopCondition condition, std::function<void()> look_too = {})
        : condition_(std::move(condition)), look_too_(std::move(look_too)) {}

    // Throws Stopped.
    void step(std::size_t steps = 1) {
        steps_ += steps;
        if (steps_ >= interval) look();
    }
    void look();

    const StopCondition& condition() const { return condition_; }

private:
    // Some ten microseconds of a search in memory; the clock takes a thousandth of that.
    static constexpr std::size_t interval = 1 << 13;

    StopCondition condition_;
    std::function<void()> look_too_;
    std::size_t steps_ = interval;  // the first look is at the start: it may be late already
};

}  // namespace kith
