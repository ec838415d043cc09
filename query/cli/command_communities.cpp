// kith communities: the groups that a graph falls into.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/group_table.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/overview_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format;
    FilterOptions filter;
    OverviewLimits limits;
};

void print_table(const CommunitiesAnswer& answer, Console& console) {
    console.out << inked(console, Ink::bold, counted(answer.group_count, "group")) << " · modularity "
                << two_digits(answer.modularity) << "\n\n";
    print_groups(answer.groups, answer.group_count, answer.lone_entities, console);
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const ClaimFilter filter = options.filter.resolve(store, console);
    ResultBuilder builder(store);
    const CommunitiesAnswer answer =
        communities(builder, find_communities(store, filter), rank_by_claims(store, filter), options.limits);
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        print_table(answer, console);
    }
    return exit_good;
}

}  // namespace

Run declare_communities(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    add_most_option(app, options->limits.rows, "The largest so many");
    add_members_option(app, options->limits.members);
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
