#include "query/mcp/inbox.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

#include "query/export/json.hpp"

namespace kith {

namespace {

constexpr std::size_t most_line_bytes = std::size_t{4} << 20;
constexpr std::size_t most_waiting = 16;
constexpr int deepest = 8;  // of what is looked at here: {"params": {"requestId": 3}}

// Deeper values are left out; nothing where it is no object.
Json parse_top(const std::string& text) {
    const auto keep = [](int depth, Json::parse_event_t, Json&) { return depth <= deepest; };
    Json message = Json::parse(text, keep, false);
    return message.is_object() ? message : Json::object();
}

}  // namespace

struct Inbox::State {
    struct Waiting {
        Line line;
        Json id = nullptr;
    };

    void add(Line line) {
        if (!line.is_too_long && line.text.find_first_not_of(" \t\r") == line.text.npos) return;
        const Json message = line.is_too_long ? Json::object() : parse_top(line.text);
        const auto method = message.find("method");
        std::unique_lock lock(mutex);
        if (method != message.end() && *method == "notifications/cancelled") {
            if (const auto about = message.find("params"); about != message.end() && about->is_object()) {
                cancel(about->value("requestId", Json()));
            }
            return;
        }
        changed.wait(lock, [&] { return waiting.size() < most_waiting || is_left; });
        waiting.push_back({std::move(line), message.value("id", Json())});
        changed.notify_all();
    }

    void cancel(const Json& id) {
        if (id.is_null()) return;
        if (std::erase_if(waiting, [&](const Waiting& each) { return each.id == id; }) > 0) {
            changed.notify_all();
        } else if (id == given_id) {
            given_stop.request_stop();
        }
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Waiting> waiting;
    bool has_ended = false;  // the input
    bool is_left = false;    // nobody asks for the next any more
    Json given_id = nullptr;
    std::stop_source given_stop;
};

Inbox::Inbox(std::istream& in)
    : state_(std::make_shared<State>()), reader_([&in, state = state_] { read(in, *state); }) {}

Inbox::~Inbox() {
    std::unique_lock lock(state_->mutex);
    state_->is_left = true;
    state_->changed.notify_all();
    const bool has_ended = state_->has_ended;
    lock.unlock();
    if (has_ended) {
        reader_.join();
    } else {
        reader_.detach();  // it waits for input
    }
}

void Inbox::read(std::istream& in, State& state) {
    Line line;
    while (in) {
        const int next = in.get();
        if (next != std::istream::traits_type::eof() && next != '\n') {
            line.is_too_long = line.is_too_long || line.text.size() >= most_line_bytes;
            if (!line.is_too_long) line.text += static_cast<char>(next);
            continue;
        }
        state.add(std::exchange(line, {}));
    }
    const std::lock_guard lock(state.mutex);
    state.has_ended = true;
    state.changed.notify_all();
}

std::optional<Inbox::Line> Inbox::next() {
    std::unique_lock lock(state_->mutex);
    state_->changed.wait(lock, [&] { return !state_->waiting.empty() || state_->has_ended; });
    if (state_->waiting.empty()) return std::nullopt;
    State::Waiting first = std::move(state_->waiting.front());
    state_->waiting.pop_front();
    state_->given_id = std::move(first.id);
    state_->given_stop = first.line.stop;
    state_->changed.notify_all();
    return std::move(first.line);
}

}  // namespace kith
