// A graph, or what lies around an entity, as JSON, GraphViz or a picture: what `kith export` writes.
//
//     std::ofstream file("wagner.svg");
//     write_graph(store, {.around = wagner, .depth = 1}, ExportFormat::svg, file);
#pragma once

#include <optional>
#include <ostream>
#include <string_view>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

enum class ExportFormat { json, dot, svg, png, html };

std::optional<ExportFormat> parse_export_format(std::string_view name);
// By the file's ending, in letters of either size: .json, .dot, .gv, .svg, .png, .html.
std::optional<ExportFormat> export_format_of_file(std::string_view path);

struct ExportQuestion {
    std::optional<EntityId> around{};  // nothing: the whole graph
    int depth = 2;                     // hops around it
    ClaimFilter filter{};
};

// Throws Error where more lies around the entity than one answer may hold, or a picture could not be read.
void write_graph(const Store& store, const ExportQuestion& question, ExportFormat format, std::ostream& out);

}  // namespace kith
