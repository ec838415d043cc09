#include "ingest/documents/json/articles.hpp"

#include <doctest/doctest.h>

#include "ingest/documents/unusable_input.hpp"

using kith::InputPosition;
using kith::parse_json_article;
using kith::UnusableInput;

namespace {

kith::text::Article parse(const std::string& object, std::string* note = nullptr) {
    return parse_json_article(object, InputPosition{"a.jsonl", 7}, [&](const kith::Note& told) {
        if (note) *note = to_string(told.position) + ": " + told.text;
    });
}

std::string problem(const std::string& line) {
    try {
        parse(line);
    } catch (const UnusableInput& unusable) {
        return unusable.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("the members of an object make an article") {
    const auto article = parse(
        R"({"id": 17, "title": "T", "byline": "Ann Lee", "publisher": "Example Times", "date": "Nov. 21, 2023",
            "text": "Kyiv \u2013 it began.", "nested": {"text": "not this", "title": ["nor this"]}})");
    CHECK(article.location == "a.jsonl#17");
    CHECK(article.title == "T");
    CHECK(article.byline == "Ann Lee");
    CHECK(article.publisher == "Example Times");
    CHECK(article.published == "2023-11-21");
    CHECK(article.text == "Kyiv \u2013 it began.");
}

TEST_CASE("an article without id is found by its line") {
    CHECK(parse(R"({"text": "It began."})").location == "a.jsonl:7");
}

TEST_CASE("what is no article is told with its place") {
    CHECK(problem("{\"text\": }").starts_with("a.jsonl:7:10: not JSON: syntax error"));
    CHECK(problem("{\"text\": \"\xFF\"}").starts_with("a.jsonl:7:11: not JSON: syntax error"));
    CHECK(problem("").starts_with("a.jsonl:7:1: not JSON: syntax error"));
    CHECK(problem("[1]") == "a.jsonl:7: expected an object, found an array without one");
    CHECK(problem("3") == "a.jsonl:7: expected an object");
    CHECK(problem("{}") == "a.jsonl:7: no \"text\"");
    CHECK(problem(R"({"text": null})") == "a.jsonl:7: no \"text\"");
    CHECK(problem(R"({"text": "Subscribe"})") == "a.jsonl:7: \"text\" holds no article");
}

TEST_CASE("an article whose date cannot be read is read as undated, and a note says so") {
    std::string note;
    CHECK(parse(R"({"text": "It began.", "date": "soon"})", &note).published.empty());
    CHECK(note.starts_with("a.jsonl:7: \"soon\" is not a date"));
    note.clear();
    CHECK(parse(R"({"text": "It began.", "pubDate": "Tue Dec 30, 2014 9:21am"})", &note).published == "2014-12-30");
    CHECK(parse(R"({"text": "It began.", "published": 1419931260})", &note).published == "2014-12-30");
    CHECK(note.empty());
}

TEST_CASE("the names that other tools give an article's parts are understood") {
    const auto article = parse(R"({"source": {"id": null, "name": "Example Times"}, "authors": ["Ann Lee", "Bo Ray"],
        "headline": "Talks open", "url": "https://example.com/17", "publishedAt": "2014-12-30T09:21:00Z",
        "content": "Talks open in Athens on Tuesday."})");
    CHECK(article.location == "https://example.com/17");
    CHECK(article.publisher == "Example Times");
    CHECK(article.byline == "Ann Lee, Bo Ray");
    CHECK(article.title == "Talks open");
    CHECK(article.published == "2014-12-30");
    CHECK(article.text == "Talks open in Athens on Tuesday.");
    CHECK(parse(R"({"source": "https://example.com/18", "body": "It began."})").location == "https://example.com/18");
    CHECK(parse(R"({"source": "Example Times", "body": "It began."})").publisher == "Example Times");
    CHECK(parse(R"({"content": "Not this.", "text": "It began."})").text == "It began.");
    CHECK(parse(R"({"text": ["It began.", "It went on."]})").text == "It began.\n\nIt went on.");
}

TEST_CASE("HTML in text and title becomes plain text") {
    CHECK(parse(R"({"text": "<p>Talks <b>open</b> in Athens&nbsp;today.</p><script>x()</script><p>It began.</p>"})")
              .text == "Talks open in Athens today.\n\nIt began.");
    CHECK(
        parse(R"({"text": "Talks &#8211; at last &amp; again.\n\nThey <b>began</b> today.\nIt rained all day there."})")
            .text == "Talks \u2013 at last & again.\n\nThey began today.\n\nIt rained all day there.");
    CHECK(parse(R"({"text": "&lt;p&gt;It began.&lt;/p&gt;"})").text == "It began.");
    CHECK(parse(R"({"text": "It cost <5 euros & more, AT&T said; a<b."})").text ==
          "It cost <5 euros & more, AT&T said; a<b.");
    CHECK(parse(R"({"title": "<b>Talks</b> &amp; more", "text": "It began."})").title == "Talks & more");
    CHECK(
        parse(
            R"({"text": "<html><body><nav>Menu</nav><article><p>It began in Athens today.</p></article></body></html>"})")
            .text == "It began in Athens today.");
}

TEST_CASE("nesting is bounded") {
    const auto nested = [](std::size_t depth) {
        return "{\"a\": " + std::string(depth, '[') + std::string(depth, ']') + ", \"text\": \"It began.\"}";
    };
    CHECK(problem(nested(63)) == "none");
    CHECK(problem(nested(64)) == "a.jsonl:7: nested deeper than 64 levels");
    CHECK(problem("{\"a\": " + std::string(1'000'000, '[')) == "a.jsonl:7: nested deeper than 64 levels");
}
