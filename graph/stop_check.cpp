#include "graph/stop_check.hpp"

namespace kith {

void StopCheck::look() {
    steps_ = 0;
    if (condition_.token.stop_requested()) throw Stopped(Stopped::Reason::request);
    if (condition_.is_reached()) throw Stopped(Stopped::Reason::deadline);
    if (look_too_) look_too_();
}

}  // namespace kith
