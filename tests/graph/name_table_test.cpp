#include "graph/store/name_table.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

using namespace kith;

TEST_CASE("a table of names agrees with a map of strings") {
    NameTable<int> table;
    std::map<std::string, int> map;
    CHECK(table.find("Wagner") == nullptr);
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const std::string name = "Actor " + std::to_string(random() % 8'000);
        const auto known = map.find(name);
        int* const found = table.find(name);
        REQUIRE((found != nullptr) == (known != map.end()));
        if (found == nullptr) {
            table.insert(name, i);
            map.emplace(name, i);
        } else {
            REQUIRE(*found == known->second);
            *found = known->second = i;
        }
    }
    table.insert("", 7);
    CHECK(*table.find("") == 7);
    table.clear();
    CHECK(table.find("Actor 1") == nullptr);
}
