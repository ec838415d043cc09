// kith claims: what sources say, tie by tie, each claim with its speaker and its quotes.
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
    std::vector<std::string> between;
    FilterOptions filter;
};

void print_tie(const TieView& tie, Console& console) {
    Report report(console);
    report.print_tie(tie, tie.subject.id, 0);
    report.print_wrapped(count_of_sources(tie.sources) + " · strength " + two_digits(tie.strength), 2, Ink::dim);
    report.print_claims(tie, 2);
    console.out << '\n';
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const ClaimFilter filter = options.filter.resolve(store, console);
    ResultBuilder builder(store);
    ClaimsAnswer answer;
    std::vector<Claim> claims;
    if (!options.between.empty()) {
        const EntityId a = find_entity(store, options.between.front(), console);
        const EntityId b = find_entity(store, options.between.back(), console);
        answer.about = {builder.entity(a), builder.entity(b)};
        claims = store.claims_between(a, b, filter);
    } else if (!options.about.empty()) {
        const EntityId entity = find_entity(store, options.about, console);
        answer.about = {builder.entity(entity)};
        claims = store.claims_about(entity, filter);
    } else {
        claims = store.claims(filter);
    }
    answer.ties = builder.ties(claims);
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else {
        for (const TieView& tie : answer.ties) print_tie(tie, console);
    }
    if (!answer.ties.empty()) return exit_good;
    throw Error("no claim is of this kind", "Loosen the filter, or ask `kith show` who is tied to whom.");
}

}  // namespace

Run declare_claims(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    CLI::Option* about = app.add_option("--about", options->about, "Claims of this entity")->type_name("NAME");
    app.add_option("--between", options->between, "Claims that tie these two, in either direction")
        ->expected(2)
        ->excludes(about)
        ->type_name("NAME");
    options->filter.declare(app, "--relation", "--not-relation");
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
