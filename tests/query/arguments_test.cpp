// What other programs ask with: read from text and JSON, checked, and described as a JSON Schema.
#include "query/ask/arguments.hpp"

#include <doctest/doctest.h>

#include <random>

#include "query/words.hpp"

using namespace kith;

namespace {

const std::vector<Parameter> parameters = {
    {.name = "from", .meaning = "the entity to start from", .required = true},
    {.name = "status", .type = ArgumentType::texts, .meaning = "these only", .choices = {"actual", "planned"}},
    {.name = "speaker", .type = ArgumentType::texts, .meaning = "who says so"},
    {.name = "max_hops",
     .type = ArgumentType::integer,
     .meaning = "the longest",
     .least = 1,
     .most = 100,
     .usual = "6"},
    {.name = "claim", .type = ArgumentType::integer, .meaning = "a number"},
    {.name = "min_confidence", .type = ArgumentType::number, .meaning = "at least so sure", .most = 1.0},
    {.name = "directed", .type = ArgumentType::flag, .meaning = "one way", .usual = "false"},
};

using Words = std::vector<std::string>;

// The message and the next step of the Error that the action throws.
template <typename Action>
std::string error_of(const Action& action) {
    try {
        action();
    } catch (const Error& error) {
        return std::string(error.what()) + " / " + error.next_step();
    }
    return "no error";
}

std::string reading_error(const std::string& text) {
    return error_of([&] { Arguments::from_text(text); });
}

std::string check_error(const Json& object) {
    return error_of([&] { Arguments::from_json(object).completed(parameters); });
}

}  // namespace

TEST_CASE("arguments in a text are pairs by commas, with values by bars") {
    const Arguments read = Arguments::from_text("from=Wagner Group , max_hops = 4,status=actual|planned,directed=true");
    CHECK(read.text("from") == "Wagner Group");
    CHECK(read.integer("max_hops") == 4);
    CHECK(read.texts("status") == Words{"actual", "planned"});
    CHECK(read.flag("directed"));
    CHECK_FALSE(read.has("to"));
    CHECK(read.text("to").empty());
    CHECK(read.integer("count") == 0);
    CHECK(read.number("min_confidence") == 0.0);
    read.completed(parameters);
}

TEST_CASE("an empty text holds no arguments, and lines may break anywhere between them") {
    CHECK_FALSE(Arguments::from_text("").has("from"));
    CHECK_FALSE(Arguments::from_text(" \n\t ").has("from"));
    const Arguments read = Arguments::from_text("\n  max_hops=4\r\n,\n  from = Iran \n");
    CHECK(read.integer("max_hops") == 4);
    CHECK(read.text("from") == "Iran");
}

TEST_CASE("a value in quotation marks may hold commas, bars and quotation marks") {
    const Arguments read = Arguments::from_text(R"(speaker="Kirby, John"|"a|b" , from="the ""Wagner"" group" ,)");
    CHECK(read.texts("speaker") == Words{"Kirby, John", "a|b"});
    CHECK(read.text("from") == "the \"Wagner\" group");
    CHECK(Arguments::from_text("from=\"\"").texts("from") == Words{""});
}

TEST_CASE("an argument given twice has both values") {
    const Arguments read = Arguments::from_text("status=actual,status=planned");
    CHECK(read.texts("status") == Words{"actual", "planned"});
}

TEST_CASE("an error in a text names the column") {
    const std::string how = " / Write them like max_hops=4,status=actual|planned.";
    CHECK(reading_error("Wagner") == "options, column 1: a name and = are missing" + how);
    CHECK(reading_error("from=Iran,to") == "options, column 11: a name and = are missing" + how);
    CHECK(reading_error("from=Iran,,to=Mali") == "options, column 11: a name and = are missing" + how);
    CHECK(reading_error(" =4") == "options, column 2: the name before = is missing" + how);
    CHECK(reading_error("from=\"Iran") == "options, column 6: a quotation mark is open" + how);
    CHECK(reading_error("from=\"") == "options, column 6: a quotation mark is open" + how);
    CHECK(reading_error("from=\"Iran\" x") == "options, column 13: a comma is missing" + how);
    CHECK(reading_error("a|b=c") == "options, column 1: a name and = are missing" + how);
}

TEST_CASE("arguments of more than 64 kB are refused") {
    const std::string fits = "from=" + std::string(60'000, 'x');
    CHECK(Arguments::from_text(fits).text("from").size() == 60'000);
    CHECK(reading_error("from=" + std::string(70'000, 'x')) ==
          "the options are longer than 64 kB / Ask for less at once.");
    const std::string too_many = ": too many values, or more than 64 kB of them / Ask for less at once.";
    CHECK(check_error({{"from", std::string(70'000, 'x')}}) == "from" + too_many);
    Json list = Json::array();
    for (int i = 0; i < 30; ++i) list.push_back(std::string(3'000, 'x'));
    CHECK(check_error({{"speaker", list}}) == "speaker" + too_many);
    CHECK(check_error({{std::string(70'000, 'n'), "x"}}) == std::string(100, 'n') + too_many);
    std::string bars = "speaker=";
    for (int i = 0; i < 4500; ++i) bars += "x|";
    CHECK(reading_error(bars) == "speaker" + too_many);
}

TEST_CASE("no text of odd bytes does worse than throw an Error") {
    std::mt19937 random(4);
    const std::string bytes = std::string("ab=,|\"  \n\0\xff\xc3\xa9\xe2", 14);
    int good = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t size = random() % 24; size > 0; --size) text += bytes[random() % bytes.size()];
        try {
            const Arguments read = Arguments::from_text(text);
            ++good;
            read.completed(parameters);
        } catch (const Error& error) {
            CHECK_FALSE(error.next_step().empty());
        }
    }
    CHECK(good > 100);
}

TEST_CASE("arguments in JSON are texts, numbers, true, false and lists of these") {
    const Arguments read = Arguments::from_json({{"from", "Wagner"},
                                                 {"status", {"actual", "planned"}},
                                                 {"speaker", nullptr},
                                                 {"max_hops", 4},
                                                 {"min_confidence", 0.25},
                                                 {"directed", true}});
    read.completed(parameters);
    CHECK(read.text("from") == "Wagner");
    CHECK(read.texts("status") == Words{"actual", "planned"});
    CHECK_FALSE(read.has("speaker"));
    CHECK(read.integer("max_hops") == 4);
    CHECK(read.number("min_confidence") == 0.25);
    CHECK(read.flag("directed"));
    CHECK_FALSE(Arguments::from_json(nullptr).has("from"));
}

TEST_CASE("a number without a fraction is a whole number however it is written, as in JSON Schema") {
    const Arguments read = Arguments::from_json(Json::parse(R"({"from": "Iran", "max_hops": 4.0, "claim": 2e3})"));
    read.completed(parameters);
    CHECK(read.integer("max_hops") == 4);
    CHECK(read.integer("claim") == 2000);
}

TEST_CASE("arguments are one JSON object, and not nested") {
    const std::string no_object =
        "the arguments are no JSON object / Write them like {\"from\": \"Wagner\", \"to\": \"Iran\"}.";
    CHECK(check_error(Json::array({1})) == no_object);
    CHECK(check_error("from=Wagner") == no_object);
    const std::string nested = ": a list or an object cannot stand here / Give a text, a number, true or false.";
    CHECK(check_error({{"from", {{"name", "Wagner"}}}}) == "from" + nested);
    CHECK(check_error({{"status", Json::array({Json::array({"actual"})})}}) == "status" + nested);
    CHECK(check_error({{"status", Json::array({nullptr})}}) == "status" + nested);
}

TEST_CASE("what is not given is completed by what is usual, and only that") {
    const Arguments whole = Arguments::from_text("from=Iran").completed(parameters);
    CHECK(whole.integer("max_hops") == 6);
    CHECK(whole.has("directed"));
    CHECK_FALSE(whole.flag("directed"));
    CHECK_FALSE(whole.has("claim"));
    CHECK(Arguments::from_text("from=Iran,max_hops=3").completed(parameters).integer("max_hops") == 3);
}

TEST_CASE("a number in JSON stands for the entity that has it") {
    const std::vector<Parameter> entities = {{.name = "entities", .type = ArgumentType::entities, .meaning = "who"},
                                             {.name = "claim", .type = ArgumentType::integer, .meaning = "a number"}};
    const Arguments whole = Arguments::from_json({{"entities", {17, "17"}}, {"claim", 17}}).completed(entities);
    CHECK(whole.texts("entities") == Words{"#17", "17"});
    CHECK(whole.integer("claim") == 17);
}

TEST_CASE("an error calls an argument as it was called where it was given") {
    Arguments given = Arguments::from_text("from=Iran,max_hops=0");
    given.call("max_hops", "--max-hops");
    CHECK(error_of([&] { given.completed(parameters); }).starts_with("--max-hops: \"0\" is none of its values"));
}

TEST_CASE("an argument that is not known is told from a misspelt one") {
    CHECK(check_error({{"from", "Iran"}, {"max_hop", 3}}) ==
          "there is no argument \"max_hop\" here / Did you mean max_hops?");
    CHECK(check_error({{"colour", "red"}}) ==
          "there is no argument \"colour\" here / There are from, status, speaker, max_hops, claim, min_confidence, "
          "directed.");
}

TEST_CASE("a value of the wrong type is refused with what the argument takes") {
    const auto error = [](const std::string& name, const Json& value) {
        return check_error({{"from", "Iran"}, {name, value}});
    };
    CHECK(error("status", "plannd") == "status: \"plannd\" is none of its values / Did you mean planned?");
    CHECK(error("status", "") == "status: \"\" is none of its values / It takes actual, planned.");
    CHECK(error("max_hops", 0) == "max_hops: \"0\" is none of its values / It takes a whole number from 1 to 100.");
    CHECK(error("max_hops", "four") ==
          "max_hops: \"four\" is none of its values / It takes a whole number from 1 to 100.");
    CHECK(error("max_hops", 4.5) == "max_hops: \"4.5\" is none of its values / It takes a whole number from 1 to 100.");
    CHECK(error("claim", "99999999999999999999") ==
          "claim: \"99999999999999999999\" is none of its values / It takes a whole number.");
    CHECK(error("min_confidence", 1.5) ==
          "min_confidence: \"1.5\" is none of its values / It takes a number from 0 to 1.");
    CHECK(error("min_confidence", "nan") ==
          "min_confidence: \"nan\" is none of its values / It takes a number from 0 to 1.");
    CHECK(error("directed", "maybe") == "directed: \"maybe\" is none of its values / It takes true or false.");
    CHECK(error("max_hops", {1, 2}) == "max_hops: it takes one value only / Give a whole number from 1 to 100.");
    CHECK(error("max_hops", 4) == "no error");
}

TEST_CASE("a required argument is missing where it is not given, null or empty") {
    const std::string missing = "the argument \"from\" is missing / It is the entity to start from.";
    CHECK(check_error(Json::object()) == missing);
    CHECK(check_error({{"from", nullptr}}) == missing);
    CHECK(check_error({{"from", Json::array()}}) == missing);
    CHECK(check_error({{"from", ""}}) == missing);
}

TEST_CASE("a parameter becomes a JSON Schema") {
    const Json schema = schema_of(parameters);
    CHECK(schema["type"] == "object");
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["required"] == Json::array({"from"}));
    CHECK(schema["properties"].size() == parameters.size());
    const auto property = [&](const char* name) { return schema["properties"][name].dump(); };
    CHECK(property("from") == R"({"type":"string","description":"the entity to start from"})");
    CHECK(property("status") ==
          R"({"type":"array","items":{"type":"string","enum":["actual","planned"]},"description":"these only"})");
    CHECK(property("max_hops") ==
          R"({"type":"integer","minimum":1,"maximum":100,"description":"the longest","default":6})");
    CHECK(property("claim") == R"({"type":"integer","description":"a number"})");
    CHECK(property("min_confidence") ==
          R"({"type":"number","minimum":0.0,"maximum":1.0,"description":"at least so sure"})");
    CHECK(property("directed") == R"({"type":"boolean","description":"one way","default":false})");
    CHECK(schema_of({}).dump() == R"({"type":"object","properties":{},"required":[],"additionalProperties":false})");
}
