#include "ingest/documents/article_cleaner.hpp"

#include <doctest/doctest.h>

#include "graph/error.hpp"
#include "ingest/documents/boilerplate.hpp"

using kith::Boilerplate;
using kith::clean_article;
using kith::text::Article;

namespace {

const std::string first = "The foreign ministers of Turkey and Greece met in Athens and agreed to open direct talks.";
const std::string second = "It was the first visit of a Turkish minister in three years, officials in Athens said.";
const std::string third =
    "Both governments had recalled their ambassadors after a quarrel over gas fields near Crete, which the court in "
    "The Hague is to decide on next year, a lawyer for Greece told a parliamentary committee.";
const std::string story = first + "\n\n" + second + "\n\n" + third;

std::string cleaned(const std::string& page) {
    return clean_article(page, Article{}).text;
}

}  // namespace

TEST_CASE("a plain article passes unchanged") {
    CHECK(cleaned(story) == story);
    CHECK(cleaned("Wagner arms Hezbollah") == "Wagner arms Hezbollah");
}

TEST_CASE("cleaning twice changes nothing") {
    const std::string once =
        cleaned("Menu\nShare\nGreece and Turkey open talks\nBy Ann Lee\n" + story + "\nComments\nNo.");
    CHECK(cleaned(once) == once);
}

TEST_CASE("menus above the title go, and the title is known by the story's words") {
    const Article article = clean_article(
        "Home\nHow to bake bread at high altitude\nGreece and Turkey open talks in Athens\nShare\n" + story, {});
    CHECK(article.title == "Greece and Turkey open talks in Athens");
    CHECK(article.text == article.title + "\n\n" + story);
}

TEST_CASE("a title that is known already is not sought") {
    Article known;
    known.title = "Athens hosts minister";
    const Article article = clean_article("Greece and Turkey open talks in Athens\n\n" + story, known);
    CHECK(article.title == "Athens hosts minister");
    CHECK(article.text == "Greece and Turkey open talks in Athens\n\n" + story);
}

TEST_CASE("what a page says of itself is believed where nothing else is known") {
    const std::string page =
        "Greece and Turkey open talks\nBy Ann Lee May 3, 2024\n" + story + "\n\u00A9 2024 Example Times";
    const Article found = clean_article(page, {});
    CHECK(found.byline == "Ann Lee");
    CHECK(found.publisher == "Example Times");
    CHECK(found.published == "2024-05-03");

    Article known;
    known.publisher = "Other Times";
    CHECK(clean_article(page, known).publisher == "Other Times");
}

TEST_CASE("names above the name of a publisher are the byline") {
    const Article article = clean_article("Ann Lee\nReuters\n" + story, {});
    CHECK(article.byline == "Ann Lee");
    CHECK(article.publisher == "Reuters");
    CHECK(article.text == story);
    CHECK(clean_article("Ministers Of Greece And Turkey\nReuters\n" + story, {}).title ==
          "Ministers Of Greece And Turkey");
}

TEST_CASE("headings within the story stay, buttons and boxes go") {
    CHECK(cleaned(first + "\n\nWhat comes next\n\n" + second +
                  "\n\nADVERTISEMENT\n\nRead also\nTen ways to peel an onion\n\n" + third) ==
          first + "\n\nWhat comes next\n\n" + second + "\n\n" + third);
}

TEST_CASE("the article ends where the feed of other news begins, but not before it has begun") {
    CHECK(cleaned(story + "\n\nMore news\n\nThe mayor of Lima opened a new bridge across the river on Sunday.") ==
          story);
    CHECK(cleaned("Latest news\nGreece and Turkey open talks\n" + story) == "Greece and Turkey open talks\n\n" + story);
}

TEST_CASE("a note on the author goes, unless the story names that person") {
    const Article article = clean_article(story + "\n\nAnn Lee is a reporter for Example Times.", {});
    CHECK(article.text == story);
    CHECK(article.byline == "Ann Lee");

    const std::string named = story + "\n\nThe police held Ann Lee.\n\nAnn Lee is a reporter for Example Times.";
    CHECK(cleaned(named) == named);
}

TEST_CASE("paragraphs that stand twice stand once") {
    CHECK(cleaned(story + "\n\n" + first) == story);
}

TEST_CASE("a page of boilerplate alone has no text") {
    CHECK(cleaned("Skip to content\nHome\nWorld\nSubscribe\n* indicates required\n12 comments\n") == "");
    CHECK(cleaned("") == "");
}

TEST_CASE("boilerplate is found without regard to case, numbers, quotes and marks") {
    const Boilerplate& boilerplate = Boilerplate::builtin();
    CHECK(boilerplate.part("5 min read") == Boilerplate::Part::line);
    CHECK(boilerplate.part("\u00BB EDITORS\u2019 PICKS:") == Boilerplate::Part::tail);
    CHECK(boilerplate.part("More than 200 soldiers fell.") == Boilerplate::Part::none);
    CHECK(boilerplate.part("More: Ten ways to peel an onion") == Boilerplate::Part::line);
    CHECK(boilerplate.part("------") == Boilerplate::Part::line);
}

TEST_CASE("an error in the table of boilerplate is told with its line") {
    CHECK_THROWS_WITH_AS(Boilerplate::parse("# match\tphrase\nmiddle\tshare\n", "f.tsv"),
                         "f.tsv:2: unknown match \"middle\"", kith::Error);
}

TEST_CASE("a megabyte of short lines, or of one, takes no more than moments") {
    std::string lines;
    for (int i = 0; i < 100'000; ++i) lines += "Share this\nA line " + std::to_string(i) + "\n";
    CHECK(cleaned(lines).size() > 1'000'000);
    CHECK(cleaned(std::string(4'000'000, 'x')).size() == 4'000'000);
    std::string words;
    for (int i = 0; i < 1'000'000; ++i) words += "a ";
    CHECK(cleaned(words).size() == words.size() - 1);
}
