#include "ingest/side_by_side.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace kith {
namespace {

TEST_CASE("every number is worked on once, by however many threads") {
    for (const std::size_t jobs : {0U, 1U, 3U, 50U}) {
        std::vector<std::atomic<int>> calls(20);
        side_by_side(calls.size(), jobs, [&](std::size_t i) { ++calls[i]; });
        for (const auto& count : calls) CHECK(count == 1);
    }
    side_by_side(0, 3, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("what one of several threads throws arrives, and no more work is begun") {
    std::atomic<int> calls = 0;
    CHECK_THROWS_AS(side_by_side(1'000'000, 3,
                                 [&](std::size_t) {
                                     ++calls;
                                     throw std::runtime_error("unfit");
                                 }),
                    std::runtime_error);
    CHECK(calls <= 3);
}

}  // namespace
}  // namespace kith
