#include "ingest/documents/line_reader.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "temporary_directory.hpp"

using kith::Input;
using kith::LineReader;

namespace {

// The lines of a text; one that is too long stands as "!".
std::vector<std::string> lines_of(const std::string& text, std::size_t limit) {
    const kith::test::TemporaryDirectory directory;
    Input input(directory.write("a.txt", text));
    CHECK(input.peek(3) == text.substr(0, 3));  // which reading gives again
    LineReader reader(input, limit);
    std::vector<std::string> lines;
    while (reader.next()) {
        lines.push_back(reader.too_long() ? "!" : std::string(reader.line()));
        CHECK(reader.number() == lines.size());
    }
    return lines;
}

}  // namespace

TEST_CASE("lines end at either line end, or at the end of the input") {
    CHECK(lines_of("a\nb\r\n\nc", 100) == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(lines_of("a\n", 100) == std::vector<std::string>{"a"});
    CHECK(lines_of("", 100).empty());
}

TEST_CASE("a line beyond the limit is passed over, and the next is read") {
    CHECK(lines_of("1234\n12345\nab", 4) == std::vector<std::string>{"1234", "!", "ab"});
    const std::string block(1 << 20, 'x');  // longer than what is read at once
    CHECK(lines_of(block + "\nab\n" + block, 1000) == std::vector<std::string>{"!", "ab", "!"});
    CHECK(lines_of(block + "\nab", 1 << 20) == std::vector<std::string>{block, "ab"});
}
