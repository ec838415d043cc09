// kith export: the graph, or what lies around an entity, as JSON, as a picture, as a page, or for another tool.
#include <memory>

#include "query/ask/export_request.hpp"
#include "query/cli/output.hpp"
#include "query/cli/question_command.hpp"
#include "query/graph_export.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string format, output, not_in;
    QuestionOptions question{};
};

// The format that is told, or that of the file's ending; the two must agree. Without a file JSON.
ExportFormat format_of(const Options& options) {
    const std::optional<ExportFormat> told = parse_export_format(options.format);
    if (options.output.empty()) return told.value_or(ExportFormat::json);
    const std::optional<ExportFormat> of_file = export_format_of_file(options.output);
    if (!told && !of_file) {
        throw UsageError("export: no format is known by the ending of " + options.output,
                         "Name the file .json, .svg, .csv or likewise, or tell the format with --format.");
    }
    if (told && of_file && !may_be_named(*told, options.output)) {
        throw UsageError("export: --format " + options.format + " does not go with " + options.output,
                         "Leave --format out, or give the file another ending.");
    }
    return told ? *told : *of_file;
}

int run(const Options& options, Console& console) {
    const ExportFormat format = format_of(options);
    if (format == ExportFormat::png && options.output.empty() && console.out_is_terminal) {
        throw UsageError("a PNG picture is not for a terminal", "Name a file with --output.");
    }
    const Store store = open_store(options.question.database(), console);
    Notes notes;
    ExportRequest request = export_request(store, options.question.arguments(), notes);
    std::optional<Store> known;
    if (!options.not_in.empty()) request.question.not_in = &known.emplace(open_store(options.not_in, console));
    print_notes(notes, console);
    if (options.output.empty()) {
        print_notes(write_graph(store, request.question, format, console.out), console);
    } else {
        Output file(options.output);
        notes = write_graph(store, request.question, format, file.stream());
        file.finish();
        print_notes(notes, console);
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
    add_format_option(app, options->format, export_format_names())
        ->description("the format; not told: by the ending of --output, without a file json");
    options->format.clear();
    app.add_option("--not-in", options->not_in,
                   "Only what this database does not claim, or with another status: what came since it was copied")
        ->type_name("FILE");
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output")->type_name("FILE");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
