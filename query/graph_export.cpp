#include "query/graph_export.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/error.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store_database.hpp"
#include "query/export/dot.hpp"
#include "query/export/picture.hpp"
#include "query/graph_json.hpp"
#include "query/graph_page.hpp"
#include "query/neighbourhood.hpp"
#include "query/result_builder.hpp"

namespace kith {

namespace {

constexpr std::size_t most_entities = 100'000;

std::vector<Claim> claims_around(const Store& store, const ExportQuestion& question) {
    const Neighbourhood found = find_neighbourhood(store, {.from = {*question.around},
                                                           .filter = question.filter,
                                                           .depth = question.depth,
                                                           .most_neighbours = most_entities,
                                                           .most_entities = most_entities});
    if (found.full || !found.cut.empty()) {
        throw Error("more than " + std::to_string(most_entities) + " entities lie within " +
                        std::to_string(question.depth) + " hops of " + store.entity(*question.around).name,
                    "Try a smaller --depth, or a filter such as --min-sources 2.");
    }
    std::vector<EntityId> entities;
    for (const Neighbour& each : found.entities) {
        if (each.hops == 0 || admits(question.filter, store.entity(each.entity))) entities.push_back(each.entity);
    }
    return claims_within(store, entities, question.filter);
}

std::vector<Claim> all_claims(const Store& store, const ClaimFilter& filter) {
    std::vector<Claim> claims = store.claims(filter);
    if (filter.avoided.empty() && filter.kinds.empty()) return claims;
    std::erase_if(claims, [&](const Claim& claim) {
        return !admits(filter, store.entity(claim.subject)) || !admits(filter, store.entity(claim.object));
    });
    return claims;
}

std::string picture_of(const GraphView& graph, PictureFormat format, const StopCheck* stop) {
    if (graph.nodes.size() > drawable_nodes || graph.ties.size() > drawable_ties) {
        throw Error("a picture of " + std::to_string(graph.nodes.size()) + " entities and " +
                        std::to_string(graph.ties.size()) + " ties cannot be read",
                    "Draw a part of it with --around, --depth and the filters, or take --format dot or json.");
    }
    return draw(dot_of(graph), format, stop ? stop->condition() : StopCondition());
}

}  // namespace

std::optional<ExportFormat> parse_export_format(std::string_view name) {
    using enum ExportFormat;
    if (name == "json") return json;
    if (name == "dot") return dot;
    if (name == "svg") return svg;
    if (name == "png") return png;
    if (name == "html") return html;
    return std::nullopt;
}

std::optional<ExportFormat> export_format_of_file(std::string_view path) {
    const std::string ending = ascii::lower_case(std::filesystem::path(path).extension().string());
    if (ending == ".gv") return ExportFormat::dot;
    if (ending == ".htm") return ExportFormat::html;
    return ending.empty() ? std::nullopt : parse_export_format(std::string_view(ending).substr(1));
}

void write_graph(const Store& store, const ExportQuestion& question, ExportFormat format, std::ostream& out) {
    const ReadTransaction reading(database_of(store));  // all of one state
    std::vector<Entity> asked;
    if (question.around) asked.push_back(store.entity(*question.around));
    const std::vector<Claim> claims =
        question.around ? claims_around(store, question) : all_claims(store, question.filter);
    if (format == ExportFormat::json) return write_graph_json(store, claims, out);
    const GraphView graph = graph_of(ResultBuilder(store).ties(claims), asked);
    if (format == ExportFormat::dot) return write_dot(graph, out);
    if (format == ExportFormat::html) return write_graph_page(store, graph, out);
    out << picture_of(graph, format == ExportFormat::svg ? PictureFormat::svg : PictureFormat::png,
                      database_of(store).stop_check());
}

}  // namespace kith
