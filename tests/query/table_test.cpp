#include "query/cli/table.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace kith::cli;

namespace {

std::string printed(const Table& table, std::size_t width = 40) {
    std::ostringstream out;
    Console console{.out = out, .err = out, .width = width};
    table.print(console);
    return out.str();
}

}  // namespace

TEST_CASE("columns are aligned by display width") {
    Table table({"Name", "Kind"});
    table.add({"哈马斯", "armed group"});
    table.add({"Ḥizb", "party"});
    CHECK(printed(table) ==
          "Name    Kind\n"
          "哈马斯  armed group\n"
          "Ḥizb    party\n");
}

TEST_CASE("numbers stand to the right") {
    Table table;
    table.align_right(0);
    table.add({"9", "a"});
    table.add({"10", "b"});
    CHECK(printed(table) == " 9  a\n10  b\n");
}

TEST_CASE("the last column wraps under itself") {
    Table table;
    table.add({"supplies", "subject gives, sells, ships or delivers goods"});
    CHECK(printed(table) ==
          "supplies  subject gives, sells, ships or\n"
          "          delivers goods\n");
}

TEST_CASE("a cell cannot break the table") {
    Table table;
    table.add({"two\nlines", "\033[2Jb"});
    CHECK(printed(table) == "two lines  [2Jb\n");
}

TEST_CASE("an empty table prints nothing") {
    CHECK(printed(Table()).empty());
}
