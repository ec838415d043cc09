// kith split A B: withdraws the user's judgements that hold B together with A, so that they are two again.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string kept, parted, database, format, judge;
};

int run(const Options& options, Console& console) {
    std::vector<std::string> notes;
    split_entities(options.database, options.kept, options.parted, notes, options.judge);
    print_notes(notes, console);
    if (options.format == "json") {
        console.out << indented({{"kept", options.kept}, {"parted", options.parted}}) << '\n';
    } else {
        console.out << single_line(options.parted) << " is an entity of its own again\n";
    }
    return exit_good;
}

}  // namespace

Run declare_split(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->kept, "The merged entity")->required()->type_name("NAME");
    app.add_option("B", options->parted, "The name of the part to take out of it")->required()->type_name("NAME");
    add_judge_option(app, options->judge);
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
