// A graph, or what lies around an entity, as JSON, GraphViz, a picture, or in the formats of other tools: what `kith
// export` writes.
//
//     std::ofstream file("wagner.svg");
//     write_graph(store, {.around = wagner, .depth = 1}, ExportFormat::svg, file);
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_filter.hpp"
#include "graph/store/store.hpp"
#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

enum class ExportFormat {
    json,
    dot,
    svg,
    png,
    html,
    csv,
    graphml,
    gexf,
    jsonl,
    ftm,
    stix,
    jsonld,
    cypher,
    neo4j_nodes,
    neo4j_relationships,
    sql,
    training
};

// As they are named on the command line, in the order of the enumeration.
std::vector<std::string> export_format_names();
std::optional<ExportFormat> parse_export_format(std::string_view name);
// By the file's ending, in letters of either size: .json, .dot, .gv, .svg, .ftm.json ...
std::optional<ExportFormat> export_format_of_file(std::string_view path);
// Whether a file of that name may be in the format: "list.json" may be FollowTheMoney.
bool may_be_named(ExportFormat format, std::string_view path);

// So many entities stand in a picture, if nobody asks for more: what a reader takes in at once.
inline constexpr std::size_t entities_in_picture = 40;

struct ExportQuestion {
    std::optional<EntityId> around{};  // nothing: the whole graph
    int depth = 2;                     // hops around it
    ClaimFilter filter{};
    const Store* not_in =
        nullptr;  // only what this store does not claim, or with another status; must outlive the answer
    std::size_t most_entities = entities_in_picture;  // of dot, svg and png: the most strongly tied; 0: all
};

// Gives what whoever opens the file should know of it. Throws Error where more lies around the entity than one answer may
// hold, or a picture could not be read.
std::vector<std::string> write_graph(const Store& store, const ExportQuestion& question, ExportFormat format,
                                     std::ostream& out);

// The same for a graph that is at hand, as dot, svg, png or html.
void write_drawing(const Store& store, const GraphView& graph, ExportFormat format, std::ostream& out);

}  // namespace kith
