#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

// Published on a Thursday.
std::string time_in(const std::string& when, const std::string& published = "2024-03-14") {
    const Document document = analysed("Chad attacked Niger " + when + ".", published);
    REQUIRE_FALSE(document.claims.empty());
    return document.claims[0].time;
}

TEST_CASE("dates are told by themselves") {
    CHECK(time_in("in 2015") == "2015");
    CHECK(time_in("on November 2, 2022") == "2022-11-02");
    CHECK(time_in("on 2 November 2022") == "2022-11-02");
}

TEST_CASE("dates are told relative to the publication") {
    CHECK(time_in("on Tuesday") == "2024-03-12");
    CHECK(time_in("on Thursday") == "2024-03-14");
    CHECK(time_in("in January") == "2024-01");
    CHECK(time_in("in June") == "2023-06");
    CHECK(time_in("last year") == "2023");
    CHECK(time_in("yesterday") == "2024-03-13");
}

TEST_CASE("the publication's date is never passed off as the time") {
    CHECK(time_in("again").empty());
    CHECK(time_in("on Tuesday", "").empty());
}

TEST_CASE("a day that the calendar lacks leaves the month") {
    CHECK(time_in("on February 31, 2022") == "2022-02");
}

}  // namespace
}  // namespace kith::text
