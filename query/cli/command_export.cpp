// kith export: the graph, or what lies around an entity, as JSON or as a picture.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/output.hpp"
#include "query/graph_export.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string around, database, format, output;
    FilterOptions filter;
    int depth = 2;
};

// The format that is told, else that of the file's ending, else JSON.
std::string format_of(const Options& options) {
    if (!options.format.empty()) return options.format;
    for (const char* ending : {"dot", "svg", "png"}) {
        if (options.output.ends_with("." + std::string(ending))) return ending;
    }
    return "json";
}

int run(const Options& options, Console& console) {
    const std::string format = format_of(options);
    if (format == "png" && options.output.empty() && console.out_is_terminal) {
        throw UsageError("a PNG picture is not for a terminal", "Name a file with --output.");
    }
    const Store store = open_store(options.database, console);
    ExportQuestion question{.depth = options.depth, .filter = options.filter.resolve(store, console)};
    if (!options.around.empty()) question.around = find_entity(store, options.around, console);
    const ExportFormat kind = parse_export_format(format).value();
    if (options.output.empty()) {
        write_graph(store, question, kind, console.out);
    } else {
        Output file(options.output);
        write_graph(store, question, kind, file.stream());
        file.finish();
    }
    return exit_good;
}

}  // namespace

Run declare_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    CLI::Option* around =
        app.add_option("--around", options->around, "Only what lies around this entity")->type_name("NAME");
    app.add_option("--depth", options->depth, "How many hops around it")
        ->check(CLI::Range(1, 20).description(""))
        ->needs(around)
        ->type_name("N")
        ->capture_default_str();
    add_format_option(app, options->format, {"json", "dot", "svg", "png"})
        ->description("json, dot, svg or png; not told: by the ending of --output, else json");
    options->format.clear();
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output")->type_name("FILE");
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
