// Ctrl-C as a request to stop: while this stands, the first SIGINT ends what runs in good order, the second at once.
//
//     const Interrupts interrupts;
//     store.stop_when({interrupts.token(), {}});
#pragma once

#include <csignal>
#include <stop_token>

namespace kith::cli {

class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    std::stop_token token() const;

private:
    struct sigaction before_ {};
};

}  // namespace kith::cli
