// The commands of `kith`: one file each (command_path.cpp is `kith path`), listed here.
//
// Those that ask a question (query/ask) have its name, summary and options; query/cli/question_command declares them.
// One that has no table here prints the rows of its answer. Any other declares its options on its CLI::App and hands
// back what to run once they are read:
//
//     Run declare_index(CLI::App& app) {
//         auto database = std::make_shared<std::string>();
//         add_database_option(app, *database);
//         return [=](Console& console) { ...; return exit_good; };
//     }
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "query/cli/console.hpp"

namespace kith::cli {

constexpr int exit_good = 0;
constexpr int exit_data = 1;           // the data or the question: no such entity, no path, an unreadable file
constexpr int exit_usage = 2;          // the command line itself
constexpr int exit_interrupted = 130;  // Ctrl-C, as shells have it

// A wrong command line that only shows once options are looked at more closely: exit_usage.
class UsageError : public Error {
public:
    using Error::Error;
};

using Run = std::function<int(Console&)>;

struct Command {
    std::string_view name;
    std::string_view summary;
    std::string_view example;  // below its --help
    std::function<Run(CLI::App&)> declare;
    bool is_question = false;  // it can be stopped: it takes --timeout, and Ctrl-C ends it in good order
};

// In the order of `kith --help`.
std::span<const Command> all_commands();

Run declare_ingest(CLI::App& app);
Run declare_index(CLI::App& app);
Run declare_path(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_claims(CLI::App& app);
Run declare_timeline(CLI::App& app);
Run declare_contradictions(CLI::App& app);
Run declare_neighbours(CLI::App& app);
Run declare_common(CLI::App& app);
Run declare_owners(CLI::App& app);
Run declare_fragility(CLI::App& app);
Run declare_rank(CLI::App& app);
Run declare_communities(CLI::App& app);
Run declare_components(CLI::App& app);
Run declare_search(CLI::App& app);
Run declare_entities(CLI::App& app);
Run declare_who(CLI::App& app);
Run declare_mentions(CLI::App& app);
Run declare_evidence(CLI::App& app);
Run declare_document(CLI::App& app);
Run declare_export(CLI::App& app);
Run declare_diff(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_evaluate(CLI::App& app);
Run declare_relations(CLI::App& app);
Run declare_report(CLI::App& app);
Run declare_review(CLI::App& app);
Run declare_stats(CLI::App& app);
Run declare_merge(CLI::App& app);
Run declare_split(CLI::App& app);
Run declare_duplicates(CLI::App& app);
Run declare_judgements(CLI::App& app);
Run declare_unmerge(CLI::App& app);
Run declare_forget(CLI::App& app);
Run declare_mcp(CLI::App& app);
Run declare_serve(CLI::App& app);

}  // namespace kith::cli
