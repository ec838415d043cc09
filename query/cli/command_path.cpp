// kith path A B: how two entities are tied, hop by hop, and what filter to loosen where they are not.
#include <algorithm>
#include <memory>
#include <set>

#include "graph/path.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/export/dot.hpp"
#include "query/export/picture.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

constexpr int longest_search_hops = 20;

struct Options {
    std::string from, to, database, format;
    FilterOptions filter;
    int count = 1;
    int max_hops = 6;
    bool directed = false;
    bool surest = false;
    bool explain = false;
};

void print_hop(const HopView& hop, bool explain, Report& report) {
    for (std::size_t i = 0; i < hop.ties.size(); ++i) {
        const TieView& tie = hop.ties[i];
        report.print_tie(tie, hop.from.id, i == 0 ? 2 : 4);
        if (explain) {
            report.print_claims(tie, 6);
        } else if (i == 0) {
            report.print_facts(tie, 6);
            report.print_best_quote(tie, 6);
        }
    }
    for (const TieView& tie : hop.denials) {
        report.print_tie(tie, hop.from.id, 4);
        report.print_facts(tie, 6);
        report.print_best_quote(tie, 6);
    }
}

void print_path(const PathView& path, const std::string& title, const Options& options, Console& console) {
    console.out << inked(console, Ink::bold, title) << " · " << counted(path.hops.size(), "hop") << " · strength "
                << two_digits(path.strength) << "\n\n";
    Report report(console);
    for (const HopView& hop : path.hops) {
        print_hop(hop, options.explain, report);
        console.out << '\n';
    }
}

void print_table(const PathAnswer& answer, const Options& options, Console& console) {
    const std::string ends = answer.from.name + " → " + answer.to.name;
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        const std::string number = answer.paths.size() > 1 ? std::to_string(i + 1) + ". " : "";
        print_path(answer.paths[i], number + ends, options, console);
    }
}

// All ties of all paths, each once.
GraphView graph_of_paths(const PathAnswer& answer) {
    std::vector<TieView> ties;
    std::set<std::pair<EntityId, EntityId>> drawn;
    for (const PathView& path : answer.paths) {
        for (const HopView& hop : path.hops) {
            if (drawn.insert(std::minmax(hop.from.id, hop.to.id)).second) {
                ties.insert(ties.end(), hop.ties.begin(), hop.ties.end());
                ties.insert(ties.end(), hop.denials.begin(), hop.denials.end());
            }
        }
    }
    return graph_of(std::move(ties), {answer.from, answer.to});
}

void print(const PathAnswer& answer, const Options& options, Console& console) {
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else if (options.format == "dot") {
        write_dot(graph_of_paths(answer), console.out);
    } else if (options.format == "svg") {
        console.out << draw(dot_of(graph_of_paths(answer)), PictureFormat::svg);
    } else {
        print_table(answer, options, console);
    }
}

// What is only denied ties nobody: such ties are no hops unless they are asked for. A denial of a tie that others claim
// is printed beside it.
std::vector<Status> all_but_denied() {
    std::vector<Status> statuses(all_statuses().begin(), all_statuses().end());
    std::erase(statuses, Status::denied);
    return statuses;
}

// A restriction of the question, and the question without it.
struct Loosening {
    std::string_view option;
    PathQuestion question;
};

std::vector<Loosening> loosenings(const PathQuestion& question) {
    std::vector<Loosening> result;
    const auto add = [&](std::string_view option, bool set, const auto& loosen) {
        if (!set) return;
        result.push_back({option, question});
        result.back().question.count = 1;
        loosen(result.back().question);
    };
    const ClaimFilter& filter = question.filter;
    add("--max-hops", question.max_hops < longest_search_hops,
        [](PathQuestion& q) { q.max_hops = longest_search_hops; });
    add("--directed", question.directed, [](PathQuestion& q) { q.directed = false; });
    add("--via", !filter.relations.empty(), [](PathQuestion& q) { q.filter.relations.clear(); });
    add("--not-via", !filter.excluded_relations.empty(), [](PathQuestion& q) { q.filter.excluded_relations.clear(); });
    add(filter.statuses == all_but_denied() ? "leaving out what is denied" : "--status", !filter.statuses.empty(),
        [](PathQuestion& q) { q.filter.statuses.clear(); });
    add("--avoid", !filter.avoided.empty(), [](PathQuestion& q) { q.filter.avoided.clear(); });
    add("--kinds", !filter.kinds.empty(), [](PathQuestion& q) { q.filter.kinds.clear(); });
    add("--speaker", !filter.speakers.empty(), [](PathQuestion& q) { q.filter.speakers.clear(); });
    add("--publisher", !filter.publishers.empty(), [](PathQuestion& q) { q.filter.publishers.clear(); });
    add("--min-sources", filter.min_sources > 1, [](PathQuestion& q) { q.filter.min_sources = 0; });
    add("--min-confidence", filter.min_confidence > 0.0, [](PathQuestion& q) { q.filter.min_confidence = 0.0; });
    add("--since", filter.since.has_value(), [](PathQuestion& q) { q.filter.since.reset(); });
    add("--until", filter.until.has_value(), [](PathQuestion& q) { q.filter.until.reset(); });
    return result;
}

// What to try where there is no path: each restriction is lifted alone, then all of them.
std::string advice(const Store& store, const PathQuestion& question) {
    std::string found;
    for (const Loosening& each : loosenings(question)) {
        const std::vector<Path> paths = find_paths(store, each.question);
        if (paths.empty()) continue;
        found += (found.empty() ? "Without " : ", without ") + std::string(each.option) + " there is one of " +
                 counted(paths.front().hops.size(), "hop");
    }
    if (!found.empty()) return found + ".";
    const PathQuestion open{.from = question.from, .to = question.to, .max_hops = longest_search_hops};
    const std::vector<Path> paths = find_paths(store, open);
    if (paths.empty()) {
        return "No claim connects the two, whatever the filter: ingest more sources, or ask `kith show` for either.";
    }
    return "Without any filter there is one of " + counted(paths.front().hops.size(), "hop") +
           "; more than one filter stands in its way.";
}

int run(const Options& options, Console& console) {
    const Store store(options.database);
    PathQuestion question;
    question.from = find_entity(store, options.from, console);
    question.to = find_entity(store, options.to, console);
    question.filter = options.filter.resolve(store, console);
    if (question.filter.statuses.empty()) question.filter.statuses = all_but_denied();
    question.count = options.count;
    question.max_hops = options.max_hops;
    question.directed = options.directed;
    question.order = options.surest ? PathOrder::surest : PathOrder::fewest_hops;
    if (question.from == question.to) {
        throw Error(options.from + " and " + options.to + " are one entity: " + store.entity(question.from).name,
                    "`kith split` parts entities that were merged by mistake.");
    }
    const PathAnswer answer = ResultBuilder(store).paths(question, find_paths(store, question));
    if (!answer.paths.empty() || options.format == "json") print(answer, options, console);
    if (!answer.paths.empty()) return exit_good;
    throw Error("no path from " + answer.from.name + " to " + answer.to.name + " within " +
                    counted(static_cast<std::size_t>(question.max_hops), "hop"),
                advice(store, question));
}

}  // namespace

Run declare_path(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->from, "The entity to start from")->required()->type_name("NAME");
    app.add_option("B", options->to, "The entity to reach")->required()->type_name("NAME");
    add_database_option(app, options->database);
    app.add_option("-k,--count", options->count, "How many paths, each by way of other entities")
        ->check(CLI::Range(1, 1000).description(""))
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--max-hops", options->max_hops, "The longest path to look for")
        ->check(CLI::Range(1, longest_search_hops).description(""))
        ->type_name("N")
        ->capture_default_str();
    app.add_flag("--directed", options->directed, "Follow ties from subject to object only");
    app.add_flag("--surest", options->surest, "The strongest path first, however long, not the shortest");
    app.add_flag("--explain", options->explain, "Every claim and every quote, not only the best");
    options->filter.declare(app, "--via", "--not-via");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json", "dot", "svg"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
