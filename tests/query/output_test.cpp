#include "query/cli/output.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include <filesystem>

#include "graph/error.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using cli::Output;

TEST_CASE("output reaches the file when it is finished") {
    const test::TemporaryDirectory directory;
    Output output(directory.file("a.txt"));
    output.stream() << std::string(200000, 'x');
    output.finish();
    CHECK(test::read_file(directory.file("a.txt")).size() == 200000);
}

TEST_CASE("what is flushed reaches a reader before the output is finished") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    Output output(ends[1]);
    output.stream() << "answer\n" << std::flush << "more";
    REQUIRE(::fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0);
    std::array<char, 16> read{};
    CHECK(::read(ends[0], read.data(), read.size()) == 7);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("a full disk is an error with its name") {
    Output output(std::string("/dev/full"));
    output.stream() << "answer";
    CHECK_THROWS_WITH_AS(output.finish(), doctest::Contains("/dev/full: cannot be written: No space left"), Error);
}

TEST_CASE("a full disk stops a long answer in its midst") {
    Output output(std::string("/dev/full"));
    CHECK_THROWS_AS(output.stream() << std::string(200000, 'x'), Error);
}

TEST_CASE("a reader that has left ends the answer without an error") {
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    ::close(ends[0]);
    Output output(ends[1]);
    output.stream() << "answer";
    CHECK_THROWS_AS(output.finish(), cli::ReaderLeft);
    ::close(ends[1]);
}

TEST_CASE("a file that cannot be made is an error") {
    Output output(std::string("/nowhere/a.txt"));
    CHECK_THROWS_WITH_AS(output.finish(), doctest::Contains("/nowhere/a.txt: cannot be written"), Error);
}

TEST_CASE("a file stays as it was until there is something to write") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.write("a.txt", "before");
    { Output output(path); }
    CHECK(test::read_file(path) == "before");
    Output output(path);
    output.finish();
    CHECK(test::read_file(path).empty());
}

TEST_CASE("an answer that is not finished leaves the file of before, and nothing beside it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.write("a.txt", "before");
    for (const std::string& name : {path, directory.file("new.txt")}) {
        Output output(name);
        output.stream() << std::string(200000, 'x') << std::flush;
        CHECK(test::read_file(path) == "before");
    }
    const auto files = std::filesystem::directory_iterator(directory.path());
    CHECK(std::distance(begin(files), end(files)) == 1);
}

TEST_CASE("a file that is replaced keeps its rights, and a link to it stays a link") {
    namespace fs = std::filesystem;
    const test::TemporaryDirectory directory;
    const std::string path = directory.write("a.txt", "before"), link = directory.file("link");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink(path, link);
    Output output(link);
    output.stream() << "after";
    output.finish();
    CHECK(test::read_file(path) == "after");
    CHECK(fs::is_symlink(link));
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}
