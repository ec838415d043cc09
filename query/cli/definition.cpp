#include "query/cli/definition.hpp"

#include <CLI/App.hpp>
#include <sstream>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"

namespace kith::cli {
namespace {

// Of an option that takes one_of some words; see options.hpp.
std::vector<std::string> choices_of(CLI::Option& option) {
    std::vector<std::string> words;
    try {
        std::istringstream names(option.get_validator(0)->get_name());
        for (std::string word; names >> word;) words.push_back(word);
    } catch (const CLI::OptionNotFound&) {  // it has no validator
    }
    return words;
}

OptionDefinition definition_of(CLI::Option& option) {
    OptionDefinition definition{.meaning = option.get_description(),
                                .usual = option.get_default_str(),
                                .choices = choices_of(option),
                                .is_positional = option.get_positional() && !option.nonpositional(),
                                .is_required = option.get_required(),
                                .is_repeated = option.get_expected_max() > 1};
    if (definition.is_positional) definition.names.push_back(option.get_name(true));
    for (const std::string& name : option.get_snames()) definition.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) definition.names.push_back("--" + name);
    if (option.get_type_size() != 0) definition.value = option.get_type_name();
    return definition;
}

}  // namespace

std::vector<CommandDefinition> command_definitions() {
    std::vector<CommandDefinition> definitions;
    for (const Command& command : all_commands()) {
        CLI::App app;
        command.declare(app);
        double timeout = 0.0;
        if (command.is_question) add_timeout_option(app, timeout);
        CommandDefinition& definition =
            definitions.emplace_back(CommandDefinition{.name = std::string(command.name),
                                                       .summary = std::string(command.summary),
                                                       .example = std::string(command.example)});
        for (CLI::Option* option : app.get_options(std::function<bool(CLI::Option*)>())) {
            definition.options.push_back(definition_of(*option));
        }
    }
    return definitions;
}

}  // namespace kith::cli
