// kith export: the graph, or what lies around an entity, as JSON or as a picture.
#include <memory>

#include "graph/search/neighbourhood.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/output.hpp"
#include "query/cli/report.hpp"
#include "query/export/dot.hpp"
#include "query/export/picture.hpp"
#include "query/graph_json.hpp"
#include "query/neighbourhood.hpp"
#include "query/result_builder.hpp"

namespace kith::cli {
namespace {

constexpr std::size_t most_entities = 100000;

struct Options {
    std::string around, database, format, output;
    FilterOptions filter;
    int depth = 2;
};

// The format that is told, else that of the file's ending, else JSON.
std::string format_of(const Options& options) {
    if (!options.format.empty()) return options.format;
    for (const char* ending : {"dot", "svg", "png"}) {
        if (options.output.ends_with("." + std::string(ending))) return ending;
    }
    return "json";
}

std::vector<Claim> claims_around(const Store& store, EntityId entity, const Options& options,
                                 const ClaimFilter& filter) {
    const NeighbourhoodQuestion question{.from = {entity},
                                         .filter = filter,
                                         .depth = options.depth,
                                         .most_neighbours = most_entities,
                                         .most_entities = most_entities};
    const Neighbourhood found = find_neighbourhood(store, question);
    if (found.full || !found.cut.empty()) {
        throw Error("more than " + std::to_string(most_entities) + " entities lie within " +
                        std::to_string(options.depth) + " hops of " + store.entity(entity).name,
                    "Try a smaller --depth, or a filter such as --min-sources 2.");
    }
    std::vector<EntityId> entities;
    for (const Neighbour& each : found.entities) {
        if (each.hops == 0 || admits(filter, store.entity(each.entity))) entities.push_back(each.entity);
    }
    return claims_within(store, entities, filter);
}

std::vector<Claim> all_claims(const Store& store, const ClaimFilter& filter) {
    std::vector<Claim> claims = store.claims(filter);
    if (filter.avoided.empty() && filter.kinds.empty()) return claims;
    std::erase_if(claims, [&](const Claim& claim) {
        return !admits(filter, store.entity(claim.subject)) || !admits(filter, store.entity(claim.object));
    });
    return claims;
}

std::string picture_of(const GraphView& graph, PictureFormat format) {
    if (graph.nodes.size() > drawable_nodes || graph.ties.size() > drawable_ties) {
        throw Error("a picture of " + counted(graph.nodes.size(), "entity", "entities") + " and " +
                        counted(graph.ties.size(), "tie") + " cannot be read",
                    "Draw a part of it with --around, --depth and the filters, or take --format dot or json.");
    }
    return draw(dot_of(graph), format);
}

void write(const Store& store, const std::vector<Claim>& claims, const std::vector<Entity>& asked,
           const std::string& format, std::ostream& out) {
    if (format == "json") {
        write_graph_json(store, claims, out);
        return;
    }
    const GraphView graph = graph_of(ResultBuilder(store).ties(claims), asked);
    if (format == "dot") {
        write_dot(graph, out);
    } else {
        out << picture_of(graph, format == "svg" ? PictureFormat::svg : PictureFormat::png);
    }
}

int run(const Options& options, Console& console) {
    const std::string format = format_of(options);
    if (format == "png" && options.output.empty() && console.out_is_terminal) {
        throw UsageError("a PNG picture is not for a terminal", "Name a file with --output.");
    }
    const Store store(options.database);
    const ClaimFilter filter = options.filter.resolve(store, console);
    std::vector<Entity> asked;
    std::vector<Claim> claims;
    if (options.around.empty()) {
        claims = all_claims(store, filter);
    } else {
        asked = {store.entity(find_entity(store, options.around, console))};
        claims = claims_around(store, asked.front().id, options, filter);
    }
    if (options.output.empty()) {
        write(store, claims, asked, format, console.out);
    } else {
        Output file(options.output);
        write(store, claims, asked, format, file.stream());
        file.finish();
    }
    return exit_good;
}

}  // namespace

Run declare_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    CLI::Option* around =
        app.add_option("--around", options->around, "Only what lies around this entity")->type_name("NAME");
    app.add_option("--depth", options->depth, "How many hops around it")
        ->check(CLI::Range(1, 20).description(""))
        ->needs(around)
        ->type_name("N")
        ->capture_default_str();
    add_format_option(app, options->format, {"json", "dot", "svg", "png"})
        ->description("json, dot, svg or png; not told: by the ending of --output, else json");
    options->format.clear();
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output")->type_name("FILE");
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
