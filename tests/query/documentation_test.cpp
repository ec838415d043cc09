// docs/commands.md and docs/json.md say what the program does: no more, no less.
#include <doctest/doctest.h>
#include <CLI/App.hpp>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

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

}  // namespace

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
                                               {"rank"},
                                               {"communities"},
                                               {"components"},
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
