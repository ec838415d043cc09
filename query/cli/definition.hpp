// What the command line is, told for readers other than --help: manual pages and the completions of shells are written
// from this, and this is read from the options that the commands declare.
//
//     for (const CommandDefinition& command : command_definitions()) ... command.options ...
#pragma once

#include <string>
#include <vector>

namespace kith::cli {

struct OptionDefinition {
    std::vector<std::string> names{};  // "--db", "-o"; of a positional argument one without dashes
    std::string value{};               // what it takes, as "FILE"; empty: nothing
    std::string meaning{};
    std::string usual{};                 // what stands where it is not given; empty: nothing
    std::vector<std::string> choices{};  // the words it takes; none: any
    bool is_positional = false, is_required = false, is_repeated = false;

    bool takes_path() const { return value == "FILE" || value == "PATH"; }
};

struct CommandDefinition {
    std::string name{};
    std::string summary{};
    std::string example{};
    std::vector<OptionDefinition> options{};
};

// In the order of `kith --help`.
std::vector<CommandDefinition> command_definitions();

}  // namespace kith::cli
