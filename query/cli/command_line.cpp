// Reads arguments with CLI11, and turns its complaints into kith's.
#include "query/cli/command_line.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <exception>
#include <new>

#include "query/cli/command.hpp"
#include "query/cli/interrupts.hpp"
#include "query/cli/options.hpp"
#include "query/cli/output.hpp"
#include "query/export/text_layout.hpp"
#include "query/nearest_word.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

int complain(Console& console, const std::string& problem, const std::string& next_step, int exit_code) {
    console.err << "kith: " << single_line(problem) << '\n';
    if (!next_step.empty()) console.err << single_line(next_step) << '\n';
    return exit_code;
}

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

// CLI11 says what is wrong; this adds where, and what to do.
int complain_of_usage(Console& console, const CLI::App& root, const std::vector<CLI::App*>& chosen,
                      const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    const CLI::App& app = chosen.empty() ? root : *chosen.front();
    const std::string command = chosen.empty() ? "kith" : "kith " + app.get_name();
    const std::string prefix = chosen.empty() ? "" : app.get_name() + ": ";
    // Whatever it stumbled over, an unknown option is the likeliest cause.
    const std::vector<std::string> known = option_names(app);
    for (const std::string& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        if (!name.starts_with("--") || std::ranges::find(known, name) != known.end()) continue;
        const auto nearest = nearest_word(name, known);
        return complain(console, prefix + "there is no option " + name,
                        nearest ? "Did you mean " + *nearest + "?" : "`" + command + " --help` lists the options.",
                        exit_usage);
    }
    return complain(console, prefix + error.what(), "`" + command + " --help` tells how it is used.", exit_usage);
}

bool is_command(const std::string& word) {
    return std::ranges::find(all_commands(), word, &Command::name) != all_commands().end();
}

int complain_of_command(Console& console, const std::string& word) {
    std::vector<std::string> names;
    for (const Command& command : all_commands()) names.emplace_back(command.name);
    const auto nearest = nearest_word(word, names);
    return complain(console, word + ": there is no such command",
                    nearest ? "Did you mean `kith " + *nearest + "`?" : "`kith --help` lists the commands.",
                    exit_usage);
}

void prepare(CLI::App& root) {
    root.name("kith");
    root.set_version_flag("--version", "kith " KITH_VERSION);
    root.require_subcommand(0, 1);
    root.get_formatter()->column_width(34);
    root.footer("`kith COMMAND --help` tells how a command is used. Start with `kith ingest`, then ask `kith path`.");
}

int run(const std::vector<std::string>& arguments, Console& console) {
    CLI::App root("Who is tied to whom, who says so, and in which sentence");
    prepare(root);
    std::vector<std::pair<CLI::App*, Run>> commands;
    double timeout = 0.0;
    for (const Command& command : all_commands()) {
        CLI::App* app = root.add_subcommand(std::string(command.name), std::string(command.summary));
        app->footer("Example:\n  " + std::string(command.example));
        commands.emplace_back(app, command.declare(*app));
        if (command.is_question) add_timeout_option(*app, timeout);
    }
    if (!arguments.empty() && !arguments.front().starts_with('-') && !is_command(arguments.front())) {
        return complain_of_command(console, arguments.front());
    }
    try {
        root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the back
    } catch (const CLI::CallForHelp&) {
        const std::vector<CLI::App*> chosen = root.get_subcommands();
        console.out << (chosen.empty() ? root.help() : chosen.front()->help("kith"));
        return exit_good;
    } catch (const CLI::CallForVersion& version) {
        console.out << version.what() << '\n';
        return exit_good;
    } catch (const CLI::ParseError& error) {
        return complain_of_usage(console, root, root.get_subcommands(), error, arguments);
    }
    for (const auto& [app, command] : commands) {
        if (!app->parsed()) continue;
        if (!app->get_option_no_throw("--timeout")) return command(console);
        const Interrupts interrupts;
        console.stop.token = interrupts.token();
        if (timeout > 0.0) console.stop = console.stop.within(timeout);
        return command(console);
    }
    console.err << root.help();
    return exit_usage;
}

}  // namespace

int run_command_line(const std::vector<std::string>& arguments, Console& console) {
    try {
        return run(arguments, console);
    } catch (const UsageError& error) {
        return complain(console, error.what(), error.next_step(), exit_usage);
    } catch (const UnknownWord& error) {
        return complain(console, error.what(), error.next_step(), exit_usage);
    } catch (const Stopped& stopped) {
        const bool interrupted = stopped.reason() == Stopped::Reason::request;
        return complain(console, stopped.what(),
                        interrupted ? "" : "Allow more with --timeout, or ask for less: fewer hops, a filter.",
                        interrupted ? exit_interrupted : exit_data);
    } catch (const Error& error) {
        return complain(console, error.what(), error.next_step(), exit_data);
    } catch (const ReaderLeft&) {
        throw;
    } catch (const std::bad_alloc&) {
        return complain(console, "out of memory", "Try a filter, or fewer files at once.", exit_data);
    } catch (const std::exception& error) {
        return complain(console, std::string("unexpected: ") + error.what(), "", exit_data);
    }
}

}  // namespace kith::cli
