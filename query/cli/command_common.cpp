// kith common A B: the entities that are tied to both.
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
    std::string first, second, database, format;
    FilterOptions filter;
    std::size_t most = 20;
};

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const EntityId first = find_entity(store, options.first, console);
    const EntityId second = find_entity(store, options.second, console);
    require_two(store, options.first, first, options.second, second);
    const ClaimFilter filter = options.filter.resolve(store, console);
    const CommonAnswer answer = ResultBuilder(store).common(
        first, second, filter, find_common_neighbours(store, first, second, filter, options.most));
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else if (!answer.neighbours.empty()) {
        Table table({"Entity", "Kind", "Ties"});
        for (const CommonNeighbourView& each : answer.neighbours) {
            std::vector<TieView> ties = each.first_ties;
            ties.insert(ties.end(), each.second_ties.begin(), each.second_ties.end());
            table.add({each.entity.name, in_words(each.entity.kind), ties_in_words(ties, each.entity.id)});
        }
        table.print(console);
    }
    if (!answer.neighbours.empty()) return exit_good;
    throw Error("no entity is tied to both " + answer.first.name + " and " + answer.second.name + " by such claims",
                "Loosen the filter, or ask `kith path` for longer ways between the two.");
}

}  // namespace

Run declare_common(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->first, "One entity")->required()->type_name("NAME");
    app.add_option("B", options->second, "The other")->required()->type_name("NAME");
    add_database_option(app, options->database);
    add_most_option(app, options->most, "The most strongly tied so many");
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
