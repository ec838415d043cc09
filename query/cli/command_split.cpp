// kith split A B: withdraws the user's judgements that hold B together with A, so that they are two again.
// kith split A --documents D...: whoever these documents call A is somebody else of that name.
#include <memory>
#include <vector>

#include "graph/error.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string kept, parted, database, format, judge, new_name;
    std::vector<std::string> documents;
};

void split_merged(const Options& options, std::vector<std::string>& notes, Console& console) {
    split_entities(options.database, options.kept, options.parted, notes, options.judge);
    print_notes(notes, console);
    if (options.format == "json") {
        console.out << indented({{"kept", options.kept}, {"parted", options.parted}}) << '\n';
    } else {
        console.out << single_line(options.parted) << " is an entity of its own again\n";
    }
}

void split_namesakes(const Options& options, std::vector<std::string>& notes, Console& console) {
    const SplitOff split =
        split_by_documents(options.database, options.kept, options.documents, options.new_name, notes, options.judge);
    print_notes(notes, console);
    if (options.format == "json") {
        console.out << indented({{"kept", json_of(split.whole)},
                                 {"parted", json_of(split.part)},
                                 {"documents", split.documents}})
                    << '\n';
    } else {
        console.out << single_line(split.whole.name) << " is " << single_line(split.part.name) << " in "
                    << counted(split.documents, "document") << '\n';
    }
}

int run(const Options& options, Console& console) {
    std::vector<std::string> notes;
    if (options.documents.empty() && options.parted.empty()) {
        throw Error("nothing says what to split off " + options.kept,
                    "Name the part, `kith split A B`, or the documents that mean somebody else: `kith split A "
                    "--documents D`.");
    }
    if (options.documents.empty()) {
        split_merged(options, notes, console);
    } else {
        split_namesakes(options, notes, console);
    }
    return exit_good;
}

}  // namespace

Run declare_split(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->kept, "The entity")->required()->type_name("NAME");
    CLI::Option* part =
        app.add_option("B", options->parted, "The name of a merged part to take out of it")->type_name("NAME");
    CLI::Option* documents = app.add_option("--documents", options->documents,
                                            "Documents (by location or number) in which the name means somebody else")
                                 ->type_name("DOCUMENT")
                                 ->expected(1, CLI::detail::expected_max_vector_size)
                                 ->excludes(part);
    app.add_option("--as", options->new_name, "What that one is called; else A with a number")
        ->type_name("NAME")
        ->needs(documents);
    add_judge_option(app, options->judge);
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
