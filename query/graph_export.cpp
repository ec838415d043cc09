#include "query/graph_export.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/error.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"
#include "graph/tsv.hpp"
#include "query/asked_claims.hpp"
#include "query/export/claim_printer.hpp"
#include "query/export/dot.hpp"
#include "query/export/picture.hpp"
#include "query/export/postgresql.hpp"
#include "query/export/store_replay.hpp"
#include "query/export/strongest_part.hpp"
#include "query/export/training.hpp"
#include "query/graph_json.hpp"
#include "query/graph_page.hpp"
#include "query/result_builder.hpp"

namespace kith {

namespace {

struct Format {
    std::string_view name;
    ExportFormat format;
    std::string_view endings;                                           // of files by which it is told
    std::string_view also;                                              // that it may have if it is named
    std::unique_ptr<GraphWriter> (*make)(std::ostream& out) = nullptr;  // of those that stream
};

constexpr std::array formats = {
    Format{"json", ExportFormat::json, ".json", ""},
    Format{"dot", ExportFormat::dot, ".dot .gv", ""},
    Format{"svg", ExportFormat::svg, ".svg", ""},
    Format{"png", ExportFormat::png, ".png", ""},
    Format{"html", ExportFormat::html, ".html .htm", ""},
    Format{"csv", ExportFormat::csv, ".csv", "", make_csv_writer},
    Format{"graphml", ExportFormat::graphml, ".graphml", ".xml", make_graphml_writer},
    Format{"gexf", ExportFormat::gexf, ".gexf", ".xml", make_gexf_writer},
    Format{"jsonl", ExportFormat::jsonl, ".jsonl .ndjson", ""},
    Format{"ftm", ExportFormat::ftm, ".ftm.json .ftm.jsonl .ftm", ".json .jsonl .ijson", make_follow_the_money_writer},
    Format{"stix", ExportFormat::stix, ".stix.json .stix", ".json", make_stix_writer},
    Format{"jsonld", ExportFormat::jsonld, ".jsonld", ".json", make_json_ld_writer},
    Format{"cypher", ExportFormat::cypher, ".cypher .cql", "", make_cypher_writer},
    Format{"neo4j-nodes", ExportFormat::neo4j_nodes, "", ".csv", make_neo4j_nodes_writer},
    Format{"neo4j-relationships", ExportFormat::neo4j_relationships, "", ".csv", make_neo4j_relationships_writer},
    Format{"sql", ExportFormat::sql, ".sql", ""},
    Format{"training", ExportFormat::training, "", ".jsonl .json"},
};

// Of the longest of them with which the name ends; 0: of none.
std::size_t length_of_ending(std::string_view endings, std::string_view path) {
    const std::string name = ascii::lower_case(std::filesystem::path(path).filename().string());
    std::size_t longest = 0;
    for (const std::string_view each : split(endings, ' ')) {
        if (!each.empty() && name.size() > each.size() && name.ends_with(each))
            longest = std::max(longest, each.size());
    }
    return longest;
}

std::string picture_of(const GraphView& graph, PictureFormat format, const StopCheck* stop) {
    if (graph.nodes.size() > drawable_nodes || graph.ties.size() > drawable_ties) {
        throw Error("a picture of " + std::to_string(graph.nodes.size()) + " entities and " +
                        std::to_string(graph.ties.size()) + " ties cannot be read",
                    "Draw a part of it with --around, --depth and the filters, or take --format dot or json.");
    }
    return draw(dot_of(graph), format, stop ? stop->condition() : StopCondition());
}

bool is_whole(const ExportQuestion& question) {
    return !question.around && question.not_in == nullptr && question.filter == ClaimFilter();
}

}  // namespace

std::vector<std::string> export_format_names() {
    std::vector<std::string> names;
    for (const Format& each : formats) names.emplace_back(each.name);
    return names;
}

std::optional<ExportFormat> parse_export_format(std::string_view name) {
    const auto found = std::ranges::find(formats, name, &Format::name);
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

std::optional<ExportFormat> export_format_of_file(std::string_view path) {
    // "list.ftm.json" is told by the longer ending.
    const Format* best = nullptr;
    std::size_t longest = 0;
    for (const Format& each : formats) {
        const std::size_t length = length_of_ending(each.endings, path);
        if (length > longest) best = &each;
        longest = std::max(longest, length);
    }
    return best == nullptr ? std::nullopt : std::optional(best->format);
}

bool may_be_named(ExportFormat format, std::string_view path) {
    const Format& known = formats.at(static_cast<std::size_t>(format));
    return length_of_ending(known.endings, path) > 0 || length_of_ending(known.also, path) > 0;
}

std::vector<std::string> write_graph(const Store& store, const ExportQuestion& question, ExportFormat format,
                                     std::ostream& out) {
    const ReadTransaction reading(database_of(store));  // all of one state
    const EachClaim each_claim = each_asked_claim(store, question);
    if (const auto make = formats.at(static_cast<std::size_t>(format)).make) {
        const std::unique_ptr<GraphWriter> writer = make(out);
        stream_graph(store, each_claim, *writer);
        return writer->notes();
    }
    if (format == ExportFormat::jsonl) {
        ClaimPrinter printer(out, store.ontology(), PrintedLines::all);
        const std::size_t left_out =
            is_whole(question) ? replay(store, SaidClaims(store), printer) : replay(store, each_claim, printer);
        if (left_out == 0) return {};
        return {std::to_string(left_out) + " pieces of evidence are left out, since the two that they tie were joined"};
    }
    if (format == ExportFormat::sql) {
        write_postgresql(store, each_claim, is_whole(question), out);
        return {};
    }
    if (format == ExportFormat::training) {
        write_training(store, each_claim, out);
        return {};
    }
    std::vector<Claim> claims;
    each_claim([&](const Claim& claim) { claims.push_back(claim); });
    if (format == ExportFormat::json) {
        write_graph_json(store, claims, out);
        return {};
    }
    std::vector<Entity> asked;
    if (question.around) asked.push_back(store.entity(*question.around));
    GraphView graph = graph_of(ResultBuilder(store).ties(claims), asked);
    if (format != ExportFormat::html) graph = strongest_part(std::move(graph), question.most_entities);
    write_drawing(store, graph, format, out);
    return {};
}

void write_drawing(const Store& store, const GraphView& graph, ExportFormat format, std::ostream& out) {
    if (format == ExportFormat::dot) {
        write_dot(graph, out);
    } else if (format == ExportFormat::html) {
        write_graph_page(store, graph, out);
    } else {
        out << picture_of(graph, format == ExportFormat::svg ? PictureFormat::svg : PictureFormat::png,
                          database_of(store).stop_check());
    }
}

}  // namespace kith
