// kith neighbours ENTITY...: the entities around one or several, and what ties each to those nearer.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format;
    std::vector<std::string> entities;
    FilterOptions filter;
    int depth = 1;
    bool directed = false;
    std::size_t most_neighbours = NeighbourhoodQuestion{}.most_neighbours;
};

std::string joined(const std::vector<Entity>& entities) {
    std::string text;
    for (const Entity& entity : entities) text += (text.empty() ? "" : ", ") + entity.name;
    return text;
}

void print_table(const NeighboursAnswer& answer, const Options& options, Console& console) {
    Table table({"Hops", "Entity", "Kind", "Strength", "Tie"});
    table.align_right(0);
    table.align_right(3);
    for (const NeighbourView& neighbour : answer.neighbours) {
        table.add({std::to_string(neighbour.hops), neighbour.entity.name, in_words(neighbour.entity.kind),
                   two_digits(neighbour.ties.empty() ? 0.0 : neighbour.ties.front().strength),
                   ties_in_words(neighbour.ties, neighbour.entity.id)});
    }
    table.print(console);
    Report report(console);
    if (!answer.cut.empty()) {
        report.print_wrapped("Only the " + std::to_string(options.most_neighbours) +
                                 " most strongly tied neighbours of " + joined(answer.cut) +
                                 " were followed: --most-neighbours follows more",
                             0, Ink::dim);
    }
    if (answer.full) {
        report.print_wrapped("There are more: a filter or a smaller --depth shows fewer of them at once", 0, Ink::dim);
    }
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    NeighbourhoodQuestion question;
    for (const std::string& name : options.entities) question.from.push_back(find_entity(store, name, console));
    question.filter = options.filter.resolve(store, console);
    question.depth = options.depth;
    question.directed = options.directed;
    question.most_neighbours = options.most_neighbours;
    const NeighboursAnswer answer = ResultBuilder(store).neighbours(question, find_neighbourhood(store, question));
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else if (!answer.neighbours.empty()) {
        print_table(answer, options, console);
    }
    if (!answer.neighbours.empty()) return exit_good;
    throw Error(joined(answer.from) + ": nothing is tied to it by such claims",
                "Loosen the filter, or ask `kith show` for it.");
}

}  // namespace

Run declare_neighbours(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ENTITY", options->entities, "Names, or other names that sources use")
        ->required()
        ->type_name("NAME");
    add_database_option(app, options->database);
    app.add_option("--depth", options->depth, "How many hops away")
        ->check(CLI::Range(1, 20).description(""))
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--most-neighbours", options->most_neighbours, "How many neighbours of one entity to follow")
        ->check(CLI::Range(1, 1000000).description(""))
        ->type_name("N")
        ->capture_default_str();
    app.add_flag("--directed", options->directed, "Follow ties from subject to object only");
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
