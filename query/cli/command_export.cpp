// kith export: the graph, or what lies around an entity, as JSON or as a picture.
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <utility>

#include "graph/ascii.hpp"
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

// The format that a file's ending stands for; empty: none.
std::string format_of_ending(const std::string& path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> endings = {
        {{".json", "json"}, {".dot", "dot"}, {".gv", "dot"}, {".svg", "svg"}, {".png", "png"}}};
    const std::string ending = ascii::lower_case(std::filesystem::path(path).extension().string());
    const auto found = std::ranges::find(endings, ending, &std::pair<std::string_view, std::string_view>::first);
    return found == endings.end() ? "" : std::string(found->second);
}

// The format that is told, or that of the file's ending; the two must agree. Without a file JSON.
std::string format_of(const Options& options) {
    const std::string& told = options.format;
    if (options.output.empty()) return told.empty() ? "json" : told;
    const std::string of_file = format_of_ending(options.output);
    if (told.empty() && of_file.empty()) {
        throw UsageError("export: no format is known by the ending of " + options.output,
                         "Name the file .json, .dot, .gv, .svg or .png, or tell the format with --format.");
    }
    if (!told.empty() && !of_file.empty() && told != of_file) {
        throw UsageError("export: --format " + told + " does not go with " + options.output,
                         "Leave --format out, or give the file another ending.");
    }
    return told.empty() ? of_file : told;
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
        ->description("json, dot, svg or png; not told: by the ending of --output, without a file json");
    options->format.clear();
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output")->type_name("FILE");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
