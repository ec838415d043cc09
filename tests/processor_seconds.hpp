// Time on the processor, of this thread: other load on the machine does not count.
#pragma once

#include <time.h>

namespace kith::test {

inline double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace kith::test
