// What a user types to search texts becomes an expression that is never an error.
#include "query/full_text_query.hpp"

#include <doctest/doctest.h>

#include "query/words.hpp"

using namespace kith;

TEST_CASE("words, phrases and beginnings are quoted") {
    CHECK(full_text_query("drones Caspian") == R"("drones" AND "Caspian")");
    CHECK(full_text_query(R"("Caspian Sea" dron*)") == R"("Caspian Sea" AND "dron"*)");
    CHECK(full_text_query(R"("air def"*)") == R"("air def"*)");
    CHECK(full_text_query("air-defence text:x -y ^z") == R"("air-defence" AND "text:x" AND "-y" AND "^z")");
}

TEST_CASE("operators and brackets combine where they make sense") {
    CHECK(full_text_query("drones OR missiles") == R"("drones" OR "missiles")");
    CHECK(full_text_query("(a1 OR b1) NOT c1") == R"(( "a1" OR "b1" ) NOT "c1")");
    CHECK(full_text_query("a1 (b1 OR c1)") == R"("a1" AND ( "b1" OR "c1" ))");
}

TEST_CASE("where they make none they are words") {
    CHECK(full_text_query("AND") == R"("AND")");
    CHECK(full_text_query("drones OR") == R"("drones" AND "OR")");
    CHECK(full_text_query("drones OR OR missiles") == R"("drones" AND "OR" AND "OR" AND "missiles")");
    CHECK(full_text_query("(drones") == R"("drones")");
    CHECK(full_text_query(") drones ()") == R"("drones")");
    CHECK(full_text_query("say \"drones") == R"("say" AND "drones")");
    CHECK(full_text_query("drones \"\" - *") == R"("drones")");
}

TEST_CASE("without any word there is nothing to search for") {
    for (const char* typed : {"", "  ", "\"\"", "*", "()", "--"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(full_text_query(typed), UnknownWord);
    }
}
