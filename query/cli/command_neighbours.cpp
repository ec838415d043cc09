// kith neighbours ENTITY: the entities around it, and what ties each to those nearer.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

constexpr std::size_t most_entities = 10000;

struct Options {
    std::string entity, database, format;
    FilterOptions filter;
    int depth = 1;
};

// "supplied by Iran (planned), backs Iran", told from the neighbour's side.
std::string ties_in_words(const Neighbour& neighbour) {
    std::string text;
    for (const TieView& tie : neighbour.ties) {
        const bool is_subject = tie.subject.id == neighbour.entity.id;
        const Entity& other = is_subject ? tie.object : tie.subject;
        text += (text.empty() ? "" : ", ") + in_words(*tie.relation, !is_subject) + " " + other.name;
        if (tie.status != Status::actual) text += " (" + std::string(to_string(tie.status)) + ")";
    }
    return text;
}

int run(const Options& options, Console& console) {
    const Store store(options.database);
    const EntityId entity = find_entity(store, options.entity, console);
    const ClaimFilter filter = options.filter.resolve(store, console);
    const NeighboursAnswer answer = ResultBuilder(store).neighbours(entity, options.depth, filter, most_entities);
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        Table table({"Hops", "Entity", "Kind", "Strength", "Tie"});
        table.align_right(0);
        table.align_right(3);
        for (const Neighbour& neighbour : answer.neighbours) {
            table.add({std::to_string(neighbour.hops), neighbour.entity.name, in_words(neighbour.entity.kind),
                       two_digits(neighbour.ties.front().strength), ties_in_words(neighbour)});
        }
        if (!answer.neighbours.empty()) table.print(console);
    }
    if (!answer.neighbours.empty()) return exit_good;
    throw Error(answer.entity.name + ": nothing is tied to it by such claims",
                "Loosen the filter, or ask `kith show` for it.");
}

}  // namespace

Run declare_neighbours(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ENTITY", options->entity, "Its name, or another name that sources use")
        ->required()
        ->type_name("NAME");
    add_database_option(app, options->database);
    app.add_option("--depth", options->depth, "How many hops away")
        ->check(CLI::Range(1, 20).description(""))
        ->type_name("N")
        ->capture_default_str();
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
