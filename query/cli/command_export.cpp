// kith export: the graph, or what lies around an entity, as JSON or as a picture.
#include <memory>

#include "query/ask/export_request.hpp"
#include "query/cli/output.hpp"
#include "query/cli/question_command.hpp"
#include "query/graph_export.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string format, output;
    QuestionOptions question{};
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
    const Store store = open_store(options.question.database(), console);
    Notes notes;
    const ExportRequest request = export_request(store, options.question.arguments(), notes);
    print_notes(notes, console);
    const ExportFormat kind = parse_export_format(format).value();
    if (options.output.empty()) {
        write_graph(store, request.question, kind, console.out);
    } else {
        Output file(options.output);
        write_graph(store, request.question, kind, file.stream());
        file.finish();
    }
    return exit_good;
}

}  // namespace

Run declare_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    std::vector<Parameter> parameters = export_parameters();
    std::erase_if(parameters, [](const Parameter& each) { return each.name == "format"; });  // has its own option
    options->question.declare(app, parameters);
    app.get_option("--depth")->needs(app.get_option("--around"));
    add_format_option(app, options->format, {"json", "dot", "svg", "png"})
        ->description("json, dot, svg or png; not told: by the ending of --output, else json");
    options->format.clear();
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output")->type_name("FILE");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
