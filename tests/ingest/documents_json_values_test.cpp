#include "ingest/documents/json/values.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "temporary_directory.hpp"

using kith::Input;
using kith::JsonValues;

namespace {

using Values = std::vector<std::string>;

// Each value as "LINE: text" or "LINE:COLUMN: text"; one that is too long as "LINE: !".
Values values_of(const std::string& text, std::size_t limit = 1000) {
    const kith::test::TemporaryDirectory directory;
    const std::string path = directory.write("a.json", text);
    Input input(path);
    JsonValues reader(input, "f", limit);
    Values values;
    while (reader.next()) {
        values.push_back(to_string(reader.position()).substr(2) + ": " +
                         (reader.too_long() ? "!" : std::string(reader.text())));
    }
    return values;
}

}  // namespace

TEST_CASE("each line of JSON Lines is a value, and a broken one does not spoil the next") {
    CHECK(values_of("{\"a\": 1}\n\n{\"a\": \"}{\\\"\"}\r\n") == Values{"1: {\"a\": 1}", "3: {\"a\": \"}{\\\"\"}"});
    CHECK(values_of("{\"a\": \"cut off\n{\"a\": 2}") == Values{"1: {\"a\": \"cut off", "2: {\"a\": 2}"});
    CHECK(values_of("{\"a\": 1}\n{\"a\": [\n{\"a\": 3}") == Values{"1: {\"a\": 1}", "2: {\"a\": [", "3: {\"a\": 3}"});
    CHECK(values_of("3\n{\"a\": 1} 5\n") == Values{"1: 3", "2: {\"a\": 1}", "2:10: null"});
    CHECK(values_of("") == Values{});
}

TEST_CASE("objects may be written over several lines") {
    CHECK(values_of("{\n  \"a\": 1\n}\n{\n \"b\": {}\n}\n") == Values{"1: {\n  \"a\": 1\n}", "4: {\n \"b\": {}\n}"});
}

TEST_CASE("the elements of an array are values, on one line or several") {
    CHECK(values_of("[{\"a\": 1}, {\"a\": [2]}]") == Values{"1:2: {\"a\": 1}", "1:12: {\"a\": [2]}"});
    CHECK(values_of("\xEF\xBB\xBF[\n{\"a\": 1},\n{\"a\": 2}\n]\n") == Values{"2: {\"a\": 1}", "3: {\"a\": 2}"});
}

TEST_CASE("an object may hold the articles") {
    const Values both = {"1:31: {\"text\": \"x\"}", "1:45: {\"text\": \"y\"}"};
    CHECK(values_of(R"({"status": "ok", "articles": [{"text": "x"},{"text": "y"}], "more": [{"text": "z"}]})") == both);
    CHECK(values_of("{\n\"items\": [\n{\"text\": \"x\"}\n]}\n") == Values{"3: {\"text\": \"x\"}"});
}

TEST_CASE("an article that has a list of its own stays one value") {
    const std::string article = R"({"text": "x", "items": [{"text": "y"}]})";
    CHECK(values_of(article) == Values{"1: " + article});
    const std::string tagged = R"({"items": ["y"], "text": "x"})";
    CHECK(values_of(tagged) == Values{"1: " + tagged});
    for (const std::string late :
         {R"({"items": [{"text": "y"}, 3], "id": 1, "text": "x"})", R"({"items": [{}], "text": "x"})"}) {
        CHECK(values_of(late) == Values{"1: " + late});
        CHECK(values_of("[" + late + "]") == Values{"1:2: " + late});
    }
}

TEST_CASE(
    "articles that an object holds come one by one, however long it is, what precedes them, and where it breaks off") {
    const auto file_of = [](const std::string& before, const std::string& after) {
        std::string file = "{\n" + before + "\"articles\": [";
        Values values;
        for (int i = 0; i < 40; ++i) {
            const std::string article = "{\"text\": \"" + std::string(static_cast<std::size_t>(i), 'x') + "\"}";
            file += (i == 0 ? "\n" : ",\n") + article;
            values.push_back(std::to_string(before.empty() ? i + 3 : i + 4) + ": " + article);
        }
        return std::pair(file + after, values);
    };
    for (const std::size_t limit : {60U, 100U, 1000U, 100'000U}) {
        CAPTURE(limit);
        for (const std::string& before : {std::string(), "\"about\": \"" + std::string(500, 'y') + "\",\n"}) {
            const auto [whole, values] = file_of(before, "],\n\"more\": [{\"a\": 1}]}\n");
            CHECK(values_of(whole, limit) == values);
            const auto [broken, all] = file_of(before, ",\n{\"text\": \"cut");
            Values with_rest = all;
            with_rest.push_back((before.empty() ? "43" : "44") + std::string(": {\"text\": \"cut"));
            CHECK(values_of(broken, limit) == with_rest);
        }
    }
    CHECK(values_of(R"({"articles": [{"a": 1}, "x y", 2]})") == Values{"1:15: {\"a\": 1}", "1:25: null", "1:32: null"});
}

TEST_CASE("what is no object is given out, to be complained of") {
    CHECK(values_of("[]") == Values{"1: []"});
    CHECK(values_of("[{\"a\": 1}, \"x y\", 2]") == Values{"1:2: {\"a\": 1}", "1:12: null", "1:19: null"});
    CHECK(values_of("{\n\"a\": [\n1") == Values{"1: {\n\"a\": [\n1"});
}

TEST_CASE("a value that is too long is told, and the next is read") {
    const std::string long_one = "{\"a\": \"" + std::string(2000, 'x') + "\"}";
    CHECK(values_of(long_one + "\n{\"a\": 1}\n") == Values{"1: !", "2: {\"a\": 1}"});
    CHECK(values_of("[" + long_one + ",\n{\"a\": 1}]") == Values{"1:2: !", "2: {\"a\": 1}"});
}
