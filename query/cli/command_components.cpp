// kith components: what hangs together, and which single ties and entities hold it.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/group_table.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/overview_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format;
    FilterOptions filter;
    OverviewLimits limits;
};

// A heading, the lines, and how many more there are.
void print_list(const std::string& heading, const std::vector<std::string>& lines, std::size_t count,
                Console& console) {
    console.out << '\n' << inked(console, Ink::bold, heading) << '\n';
    for (const std::string& line : lines) console.out << "  " << single_line(line) << '\n';
    if (lines.size() < count) {
        const std::string rest = std::to_string(count - lines.size()) + " more: --most shows more";
        console.out << "  " << inked(console, Ink::dim, rest) << '\n';
    }
}

void print_bridges(const ComponentsAnswer& answer, Console& console) {
    std::vector<std::string> lines;
    for (const auto& [from, to] : answer.bridges) lines.push_back(from.name + " — " + to.name);
    if (!lines.empty()) print_list("Ties that alone hold two parts together", lines, answer.bridge_count, console);
    if (answer.hanging_count > 0) {
        const std::string text = counted(answer.hanging_count, "entity hangs", "entities hang") + " by a single tie";
        Report(console).print_wrapped(lines.empty() ? text : "Besides, " + text, lines.empty() ? 0 : 2, Ink::dim);
    }
}

void print_table(const ComponentsAnswer& answer, Console& console) {
    const std::string title = counted(answer.group_count, "group that hangs", "groups that hang") + " together";
    console.out << inked(console, Ink::bold, title)
                << (answer.group_count > 1 ? " · no tie leads from one to another" : "") << "\n\n";
    print_groups(answer.groups, answer.group_count, answer.lone_entities, console);
    print_bridges(answer, console);
    std::vector<std::string> lines;
    for (const Entity& entity : answer.articulation_points) lines.push_back(entity.name);
    if (!lines.empty()) {
        print_list("Entities without whom others would be cut off", lines, answer.articulation_count, console);
    }
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const ClaimFilter filter = options.filter.resolve(store, console);
    ResultBuilder builder(store);
    const ComponentsAnswer answer =
        components(builder, find_connectivity(store, filter), rank_by_claims(store, filter), options.limits);
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        print_table(answer, console);
    }
    return exit_good;
}

}  // namespace

Run declare_components(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    add_most_option(app, options->limits.rows, "So many of each list, the largest or most claimed about");
    add_members_option(app, options->limits.members);
    options->filter.declare(app, "--relation", "--not-relation");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
