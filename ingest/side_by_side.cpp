#include "ingest/side_by_side.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace kith {

void side_by_side(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& action) {
    std::atomic<std::size_t> next = 0;
    std::mutex failing;
    std::exception_ptr failure;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                action(i);
            } catch (...) {
                const std::scoped_lock lock(failing);
                failure = std::current_exception();
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        try {
            for (std::size_t i = 1; i < std::min(jobs, count); ++i) workers.emplace_back(work);
        } catch (const std::system_error&) {
        }
        work();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace kith
