#include "query/cli/drawing.hpp"

#include "query/cli/command.hpp"
#include "query/cli/output.hpp"

namespace kith::cli {

void add_drawing_option(CLI::App& app, std::string& path, const std::string& what) {
    app.add_option("-o,--output", path, "Draw " + what + " into this file: .png, .svg, .dot, or .html, a page")
        ->type_name("FILE");
}

ExportFormat drawing_format_of(std::string_view command, const std::string& path) {
    const std::optional<ExportFormat> format = export_format_of_file(path);
    const auto is_drawing = [](ExportFormat each) {
        return each == ExportFormat::dot || each == ExportFormat::svg || each == ExportFormat::png ||
               each == ExportFormat::html;
    };
    if (format && is_drawing(*format)) return *format;
    throw UsageError(std::string(command) + ": " + path + " is no picture by its ending",
                     "Name the file .png, .svg, .dot or .html.");
}

void draw_into(const std::string& path, const Store& store, const GraphView& graph, ExportFormat format) {
    Output file(path);
    write_drawing(store, graph, format, file.stream());
    file.finish();
}

}  // namespace kith::cli
