#include "ingest/documents/paragraphs.hpp"

#include <doctest/doctest.h>

using kith::split_paragraphs;
using Paragraphs = std::vector<std::string>;

TEST_CASE("a line is a paragraph where lines are not broken to a width") {
    CHECK(split_paragraphs("First paragraph.\nSecond paragraph, a longer one.\n\nThird.") ==
          Paragraphs{"First paragraph.", "Second paragraph, a longer one.", "Third."});
}

TEST_CASE("lines broken to a width are joined, and indentation or a short last line ends a paragraph") {
    CHECK(split_paragraphs("Iraq's parliament elected Abdul Latif Rashid as president on Thursday,\n"
                           "ending a year of deadlock between the parties that had won the vote in\n"
                           "October 2021.\n"
                           "The new head of state named Mohammed Shia al-Sudani prime minister at\n"
                           "once, and gave him a month to form a government that could find a\n"
                           "majority.\n"
                           "    Rockets had landed near the building in Baghdad before the session\n"
                           "began.\n") ==
          Paragraphs{"Iraq's parliament elected Abdul Latif Rashid as president on Thursday, ending a year of deadlock "
                     "between the parties that had won the vote in October 2021.",
                     "The new head of state named Mohammed Shia al-Sudani prime minister at once, and gave him a month "
                     "to form a government that could find a majority.",
                     "Rockets had landed near the building in Baghdad before the session began."});
}

TEST_CASE("a line that breaks off within a sentence goes on in lower case") {
    CHECK(split_paragraphs("The ministers of the two countries met in Geneva on Monday and\nagreed to talk again.") ==
          Paragraphs{"The ministers of the two countries met in Geneva on Monday and agreed to talk again."});
    CHECK(split_paragraphs("tags\nwar\npeace") == Paragraphs{"tags", "war", "peace"});
}

TEST_CASE("white space of all kinds is evened out, and invisible characters go") {
    CHECK(split_paragraphs("\tA\u00A0 b\u200B c\u00AD d \r\nE\u2028F\rG\u0007") ==
          Paragraphs{"A b c d", "E", "F", "G"});
    CHECK(split_paragraphs("می\u200Cخواهم") == Paragraphs{"می\u200Cخواهم"});  // the joiner is part of the word
    CHECK(split_paragraphs(" \n\t\n") == Paragraphs{});
}
