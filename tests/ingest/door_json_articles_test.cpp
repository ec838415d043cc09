#include "ingest/json_articles.hpp"

#include <doctest/doctest.h>

#include "ingest/unusable_input.hpp"

using kith::parse_json_article;
using kith::Place;
using kith::UnusableInput;

namespace {

std::string problem(const std::string& line) {
    try {
        parse_json_article(line, Place{"a.jsonl", 7});
    } catch (const UnusableInput& unusable) {
        return unusable.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("the members of an object make an article") {
    const auto article = parse_json_article(
        R"({"id": 17, "title": "T", "byline": "Ann Lee", "publisher": "Example Times", "date": "Nov. 21, 2023",
            "text": "Kyiv \u2013 it began.", "nested": {"text": "not this", "title": ["nor this"]}})",
        Place{"a.jsonl", 7});
    CHECK(article.location == "a.jsonl#17");
    CHECK(article.title == "T");
    CHECK(article.byline == "Ann Lee");
    CHECK(article.publisher == "Example Times");
    CHECK(article.published == "2023-11-21");
    CHECK(article.text == "Kyiv \u2013 it began.");
}

TEST_CASE("an article without id is found by its line") {
    CHECK(parse_json_article(R"({"text": "It began."})", Place{"a.jsonl", 7}).location == "a.jsonl:7");
}

TEST_CASE("what is no article is told with its place") {
    CHECK(problem("{\"text\": }").starts_with("a.jsonl:7:10: not JSON: syntax error"));
    CHECK(problem("{\"text\": \"\xFF\"}").starts_with("a.jsonl:7:11: not JSON: syntax error"));
    CHECK(problem("").starts_with("a.jsonl:7:1: not JSON: syntax error"));
    CHECK(problem("[1]") == "a.jsonl:7: expected an object, found an array");
    CHECK(problem("3") == "a.jsonl:7: expected an object");
    CHECK(problem("{}") == "a.jsonl:7: no \"text\"");
    CHECK(problem(R"({"text": null})") == "a.jsonl:7: no \"text\"");
    CHECK(problem(R"({"text": "It began.", "date": "soon"})") == "a.jsonl:7: \"date\" is not a date: \"soon\"");
    CHECK(problem(R"({"text": "Subscribe"})") == "a.jsonl:7: \"text\" holds no article");
}

TEST_CASE("nesting is bounded") {
    const auto nested = [](std::size_t depth) {
        return "{\"a\": " + std::string(depth, '[') + std::string(depth, ']') + ", \"text\": \"It began.\"}";
    };
    CHECK(problem(nested(63)) == "none");
    CHECK(problem(nested(64)) == "a.jsonl:7: nested deeper than 64 levels");
    CHECK(problem("{\"a\": " + std::string(1'000'000, '[')) == "a.jsonl:7: nested deeper than 64 levels");
}
