#include "query/export/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "graph/error.hpp"

namespace kith {
namespace {

constexpr int milliseconds_between_looks = 20;

// What the child sends first; then bytes, or the problem, a NUL and the next step.
constexpr char sends_bytes = 'b', sends_error = 'e';

void send(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

[[noreturn]] void work_in_child(const std::function<std::string()>& work, int descriptor) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // not to go on for nobody
    std::string message;
    try {
        message = sends_bytes + work();
    } catch (const Error& error) {
        message = sends_error + std::string(error.what()) + '\0' + error.next_step();
    } catch (...) {
        message.clear();
    }
    send(descriptor, message);
    ::_exit(0);  // nothing of the parent's is put away
}

// Ends with the child, however this is left.
class Child {
public:
    explicit Child(const std::function<std::string()>& work) {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail();
        process_ = ::fork();
        if (process_ == 0) work_in_child(work, ends[1]);
        ::close(ends[1]);
        descriptor_ = ends[0];
        if (process_ < 0) {
            ::close(descriptor_);
            fail();
        }
    }
    ~Child() {
        ::close(descriptor_);
        ::kill(process_, SIGKILL);
        while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // All that it sends.
    std::string message(const StopCondition& stop) const {
        std::string received;
        std::array<char, 1 << 16> some{};
        while (true) {
            if (stop.token.stop_requested()) throw Stopped(Stopped::Reason::request);
            if (stop.is_reached()) throw Stopped(Stopped::Reason::deadline);
            pollfd ready{descriptor_, POLLIN, 0};
            if (::poll(&ready, 1, milliseconds_between_looks) <= 0) continue;
            const ssize_t count = ::read(descriptor_, some.data(), some.size());
            if (count == 0) return received;
            if (count > 0) received.append(some.data(), static_cast<std::size_t>(count));
        }
    }

private:
    [[noreturn]] static void fail() {
        throw Error("no process can be started (" + system_reason(errno) + ")", "End others, and try again.");
    }

    pid_t process_ = -1;
    int descriptor_ = -1;
};

}  // namespace

std::string in_child_process(const std::function<std::string()>& work, const StopCondition& stop) {
    std::string message = Child(work).message(stop);
    if (message.starts_with(sends_bytes)) return message.substr(1);
    if (!message.starts_with(sends_error)) throw Error("the work came to a bad end, or memory ran out");
    const std::size_t end = message.find('\0');
    throw Error(message.substr(1, end - 1), message.substr(end + 1));
}

}  // namespace kith
