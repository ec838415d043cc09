#include "graph/partial_date.hpp"

#include <doctest/doctest.h>

using kith::date_of;
using kith::Day;
using kith::parse_interval;
using kith::parse_partial_date;

TEST_CASE("a partial date covers the days it leaves open") {
    const auto month = parse_partial_date("2024-02");
    REQUIRE(month);
    CHECK(date_of(month->first_day()).to_string() == "2024-02-01");
    CHECK(date_of(month->last_day()).to_string() == "2024-02-29");
    CHECK(date_of(parse_partial_date("1969")->last_day()).to_string() == "1969-12-31");
    CHECK(parse_partial_date("1970-01-01")->first_day() == Day{0});
}

TEST_CASE("dates that are not in the calendar are refused") {
    for (const char* text :
         {"2023-02-29", "2023-13", "2023-00", "2023-1", "23-01-01", "0000", "2023-06-24T", "", "2023-06-00", "+202"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_partial_date(text));
    }
}

TEST_CASE("an interval may be open at one end") {
    const auto closed = parse_interval("2015..2018");
    REQUIRE(closed);
    CHECK(date_of(*closed->last).to_string() == "2018-12-31");
    CHECK_FALSE(parse_interval("2015..")->last);
    CHECK_FALSE(parse_interval("..2018-03")->first);
    CHECK_FALSE(parse_interval(".."));
    CHECK_FALSE(parse_interval("2018..2015"));
}
