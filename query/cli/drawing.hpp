// An answer as a picture or a page: in a file (-o), or on standard output (--format).
//
//     const ExportFormat format = drawing_format_of("path", "wagner.png");  // refuses "wagner.txt" before anything is asked
//     draw_into("wagner.png", store, graph, format);
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <string_view>

#include "query/graph_export.hpp"

namespace kith::cli {

void add_drawing_option(CLI::App& app, std::string& path, const std::string& what);

ExportFormat drawing_format_of(std::string_view command, const std::string& path);

void draw_into(const std::string& path, const Store& store, const GraphView& graph, ExportFormat format);

}  // namespace kith::cli
