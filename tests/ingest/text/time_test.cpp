#include <doctest/doctest.h>

#include "ingest/text/actors/actors.hpp"
#include "ingest/text/marked_text.hpp"
#include "ingest/text/text_picture.hpp"
#include "ingest/text/ties/ties.hpp"
#include "ingest/text/ties/time.hpp"

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

TEST_CASE("a word that begins as a weekday does is none") {
    CHECK(time_in("in the sun").empty());
    CHECK(time_in("as they wed").empty());
}

TEST_CASE("the publication's date is never passed off as the time") {
    CHECK(time_in("again").empty());
    CHECK(time_in("on Tuesday", "").empty());
}

TEST_CASE("a day that the calendar lacks leaves the month") {
    CHECK(time_in("on February 31, 2022") == "2022-02");
}

// The time of a tie between the first two names, published on a Thursday.
std::string time_of_tie(const std::string& text, std::string_view relation = "supplies") {
    Document document = marked(text);
    Actors().apply(document);
    tell(document, 0, relation, 1, 1.0);
    tie_tellings(document);
    REQUIRE(document.ties.size() == 1);
    Times().apply(document);
    return document.ties[0].time;
}

TEST_CASE("the time of a saying is not that of the deed") {
    CHECK(
        time_of_tie("Kirby said on Tuesday that [Wagner|armed_group] had sold missiles to [Mali|state] in November.") ==
        "2023-11");
    CHECK(time_of_tie("[Wagner|armed_group] had sold missiles to [Mali|state], Kirby said on Tuesday.").empty());
    CHECK(time_of_tie("[Wagner|armed_group] had sold missiles to [Mali|state], Kirby told reporters on Tuesday.")
              .empty());
    CHECK(time_of_tie("On Tuesday, Kirby said that [Wagner|armed_group] had sold missiles to [Mali|state].").empty());
    CHECK(time_of_tie("Kirby said [Wagner|armed_group] sold missiles to [Mali|state] on Tuesday.") == "2024-03-12");
    CHECK(time_of_tie("On Tuesday, [Wagner|armed_group] sold missiles to [Mali|state], Kirby said.") == "2024-03-12");
    CHECK(time_of_tie("Kirby said Tuesday's sale by [Wagner|armed_group] armed [Mali|state].") == "2024-03-12");
}

TEST_CASE("a deed of words has the time of the words") {
    CHECK(time_of_tie("[Mali|state] said on Tuesday that it condemned [Chad|state].", "criticizes") == "2024-03-12");
}

TEST_CASE("of several dates the nearest counts") {
    const std::string text = "[Chad|state] armed [Mali|state] in 2015 and Iran sold drones to Oman in 2019.";
    CHECK(time_of_tie(text) == "2015");
    CHECK(time_of_tie("Iran sold drones to Oman in 2019 and [Chad|state] armed [Mali|state] in 2015.") == "2015");
}

TEST_CASE("a post is not held on a Tuesday") {
    CHECK(time_of_tie("[Ann Lee|person], minister of [Mali|state], left on Tuesday.", "works_for").empty());
    CHECK(time_of_tie("[Ann Lee|person] was minister of [Mali|state] in 2015.", "works_for") == "2015");
}

TEST_CASE("a weekday and its date are one, and May is a month behind words that lead to one") {
    CHECK(time_of_tie("[Chad|state] armed [Mali|state] on Tuesday, November 21, 2023.") == "2023-11-21");
    CHECK(time_of_tie("[Chad|state] armed [Mali|state] in May.") == "2023-05");
    CHECK(time_of_tie("May [Chad|state] arm [Mali|state]?").empty());
}

}  // namespace
}  // namespace kith::text
