#include "ingest/documents/html/article.hpp"

#include <doctest/doctest.h>

#include "ingest/documents/html/bounds.hpp"
#include "ingest/documents/unusable_input.hpp"

using kith::read_html_article;
using kith::require_bounded_html;
using kith::UnusableInput;
using kith::text::Article;

namespace {

const std::string first =
    "The foreign ministers of Turkey and Greece met in Athens on Tuesday and agreed to open direct talks.";
const std::string second = "It was the first visit of a Turkish minister in three years, officials in Athens said.";

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

std::string text_of(const std::string& html) {
    return read_html_article(html, "a.html").text;
}

}  // namespace

TEST_CASE("the article is found among the page's other text by its paragraphs") {
    CHECK(text_of("<body><div class=top><a href=/>Home</a> <a href=/w>World</a></div>"
                  "<div><p>Short.</p></div><div class=story><div><p>" +
                  first + "</p><p>" + second +
                  "</p></div></div>"
                  "<ul><li><a href=/1>Ten ways to peel an onion</a></li></ul></body>") == first + "\n\n" + second);
}

TEST_CASE("inline elements stay within a paragraph, and blocks and breaks end it") {
    CHECK(text_of(
              "<article>The <b>foreign</b> <a href=x>ministers</a> of Turkey\n and\tGreece met in <i>Athens</i>.<br>"
              "They agreed to open talks.<h2>What next</h2><div>The talks begin in <span>May</span>, Athens said.</div>"
              "</article>") ==
          "The foreign ministers of Turkey and Greece met in Athens.\n\nThey agreed to open talks.\n\nWhat next\n\n"
          "The talks begin in May, Athens said.");
}

TEST_CASE("entities are letters, and what is hidden or no text goes") {
    CHECK(text_of("<article><p>Erdo&#287;an &amp; Mitsotakis met in Athens on Tuesday.</p><p hidden>Not this one, it "
                  "is hidden.</p>"
                  "<p style='display:none'>Nor this one, it is hidden too.</p><script>var p = '<p>no</p>';</script>"
                  "<div class='newsletter-box'><p>Sign up here for all that is new.</p></div></article>") ==
          "Erdo\u011Fan & Mitsotakis met in Athens on Tuesday.");
}

TEST_CASE("meta elements, time and title stand in where there is no JSON-LD") {
    const Article article = read_html_article(
        "<head><title>Talks open in Athens | Example Times</title><meta property='og:site_name' content='Example "
        "Times'>"
        "<meta name=author content='Ann Lee'></head><article><p>" +
            first +
            "</p><time datetime='2024-05-03T10:00Z'>3 May</time>"
            "<p>" +
            second + "</p></article>",
        "a.html");
    CHECK(article.title == "Talks open in Athens");
    CHECK(article.publisher == "Example Times");
    CHECK(article.byline == "Ann Lee");
    CHECK(article.published == "2024-05-03");
}

TEST_CASE("the day of publication is found under the names that sites use") {
    const auto published = [](const std::string& head) {
        return read_html_article("<head>" + head + "</head><article><p>" + first + "</p></article>", "a.html")
            .published;
    };
    CHECK(published("<meta name=DC.date.issued content=2014-12-30>") == "2014-12-30");
    CHECK(published("<meta name='sailthru.date' content='Tue, 30 Dec 2014 09:21:00 +0000'>") == "2014-12-30");
    CHECK(published("<meta name=publish-date content='Tue Dec 30, 2014 9:21am'>") == "2014-12-30");
    CHECK(published("<meta name=pubdate content=20141230>") == "2014-12-30");
    CHECK(published("<meta name=date content='30.12.2014'>") == "2014-12-30");
    CHECK(published("<meta name=REVISION_DATE content='Tue Dec 30, 2014 9:21am'>") == "2014-12-30");
    CHECK(published("<meta name=date content=2020-01-01><meta property=article:published_time content=2014-12-30>") ==
          "2014-12-30");
    CHECK(published("<meta name=REVISION_DATE content=2020-01-01><meta name=pubdate content=20141230>") ==
          "2014-12-30");
    CHECK(published("<meta name=date content='05/06/2014'>") == "");
    CHECK(read_html_article(
              "<article><p>" + first + "</p><span itemprop=datePublished>December 30, 2014</span></article>", "a.html")
              .published == "2014-12-30");
}

TEST_CASE("a lead that stands before the box of the story stays") {
    const std::string story = "<p>" + second + "</p><p>" + second + " Talks go on.</p>";
    const std::string whole = first + "\n\n" + second + "\n\n" + second + " Talks go on.";
    CHECK(text_of("<main><p>" + first + "</p><div>" + story + "</div></main>") == whole);
    CHECK(text_of("<div><p>" + first + "</p><div>" + story + "</div></div>") == whole);
    CHECK(text_of("<main><div class=article-lead>" + first + "</div><div><div>" + story + "</div></div></main>") ==
          whole);
    CHECK(text_of("<main><header><p>" + first + "</p></header><article>" + story + "</article></main>") == whole);
    CHECK(text_of("<main><div class=promo><p>" + first + "</p></div><div>" + story + "</div></main>") ==
          second + "\n\n" + second + " Talks go on.");
}

TEST_CASE("a heading that only names the site is not the title") {
    CHECK(read_html_article("<meta property='og:site_name' content='Example Times'><title>Talks open in Athens</title>"
                            "<h1>Example Times</h1><article><p>" +
                                first + "</p></article>",
                            "a.html")
              .title == "Talks open in Athens");
}

TEST_CASE("the text in JSON-LD is taken where the page itself has none") {
    CHECK(
        text_of("<body><script type='application/ld+json'>{\"@type\": [\"NewsArticle\"], \"headline\": \"Talks open\", "
                "\"articleBody\": \"" +
                first + " " + second + "\"}</script><div id=app></div></body>") ==
        "Talks open\n\n" + first + " " + second);
}

TEST_CASE("broken or deep JSON-LD is passed over") {
    CHECK(text_of("<script type='application/ld+json'>{\"@type\": </script><article><p>" + first + "</p></article>") ==
          first);
    CHECK(text_of("<script type='application/ld+json'>" + repeated("[", 100'000) + "</script><article><p>" + first +
                  "</p></article>") == first);
}

TEST_CASE("the declared encoding of a page is believed") {
    CHECK(text_of("<meta charset=\"windows-1251\"><article><p>\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 "
                  "\xEF\xF0\xE8\xE1\xFB\xEB \xE2 \xCA\xE8\xE5\xE2.</p></article>") == "Президент прибыл в Киев.");
}

TEST_CASE("pages built to exhaust the parser are refused in moments") {
    const auto problem = [](const std::string& html) -> std::string {
        try {
            read_html_article(html, "a.html");
        } catch (const UnusableInput& unusable) {
            return unusable.what();
        }
        return "none";
    };
    const std::string deep = "a.html: not the page of an article: elements nested deeper than 512";
    CHECK(problem(repeated("<div>", 1'000'000)) == deep);
    CHECK(problem(repeated("<p-x>", 1'000'000)) == deep);                       // a name of its own that begins as <p>
    CHECK(problem(repeated("<div></span>", 100'000)) == deep);                  // ends of what is not open
    CHECK(problem("<p a==\">" + repeated("<div>", 1'000'000) + "\"") == deep);  // a quote that opens no value
    CHECK(problem("<script></SCRIPT>" + repeated("<div>", 1'000'000)) == deep);
    CHECK(problem("<!-- --!>" + repeated("<div>", 1'000'000)) == deep);
    CHECK(problem("<svg><div>" + repeated("<path/>", 1'000'000)) == deep);
    CHECK(problem(repeated("<b>", 400) + repeated("<p>x", 1'000'000)) ==
          "a.html: not the page of an article: more than four million elements");
    CHECK(problem("<p" + repeated(" a=1", 1'000'000) + ">") ==
          "a.html: not the page of an article: a tag with over 1000 attributes");
}

TEST_CASE("real constructs do not count as nesting") {
    const std::string file = "a.html";
    CHECK_NOTHROW(require_bounded_html(repeated("<p>a<br><li>b<img src='>'>", 5000), file));
    CHECK_NOTHROW(require_bounded_html("<svg>" + repeated("<path d=''/>", 5000) + "</svg>", file));
    CHECK_NOTHROW(require_bounded_html("<script>" + repeated("if (a<b && c<d) f();", 5000) + "</script>", file));
    CHECK_NOTHROW(require_bounded_html("<!-- " + repeated("<div>", 5000) + " -->", file));
    CHECK_NOTHROW(require_bounded_html("<", file));
    CHECK_NOTHROW(require_bounded_html("<a href='", file));
}
