// kith contradictions: what some source holds and another denies.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string about, database, format;
    FilterOptions filter;
};

void print(const Contradiction& contradiction, Report& report, Console& console) {
    const EntityId from = contradiction.denied.front().subject.id;
    for (const std::vector<TieView>* side : {&contradiction.held, &contradiction.denied}) {
        for (const TieView& tie : *side) {
            report.print_tie(tie, from, side == &contradiction.held ? 0 : 2);
            report.print_facts(tie, 4);
            report.print_best_quote(tie, 4);
        }
    }
    console.out << '\n';
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    std::optional<EntityId> about;
    if (!options.about.empty()) about = find_entity(store, options.about, console);
    const ContradictionsAnswer answer =
        ResultBuilder(store).contradictions(about, options.filter.resolve(store, console));
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        Report report(console);
        for (const Contradiction& each : answer.contradictions) print(each, report, console);
    }
    if (!answer.contradictions.empty()) return exit_good;
    throw Error("no source denies what another holds", "`kith claims --status denied` lists what is denied at all.");
}

}  // namespace

Run declare_contradictions(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    app.add_option("--about", options->about, "Only of this entity")->type_name("NAME");
    options->filter.declare(app, "--relation", "--not-relation");
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
