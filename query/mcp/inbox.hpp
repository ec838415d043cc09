// The lines that a client sends, read ahead on a second thread, so that a cancellation is heard while a request is
// being answered.
//
//     Inbox inbox(std::cin);
//     while (std::optional<Inbox::Line> line = inbox.next()) answer(line->text, line->stop.get_token());
//
// `notifications/cancelled` takes a request out that still waits, and asks the one that was given last to stop. No more
// than a few lines wait: whoever sends faster than kith answers is read later.
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace kith {

class Inbox {
public:
    struct Line {
        std::string text{};
        bool is_too_long = false;  // more than 4 MiB: passed over
        std::stop_source stop{};
    };

    // The input must outlive the reading of it: where the Inbox goes before the input ends, the thread stays with it.
    explicit Inbox(std::istream& in);
    ~Inbox();
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    // The next that is not blank; waits for it. Nothing: the input has ended.
    std::optional<Line> next();

private:
    struct State;
    static void read(std::istream& in, State& state);

    std::shared_ptr<State> state_;
    std::thread reader_;
};

}  // namespace kith
