#include "ingest/documents/credits.hpp"

#include <doctest/doctest.h>

using kith::author_of_note;
using kith::Credits;
using kith::dateline_publisher;
using kith::parse_credit_line;
using kith::without_photo_credit;

namespace {

void check_credits(std::string_view line, std::string_view byline, std::string_view publisher, std::string_view date) {
    CAPTURE(line);
    const auto credits = parse_credit_line(line);
    REQUIRE(credits);
    CHECK(credits->byline == byline);
    CHECK(credits->publisher == publisher);
    CHECK(credits->published == date);
}

}  // namespace

TEST_CASE("lines of credits tell author, publisher and date") {
    check_credits("by Ann Lee November 21, 2023 9:37 PM 1 min read", "Ann Lee", "", "2023-11-21");
    check_credits("By Ann Lee and Bo Ray", "Ann Lee and Bo Ray", "", "");
    check_credits("BY ANN LEE | Example Times", "ANN LEE", "Example Times", "");
    check_credits("By Ann Lee, Reuters", "Ann Lee", "Reuters", "");
    check_credits("By Ann Lee \u2022 Published 3 May 2024", "Ann Lee", "", "2024-05-03");
    check_credits("Published: Tuesday, 21 November 2023, 10:15 GMT", "", "", "2023-11-21");
    check_credits("Last updated on 2023-11-21 at 10:15", "", "", "2023-11-21");
    check_credits("Friday, May 3, 2024", "", "", "2024-05-03");
    check_credits("\u00A9 2023 Example Times. All rights reserved.", "", "Example Times", "");
    check_credits("Copyright (c) 2019-2023 Example Times", "", "Example Times", "");
    check_credits("Copyright \u00A9 2019 Example Times, LLC. All rights reserved.", "", "Example Times", "");
    check_credits("USA TODAY", "", "USA TODAY", "");
}

TEST_CASE("sentences are not credits") {
    for (const std::string_view line :
         {"By 2030 the two states want to double their trade.", "By then, half of the city had been destroyed.",
          "On May 3, 2024, the ministers signed the treaty.", "Ann Lee", ""}) {
        CAPTURE(line);
        CHECK_FALSE(parse_credit_line(line));
    }
}

TEST_CASE("names alone on a line are told from other words") {
    CHECK(kith::reads_like_names("Ann Lee and Bo van Ray"));
    CHECK_FALSE(kith::reads_like_names("World"));
    CHECK_FALSE(kith::reads_like_names("the talks in Geneva"));
    CHECK_FALSE(kith::reads_like_names("Talks 2024"));
}

TEST_CASE("a dateline names the agency") {
    CHECK(dateline_publisher("BEIRUT (Reuters) - Lebanon said") == "Reuters");
    CHECK(dateline_publisher("KYIV, Ukraine (AP) \u2014 The army said") == "AP");
    CHECK(dateline_publisher("The Wagner Group (PMC) - a private army") == "");
    CHECK(dateline_publisher("The Organization of Islamic Cooperation (OIC) met") == "");
}

TEST_CASE("the credit of a photograph goes, its caption stays") {
    CHECK(without_photo_credit("Kirby speaks in Washington. (Ann Lee/Reuters)") == "Kirby speaks in Washington.");
    CHECK(without_photo_credit("A tank near Bakhmut. (Photo by Ann Lee)") == "A tank near Bakhmut.");
    CHECK(without_photo_credit("A tank near Bakhmut. Image: Ann Lee.") == "A tank near Bakhmut.");
    CHECK(without_photo_credit("Image copyright AFP Image caption A tank near Bakhmut") == "A tank near Bakhmut");
    CHECK(without_photo_credit("A tank near Bakhmut [Ann Lee/Reuters]") == "A tank near Bakhmut");
    CHECK(without_photo_credit("A tank near Bakhmut. Getty Images") == "A tank near Bakhmut.");
    CHECK(without_photo_credit("(Ann Lee/Reuters)") == "");
    CHECK(without_photo_credit("Talks opened in Geneva. The AFP agency reported it.") ==
          "Talks opened in Geneva. The AFP agency reported it.");
    CHECK(without_photo_credit("The group calls itself Hezbollah (the Party of God)") ==
          "The group calls itself Hezbollah (the Party of God)");
}

TEST_CASE("a note on the author is known by the profession") {
    CHECK(author_of_note("Ann Lee is a reporter for the Example Times. She lives in Kyiv.") == "Ann Lee");
    CHECK(author_of_note("Bo Ray is an award-winning freelance writer based in Riga.") == "Bo Ray");
    CHECK(author_of_note("Ann Lee is a spokeswoman for the ministry.") == "");
    CHECK(author_of_note("Wagner is a threat, the editor of the paper said.") == "");
}
