#include "query/cli/completion.hpp"

#include <string_view>

#include "query/words.hpp"

namespace kith::cli {
namespace {

std::string names_of(const std::vector<CommandDefinition>& commands, std::string_view separator) {
    std::vector<std::string> names;
    for (const CommandDefinition& each : commands) names.push_back(each.name);
    return joined(names, separator);
}

std::string options_of(const CommandDefinition& command) {
    std::vector<std::string> names;
    for (const OptionDefinition& each : command.options) {
        if (!each.is_positional) names.insert(names.end(), each.names.begin(), each.names.end());
    }
    return joined(names, " ");
}

// Within single quotes of a shell.
std::string quoted(std::string_view text) {
    std::string result;
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return "'" + result + "'";
}

// "[The database]". Brackets and colons of its own would end it.
std::string zsh_meaning(std::string meaning) {
    for (char& c : meaning) c = c == '[' || c == ']' || c == ':' ? ' ' : c;
    return "[" + meaning + "]";
}

// ":FILE:_files".
std::string zsh_argument(const OptionDefinition& option) {
    if (option.value.empty() && !option.is_positional) return "";
    const std::string action = !option.choices.empty() ? "(" + joined(option.choices, " ") + ")"
                               : option.takes_path()   ? "_files"
                                                       : " ";
    return ":" + option.value + ":" + action;
}

}  // namespace

std::string bash_completion(const std::vector<CommandDefinition>& commands) {
    std::string text =
        "# Completion of kith for bash.\n"
        "_kith() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command='' each\n"
        "    for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        "        case $each in " +
        names_of(commands, "|") +
        ") command=$each; break ;; esac\n"
        "    done\n"
        "    local words=''\n"
        "    case \"$command $previous\" in\n";
    for (const CommandDefinition& command : commands) {
        for (const OptionDefinition& option : command.options) {
            if (option.is_positional || option.value.empty()) continue;
            for (const std::string& name : option.names) {
                text += "        '" + command.name + " " + name + "') words='" + joined(option.choices, " ") +
                        "'; COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); return ;;\n";
            }
        }
    }
    text += "    esac\n    case $command in\n        '') words='" + names_of(commands, " ") + " --help --version' ;;\n";
    for (const CommandDefinition& command : commands) {
        text += "        " + command.name + ") words='" + options_of(command) + "' ;;\n";
    }
    return text +
           "    esac\n"
           "    if [[ -z $command || $word == -* ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); fi\n"
           "}\n"
           "complete -o default -F _kith kith\n";
}

std::string zsh_completion(const std::vector<CommandDefinition>& commands) {
    std::string text =
        "#compdef kith\n"
        "# Completion of kith for zsh.\n"
        "_kith() {\n"
        "    local -a commands\n"
        "    commands=(\n";
    for (const CommandDefinition& each : commands) {
        text += "        " + quoted(each.name + ":" + each.summary) + "\n";
    }
    text +=
        "    )\n"
        "    if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
        "    local command=$words[2]\n"
        "    shift words; (( CURRENT-- ))\n"
        "    case $command in\n";
    for (const CommandDefinition& command : commands) {
        text += "        " + command.name + ") _arguments";
        for (const OptionDefinition& option : command.options) {
            if (option.is_positional) {
                text += " \\\n            " + quoted((option.is_repeated ? "*" : "") + zsh_argument(option));
                continue;
            }
            for (const std::string& name : option.names) {
                text += " \\\n            " + quoted((option.is_repeated ? "*" : "") + name +
                                                     zsh_meaning(option.meaning) + zsh_argument(option));
            }
        }
        text += " ;;\n";
    }
    return text + "    esac\n}\n_kith \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandDefinition>& commands) {
    std::string text = "# Completion of kith for fish.\n";
    for (const CommandDefinition& command : commands) {
        text +=
            "complete -c kith -n __fish_use_subcommand -f -a " + command.name + " -d " + quoted(command.summary) + "\n";
        for (const OptionDefinition& option : command.options) {
            if (option.is_positional) continue;
            text += "complete -c kith -n '__fish_seen_subcommand_from " + command.name + "'";
            for (const std::string& name : option.names) {
                text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            }
            if (!option.choices.empty()) text += " -x -a " + quoted(joined(option.choices, " "));
            if (option.choices.empty() && !option.value.empty()) text += option.takes_path() ? " -r -F" : " -x";
            text += " -d " + quoted(option.meaning) + "\n";
        }
    }
    return text;
}

}  // namespace kith::cli
