#include "graph/stop.hpp"

#include <algorithm>

namespace kith {

StopCondition StopCondition::within(double seconds) const {
    constexpr double longest = 1e9;  // a clock's number must hold it
    const auto time = std::chrono::duration<double>(std::clamp(seconds, 0.0, longest));
    const Deadline end =
        std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(time);
    return {token, deadline ? std::min(*deadline, end) : end};
}

Stopped::Stopped(Reason reason)
    : Error(reason == Reason::deadline ? "no answer within the time allowed" : "stopped before there was an answer",
            reason == Reason::deadline ? "Allow more time, or ask for less: fewer hops, fewer paths, a filter." : ""),
      reason_(reason) {}

}  // namespace kith
