// kith timeline ENTITY: what texts date of it, earliest first.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string entity, database, format;
    FilterOptions filter;
};

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const EntityId entity = find_entity(store, options.entity, console);
    const TimelineAnswer answer = ResultBuilder(store).timeline(entity, options.filter.resolve(store, console));
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        Report report(console);
        for (const TimelineEntry& entry : answer.timeline) report.print_timeline_entry(entry, answer.entity.id, 0);
    }
    if (!answer.timeline.empty()) return exit_good;
    throw Error(answer.entity.name + ": no text dates a tie of it", "`kith show` lists its ties, dated or not.");
}

}  // namespace

Run declare_timeline(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ENTITY", options->entity, "Its name, or another name that sources use")
        ->required()
        ->type_name("NAME");
    add_database_option(app, options->database);
    options->filter.declare(app, "--relation", "--not-relation");
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
