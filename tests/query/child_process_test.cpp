#include "query/export/child_process.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "graph/error.hpp"
#include "query/export/picture.hpp"

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("a child gives back the bytes that it made, or its error") {
    const std::string bytes = std::string(1'000'000, 'x') + '\0' + "y";
    CHECK(in_child_process([&] { return bytes; }, {}) == bytes);
    try {
        in_child_process([]() -> std::string { throw Error("it cannot be done", "Try another."); }, {});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(std::string(error.what()) == "it cannot be done");
        CHECK(error.next_step() == "Try another.");
    }
}

TEST_CASE("what kills a child is an error of its parent and no more") {
    const auto die = []() -> std::string {
        ::kill(::getpid(), SIGKILL);
        return {};
    };
    CHECK_THROWS_AS(in_child_process(die, {}), Error);
}

TEST_CASE("work that would never end stops at its deadline and on request") {
    const auto sleep = []() -> std::string {
        std::this_thread::sleep_for(1h);
        return {};
    };
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(in_child_process(sleep, StopCondition().within(0.05)), Stopped);
    std::stop_source stop;
    std::jthread other([&] {
        std::this_thread::sleep_for(50ms);
        stop.request_stop();
    });
    CHECK_THROWS_AS(in_child_process(sleep, {stop.get_token(), {}}), Stopped);
    CHECK(std::chrono::steady_clock::now() - begin < 10s);
}

TEST_CASE("a picture that can be stopped is the same picture") {
    const std::string dot = "digraph g { a -> b -> c }";
    CHECK(draw(dot, PictureFormat::svg, StopCondition().within(60)) == draw(dot, PictureFormat::svg));
    CHECK_THROWS_AS(draw(dot, PictureFormat::svg, StopCondition().within(0)), Stopped);
    CHECK_THROWS_AS(draw("digraph {", PictureFormat::svg, StopCondition().within(60)), Error);
}
