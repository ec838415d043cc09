#include "graph/written_date.hpp"

#include <doctest/doctest.h>

#include <string>

using kith::find_written_date;
using kith::parse_written_date;
using kith::PartialDate;
using kith::read_date;

namespace {

std::string read(const char* field) {
    const auto date = read_date(field);
    return date ? date->to_string() : "none";
}

}  // namespace

TEST_CASE("dates are read as pages and records write them") {
    for (const char* text : {"2014-12-30",
                             "2014-12-30T09:21:00Z",
                             "2014-12-30 09:21",
                             "2014/12/30",
                             "2014.12.30",
                             "20141230",
                             "20141230T092100Z",
                             "20141230092100",
                             "30.12.2014",
                             "30/12/2014",
                             "30-12-2014",
                             "12/30/2014 09:21",
                             "December 30, 2014",
                             "Dec. 30, 2014",
                             "Dec 30th, 2014",
                             "30 December 2014",
                             "30 Dec, 2014",
                             "30th of December, 2014",
                             "30-DEC-2014 10:47:44.80",
                             "Tue Dec 30, 2014 9:21am",
                             "Tue, 30 Dec 2014 09:21:00 GMT",
                             "Tuesday, December 30, 2014",
                             "Tues 30 Dec 2014",
                             "Tue Dec 30 09:21:00 2014",
                             "Tue Dec 30 09:21:00 EST 2014",
                             "9:21 AM EST, Tue December 30, 2014",
                             "Published: 30.12.2014",
                             "1419931260",
                             "1419931260000",
                             "1419931260.5",
                             " 2014-12-30\n"}) {
        CAPTURE(text);
        CHECK(read(text) == "2014-12-30");
    }
}

TEST_CASE("a date that tells only a month or a year is read as that") {
    CHECK(read("2014-12") == "2014-12");
    CHECK(read("December 2014") == "2014-12");
    CHECK(read("2014") == "2014");
}

TEST_CASE("of two numbers the one above twelve is the day, and where neither is there is no date") {
    CHECK(read("05/06/2014") == "none");
    CHECK(read("05.06.2014") == "none");
    CHECK(read("05/05/2014") == "2014-05-05");
    CHECK(read("13/13/2014") == "none");
    CHECK(read("30/12-2014") == "none");
}

TEST_CASE("what only looks like a date is none") {
    for (const char* text : {"soon", "", "31.04.2014", "2014-02-29T00:00", "12345678", "99999999999999", "30.12.14",
                             "21 soldiers 2023", "May we say so", "room 2014-7", "-5", "12"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("a line is searched for its first full date, from the beginnings of words") {
    const auto found = find_written_date("by Ann Lee November 21, 2023 9:37 PM");
    REQUIRE(found);
    CHECK(found->begin == 11);
    CHECK(found->date.to_string() == "2023-11-21");
    CHECK_FALSE(find_written_date("in November 2023"));
    CHECK_FALSE(find_written_date("x2023-11-21"));
    CHECK_FALSE(parse_written_date("in November 2023"));
}

TEST_CASE("of two numbers the order can be known, and some dates tell it") {
    using kith::DateOrder;
    CHECK(kith::order_told_by("30/12/2014") == DateOrder::day_first);
    CHECK(kith::order_told_by("12.30.14") == DateOrder::month_first);
    CHECK(kith::order_told_by("05/06/2014") == DateOrder::unknown);
    CHECK_FALSE(kith::order_told_by("2014-12-30"));
    CHECK_FALSE(kith::order_told_by("May 2014"));
    CHECK(kith::read_date("05/06/2014", DateOrder::day_first) == PartialDate{2014, 6, 5});
    CHECK(kith::read_date("05/06/2014", DateOrder::month_first) == PartialDate{2014, 5, 6});
    CHECK(kith::read_date("30/12/2014", DateOrder::month_first) == PartialDate{2014, 12, 30});  // as it must be
    CHECK(kith::read_date("13.07.20", DateOrder::day_first) == PartialDate{2020, 7, 13});
    CHECK_FALSE(kith::read_date("13.07.20"));
}
