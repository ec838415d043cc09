#include "query/cli/interrupts.hpp"

namespace kith::cli {
namespace {

std::stop_source& source() {
    static std::stop_source stop;
    return stop;
}

// In a handler: nobody waits for the token with a callback, so the request is atomic operations and no more.
void request_stop(int) {
    source().request_stop();
}

}  // namespace

Interrupts::Interrupts() {
    source() = std::stop_source();
    struct sigaction action {};
    action.sa_handler = request_stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, &before_);
}

Interrupts::~Interrupts() {
    ::sigaction(SIGINT, &before_, nullptr);
}

std::stop_token Interrupts::token() const {
    return source().get_token();
}

}  // namespace kith::cli
