// When a question ends before its answer is complete: at a deadline, or because somebody asks for it.
//
//     std::stop_source stop;                                              // stop.request_stop(), from any thread
//     store.stop_when({stop.get_token(), std::chrono::steady_clock::now() + 5s});
//     find_paths(store, question);                                        // throws Stopped
//
// The condition belongs to a store, not to a search: it ends what the store is asked next, whatever that is, reading
// claims and quotes included. It is looked at every few thousand steps of a search and every thousand of SQLite's, so
// that it shows within milliseconds. Rejected: a parameter of every question, to be forgotten by the next one.
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

#include "graph/error.hpp"

namespace [[gnu::visibility("default")]] kith {

struct StopCondition {
    using Deadline = std::chrono::steady_clock::time_point;

    std::stop_token token{};
    std::optional<Deadline> deadline{};

    // Never, when it is neither.
    bool is_possible() const { return token.stop_possible() || deadline; }
    bool is_reached() const {
        return token.stop_requested() || (deadline && std::chrono::steady_clock::now() >= *deadline);
    }
    // With a deadline after so many seconds, if that is earlier than its own.
    StopCondition within(double seconds) const;
};

// The question was not answered, and the store is as good as before.
class Stopped : public Error {
public:
    enum class Reason { deadline, request };

    explicit Stopped(Reason reason);

    Reason reason() const noexcept { return reason_; }

private:
    Reason reason_;
};

}  // namespace kith
