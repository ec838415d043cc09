// kith show ENTITY: who it is, as far as the sources tell.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string entity, database, format;
    FilterOptions filter;
    std::size_t limit = 20;
};

// The first `limit` values of a list, each handed to `print`; tells how many were left out.
template <typename Values, typename Print>
void print_some(const Values& values, std::size_t limit, std::size_t indent, Console& console, const Print& print) {
    const std::size_t shown = limit == 0 ? values.size() : std::min(limit, values.size());
    for (std::size_t i = 0; i < shown; ++i) print(values[i]);
    if (shown < values.size()) {
        const std::string rest = std::to_string(values.size() - shown) + " more: --limit 0 shows all";
        console.out << std::string(indent, ' ') << inked(console, Ink::dim, rest) << '\n';
    }
}

void print_heading(std::string_view heading, Console& console) {
    console.out << '\n' << inked(console, Ink::bold, heading) << '\n';
}

void print_names(const Profile& profile, Report& report, Console& console) {
    console.out << inked(console, Ink::bold, single_line(profile.entity.name)) << " · " << in_words(profile.entity.kind)
                << '\n';
    std::string names;
    for (const Alias& alias : profile.aliases) names += (names.empty() ? "also called " : ", ") + alias.name;
    if (!names.empty()) report.print_wrapped(names, 0, Ink::dim);
    std::size_t ties = 0;
    for (const TieGroup& group : profile.groups) ties += group.ties.size();
    report.print_wrapped(counted(ties, "tie") + " in " +
                             counted(static_cast<std::size_t>(profile.documents), "document") + ", " +
                             count_of_sources(profile.sources),
                         0, Ink::dim);
}

void print_ties(const Profile& profile, const Options& options, Report& report, Console& console) {
    for (const TieGroup& group : profile.groups) {
        print_heading(in_words(*group.relation, group.inverse), console);
        print_some(group.ties, options.limit, 2, console, [&](const TieView& tie) {
            report.print_other_end(tie, profile.entity.id, 2);
            report.print_facts(tie, 6);
            report.print_best_quote(tie, 6);
        });
    }
}

void print_said(const Profile& profile, const Options& options, Report& report, Console& console) {
    if (profile.said.empty()) return;
    print_heading("says", console);
    print_some(profile.said, options.limit, 2, console, [&](const TieView& tie) {
        report.print_tie(tie, tie.subject.id, 2);
        report.print_best_quote(tie, 6);
    });
}

void print_timeline(const Profile& profile, const Options& options, Report& report, Console& console) {
    if (profile.timeline.empty()) return;
    print_heading("timeline", console);
    print_some(profile.timeline, options.limit, 2, console,
               [&](const TimelineEntry& entry) { report.print_timeline_entry(entry, profile.entity.id, 2); });
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const EntityId entity = find_entity(store, options.entity, console);
    const Profile profile = ResultBuilder(store).profile(entity, options.filter.resolve(store, console));
    if (options.format == "json") {
        console.out << indented(json_of(profile)) << '\n';
        return exit_good;
    }
    Report report(console);
    print_names(profile, report, console);
    print_ties(profile, options, report, console);
    print_said(profile, options, report, console);
    print_timeline(profile, options, report, console);
    return exit_good;
}

}  // namespace

Run declare_show(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ENTITY", options->entity, "Its name, or another name that sources use")
        ->required()
        ->type_name("NAME");
    add_database_option(app, options->database);
    app.add_option("--limit", options->limit, "Most lines under a heading of the table; 0: all")
        ->type_name("N")
        ->capture_default_str();
    options->filter.declare(app, "--relation", "--not-relation");
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
