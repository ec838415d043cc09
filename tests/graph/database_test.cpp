// Prepared statements: what is left in them when they are used again.
#include "graph/store/database.hpp"

#include <doctest/doctest.h>

#include <string>

#include "temporary_directory.hpp"

using namespace kith;

TEST_CASE("a statement that failed can be used again") {
    const test::TemporaryDirectory directory;
    Database database(directory.file("any.db"), Database::Mode::create);
    database.execute("CREATE TABLE one (number INTEGER PRIMARY KEY)");
    Statement insert = database.prepare("INSERT INTO one VALUES (?1)");
    insert.bind(1, std::int64_t{7}).run();
    CHECK_THROWS_AS(insert.run(), Error);
    CHECK_NOTHROW(insert.bind(1, std::int64_t{8}).run());
    CHECK(database.integer("SELECT count(*) FROM one") == 2);
}

TEST_CASE("a statement that was stopped between two rows holds nothing open") {
    const test::TemporaryDirectory directory;
    Database database(directory.file("any.db"), Database::Mode::create);
    Statement numbers = database.prepare("VALUES (1), (?1)");
    REQUIRE(numbers.step());
    database.stop_when(StopCondition().within(0));
    CHECK_THROWS_AS(numbers.step(), Stopped);
    database.stop_when({});
    CHECK_NOTHROW(numbers.bind(1, std::int64_t{2}));  // which a statement that is open refuses
}

TEST_CASE("a statement that is kept comes back without what was bound to it") {
    const test::TemporaryDirectory directory;
    const Database database(directory.file("any.db"), Database::Mode::create);
    const std::string sql = "SELECT ?1 UNION ALL SELECT 2";
    {
        Statement first = database.prepare(sql);
        REQUIRE(first.bind(1, std::int64_t{7}).step());
        CHECK(first.integer(0) == 7);
        Statement beside = database.prepare(sql);  // while the first is in use
        REQUIRE(beside.step());
        CHECK(beside.is_null(0));
    }
    Statement again = database.prepare(sql);
    REQUIRE(again.step());
    CHECK(again.is_null(0));
}
