// Arguments for an export: a question whose answer is a file. Apart from the typed questions, since it brings pictures
// and with them GraphViz, which the extension for SQLite does without.
#pragma once

#include <vector>

#include "query/ask/filters.hpp"
#include "query/graph_export.hpp"

namespace kith {

struct ExportRequest {
    ExportQuestion question;
    ExportFormat format = ExportFormat::json;
};

// format, around, depth, most_entities and filters.
std::vector<Parameter> export_parameters();
// Checks the arguments and throws Error like the typed questions.
ExportRequest export_request(const Store& store, const Arguments& given, Notes& notes);

}  // namespace kith
