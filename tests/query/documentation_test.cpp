// docs/commands.md and docs/json.md say what the program does: no more, no less.
#include <doctest/doctest.h>
#include <CLI/App.hpp>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "query/ask/filters.hpp"
#include "query/ask/questions.hpp"
#include "query/cli/command.hpp"
#include "query/cli/command_line.hpp"
#include "query/example_store.hpp"

using namespace kith;
using nlohmann::json;

namespace {

std::string page(const std::string& name) {
    return test::read_file(KITH_SOURCE_DIR "/docs/" + name);
}

// What stands between a heading and the next.
std::string section(const std::string& text, const std::string& heading) {
    const std::size_t begin = text.find("\n## " + heading + "\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find("\n## ", begin + 1) - begin);
}

// "--format" and the like, between backticks.
std::set<std::string> options_named_in(const std::string& text) {
    static const std::regex option("`(?:-[a-z] [A-Z]+`, `)?(--[a-z-]+)");
    std::set<std::string> names;
    for (std::sregex_iterator match(text.begin(), text.end(), option), end; match != end; ++match) {
        names.insert((*match)[1]);
    }
    return names;
}

std::set<std::string> options_of(const cli::Command& command) {
    CLI::App app;
    command.declare(app);
    std::set<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.insert("--" + name);
    }
    names.erase("--help");
    return names;
}

void add_keys(const json& value, std::set<std::string>& keys) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) keys.insert(key);
    }
    if (value.is_structured()) {
        for (const auto& member : value) add_keys(member, keys);
    }
}

std::string answer(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    cli::Console console{.out = out, .err = err};
    cli::run_command_line(arguments, console);
    return out.str();
}

// docs/questions.md, as the questions themselves tell it.

std::string code(std::string_view text) {
    return "`" + std::string(text) + "`";
}

// "--most", "-k,--count", or "ENTITY".
std::string option_of(const Parameter& parameter) {
    std::string option(parameter.option.empty() ? "--" + std::string(parameter.name) : std::string(parameter.option));
    if (parameter.option.empty()) std::ranges::replace(option, '_', '-');
    return option;
}

std::string row_of(const Parameter& parameter) {
    std::string takes = what_it_takes(parameter);
    if (parameter.name == "kinds" || parameter.name == "kind") takes = "kinds of entities";
    return "| " + code(parameter.name) + " | " + code(option_of(parameter)) + " | " + takes + " | " +
           (parameter.required        ? "must be given"
            : parameter.usual.empty() ? ""
                                      : code(parameter.usual)) +
           " | " + std::string(parameter.meaning) + " |\n";
}

const std::string table_head = "| argument | option | takes | usual | meaning |\n| --- | --- | --- | --- | --- |\n";

bool is_filter(const Parameter& parameter) {
    const auto filters = search_filter_parameters();
    return std::ranges::find(filters, parameter.name, &Parameter::name) != filters.end();
}

std::string section_of(const Question& question) {
    std::string text = "\n## " + std::string(question.name) + "\n\n" + std::string(question.title) + ". " +
                       std::string(question.summary) + "\n\n";
    text += (question.command.empty() ? "Part of `kith path`" : code("kith " + std::string(question.command))) +
            " · in SQL " + code(function_of(question)) + "\n";
    std::string rows;
    bool has_filters = false;
    for (const Parameter& parameter : question.parameters) {
        const bool is_shared = is_filter(parameter) && question.name != "search";
        has_filters = has_filters || is_shared;
        if (!is_shared) rows += row_of(parameter);
    }
    if (!rows.empty()) text += "\n" + table_head + rows;
    if (has_filters) text += "\nAnd the [filters](#filters).\n";
    text += "\nColumns in SQL: ";
    for (std::size_t i = 0; i < question.columns.size(); ++i) {
        const std::string_view column = question.columns[i];
        text += (i > 0 ? ", " : "") + code(column.substr(0, column.find(' ')));
    }
    return text + ".\n";
}

std::string page_of_questions() {
    std::string text =
        "# What can be asked\n\nOne list of questions, asked alike by the command, C (`kith_ask`), SQL "
        "(`libkith_sqlite`) and assistants (`kith mcp`).\nThis page is made from it: a test writes it anew with "
        "KITH_RECORD=1 and fails where it is not as the program tells.\n\nEntities are named by any name they go by, "
        "with the kind where that helps (`Wagner (place)`), or by number (`#17`). In SQL what\nmust be given are "
        "arguments, in this order, and the rest is one text of options, `'max_hops=4,status=actual|planned'`; counts "
        "of "
        "rows\n(`most`, `members`) are not limited there unless they are given. Besides what is told here every "
        "question "
        "takes `timeout` (`--timeout`): to give up\nafter so many seconds. Answers in JSON: "
        "[json.md](json.md).\n\n## Filters\n\nWhich claims count. `avoid` and `kinds` are for searches from entity to "
        "entity. `kith path` and `kith fragility` call the first two\n`--via` and `--not-via`.\n\n" +
        table_head;
    for (const Parameter& parameter : search_filter_parameters()) text += row_of(parameter);
    for (const Question* question : all_questions()) text += section_of(*question);
    return text;
}

}  // namespace

TEST_CASE("docs/questions.md is made from the questions") {
    if (std::getenv("KITH_RECORD")) std::ofstream(KITH_SOURCE_DIR "/docs/questions.md") << page_of_questions();
    CHECK(page("questions.md") == page_of_questions());
}

TEST_CASE("what is usual stands in the table of the command") {
    const std::string text = page("commands.md");
    for (const Question* question : all_questions()) {
        const std::string about = section(text, "kith " + std::string(question->command));
        for (const Parameter& parameter : question->parameters) {
            if (!is_numeric(parameter.type) || parameter.usual.empty() || question->command.empty()) continue;
            const std::string option = option_of(parameter);
            CAPTURE(question->name);
            CAPTURE(option);
            const std::size_t row = about.find("`" + option.substr(option.rfind(',') + 1) + " N`");
            REQUIRE(row != std::string::npos);
            CHECK(about.substr(row, about.find('\n', row) - row).find("(" + std::string(parameter.usual)) !=
                  std::string::npos);
        }
    }
}

TEST_CASE("every command and option is documented, and no other") {
    const std::string text = page("commands.md");
    const std::set<std::string> filters =
        options_named_in(section(text, "Filters").substr(0, section(text, "Filters").find("Relations are")));
    REQUIRE(filters.contains("--min-sources"));
    for (const cli::Command& command : cli::all_commands()) {
        CAPTURE(command.name);
        const std::string about = section(text, "kith " + std::string(command.name));
        CHECK(about.find("    $ " + std::string(command.example)) != std::string::npos);
        std::set<std::string> documented = options_named_in(about.substr(0, about.find("    $ ")));
        if (about.find("[filters](#filters)") != std::string::npos) documented.insert(filters.begin(), filters.end());
        for (const std::string& option : options_of(command)) {
            CAPTURE(option);
            CHECK(documented.contains(option));
        }
        for (const std::string& option : documented) {
            CAPTURE(option);
            CHECK(options_of(command).contains(option));
        }
    }
}

TEST_CASE("every documented command exists") {
    const std::string text = page("commands.md");
    static const std::regex heading("\n## kith ([a-z]+)\n");
    for (std::sregex_iterator match(text.begin(), text.end(), heading), end; match != end; ++match) {
        const std::string name = (*match)[1];
        CAPTURE(name);
        CHECK(std::ranges::any_of(cli::all_commands(), [&](const cli::Command& each) { return each.name == name; }));
    }
}

TEST_CASE("every key of an answer is documented") {
    const std::string text = page("json.md");
    const std::string data = KITH_SOURCE_DIR "/tests/golden/data/";
    const test::ExampleStore example;
    for (const std::vector<std::string>& question :
         std::vector<std::vector<std::string>>{{"path", "Wagner", "Hezbollah"},
                                               {"show", "Wagner"},
                                               {"claims"},
                                               {"neighbours", "Iran"},
                                               {"timeline", "Wagner"},
                                               {"contradictions"},
                                               {"common", "Wagner", "Russia"},
                                               {"fragility", "Mali", "Iran"},
                                               {"owners", "Wagner", "--relation", "directs", "--blocked-by", "Russia"},
                                               {"rank"},
                                               {"communities"},
                                               {"components"},
                                               {"search", "Kirby"},
                                               {"mentions", "Wagner"},
                                               {"entities"},
                                               {"who", "Wagner"},
                                               {"evidence", "1"},
                                               {"document", "1"},
                                               {"index"},
                                               {"export"},
                                               {"relations", "supplies"},
                                               {"stats"},
                                               {"stats", "--documents"},
                                               {"evaluate", data + "gold.jsonl", "--names", data + "names.jsonl",
                                                "--predicted", data + "claims.jsonl", "--misses", "5"},
                                               {"merge", "Iran", "Mali"},
                                               {"split", "Iran", "Mali"},
                                               {"forget", "reaction.txt"}}) {
        auto arguments = question;
        arguments.insert(arguments.end(), {"--format", "json"});
        if (question.front() != "evaluate") arguments.insert(arguments.end(), {"--db", example.path()});
        std::set<std::string> keys;
        add_keys(json::parse(answer(arguments)), keys);
        CHECK_FALSE(keys.empty());
        for (const std::string& key : keys) {
            CAPTURE(question.front());
            CAPTURE(key);
            CHECK(
                (text.find("`" + key + "`") != std::string::npos || text.find("\"" + key + "\"") != std::string::npos));
        }
    }
}
