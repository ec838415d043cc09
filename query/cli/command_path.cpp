// kith path A B: how two entities are tied, hop by hop, and what filter to loosen where they are not.
#include <map>
#include <memory>
#include <set>

#include "graph/search/path.hpp"
#include "query/ask/paths.hpp"
#include "query/cli/drawing.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/export/text_layout.hpp"
#include "query/graph_export.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

constexpr int longest_search_hops = 20;

struct Options {
    QuestionOptions question{};
    std::string output{};
    bool explain = false;
    bool all = false;
    bool in_time_order = false;
};

// --all and --in-time-order are questions of their own.
const Question& question_of(const Options& options) {
    return options.all             ? all_paths_question()
           : options.in_time_order ? path_in_time_order_question()
                                   : paths_question();
}

PathAnswer find(const Store& store, const Arguments& arguments, const Options& options, Notes& notes) {
    return options.all             ? answer_all_paths(store, arguments, notes)
           : options.in_time_order ? answer_path_in_time_order(store, arguments, notes)
                                   : answer_paths(store, arguments, notes);
}

// When a hop of a path in order of time holds; where no text tells, when it was published.
std::string date_in_words(const HopView& hop) {
    const std::string& time = hop.ties.front().claims.front().time;
    return time.empty() ? "published " + date_of(*hop.day).to_string() : time;
}

void print_hop(const HopView& hop, bool explain, Console& console) {
    Report report(console);
    for (std::size_t i = 0; i < hop.ties.size(); ++i) {
        const TieView& tie = hop.ties[i];
        if (hop.day) console.out << "  " << inked(console, Ink::blue, single_line(date_in_words(hop))) << ' ';
        report.print_tie(tie, hop.from.id, hop.day ? 0 : i == 0 ? 2 : 4);
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
    for (const HopView& hop : path.hops) {
        print_hop(hop, options.explain, console);
        console.out << '\n';
    }
}

// All paths in short: a line each, every hop by its strongest tie.
void print_list(const PathAnswer& answer, Console& console) {
    Table table({"Hops", "Strength", "Path"});
    table.align_right(0);
    table.align_right(1);
    for (const PathView& path : answer.paths) {
        std::string line = path.hops.front().from.name;
        for (const HopView& hop : path.hops) {
            line += " " + arrow(hop.ties.front(), hop.from.id) + " " + hop.to.name;
            const Status status = hop.ties.front().status;
            if (status != Status::actual) line += " (" + std::string(to_string(status)) + ")";
        }
        table.add({std::to_string(path.hops.size()), two_digits(path.strength), line});
    }
    table.print(console);
}

void print_table(const PathAnswer& answer, const Options& options, Console& console) {
    if (options.all && !options.explain) return print_list(answer, console);
    const std::string ends = answer.from.name + " → " + answer.to.name;
    for (std::size_t i = 0; i < answer.paths.size(); ++i) {
        const std::string number = answer.paths.size() > 1 ? std::to_string(i + 1) + ". " : "";
        print_path(answer.paths[i], number + ends, options, console);
    }
}

// All ties of all paths, each once, from left to right.
GraphView graph_of_paths(const PathAnswer& answer) {
    std::vector<TieView> ties;
    std::map<std::pair<EntityId, EntityId>, EntityId> ways;
    for (const PathView& path : answer.paths) {
        for (const HopView& hop : path.hops) {
            if (ways.try_emplace(std::minmax(hop.from.id, hop.to.id), hop.from.id).second) {
                ties.insert(ties.end(), hop.ties.begin(), hop.ties.end());
                ties.insert(ties.end(), hop.denials.begin(), hop.denials.end());
            }
        }
    }
    GraphView graph = graph_of(std::move(ties), {answer.from, answer.to});
    graph.ways = std::move(ways);
    return graph;
}

void print(const Store& store, const PathAnswer& answer, const Options& options, Console& console) {
    const auto format = parse_export_format(options.question.format());
    if (options.question.wants("json")) {
        console.out << indented(json_of(answer)) << '\n';
    } else if (answer.paths.empty()) {
        if (answer.together && options.question.wants("table")) Report(console).print_joint_mentions(*answer.together);
    } else if (format) {
        write_drawing(store, graph_of_paths(answer), *format, console.out);
    } else {
        print_table(answer, options, console);
    }
}

// What is only denied ties nobody: without a filter such ties are no hops.
std::vector<Status> any_status() {
    return {all_statuses().begin(), all_statuses().end()};
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
    add("--status", !filter.statuses.empty(), [](PathQuestion& q) { q.filter.statuses = any_status(); });
    add("leaving out what is denied", filter.statuses.empty(),
        [](PathQuestion& q) { q.filter.statuses = any_status(); });
    add("--avoid", !filter.avoided.empty(), [](PathQuestion& q) { q.filter.avoided.clear(); });
    add("--max-degree", filter.max_degree > 0, [](PathQuestion& q) { q.filter.max_degree = 0; });
    add("--kinds", !filter.kinds.empty(), [](PathQuestion& q) { q.filter.kinds.clear(); });
    add("--speaker", !filter.speakers.empty(), [](PathQuestion& q) { q.filter.speakers.clear(); });
    add("--publisher", !filter.publishers.empty(), [](PathQuestion& q) { q.filter.publishers.clear(); });
    add("--extractor", !filter.extractors.empty(), [](PathQuestion& q) { q.filter.extractors.clear(); });
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
                 counted(paths.front().entities.size() - 1, "hop");
    }
    if (!found.empty()) return found + ".";
    const PathQuestion open{.from = question.from,
                            .to = question.to,
                            .filter = {.statuses = any_status()},
                            .max_hops = longest_search_hops};
    const std::vector<Path> paths = find_paths(store, open);
    if (paths.empty()) {
        return "No claim connects the two, whatever the filter: ingest more sources, or ask `kith show` for either.";
    }
    return "Without any filter there is one of " + counted(paths.front().entities.size() - 1, "hop") +
           "; more than one filter stands in its way.";
}

// Said on standard error, so that it is not lost where the answer goes to a program.
void print_if_incomplete(const PathAnswer& answer, Console& console) {
    if (answer.complete) return;
    console.err << "kith: there may be more paths than these " << std::to_string(answer.paths.size())
                << ": too many to list, or to find in the time allowed. Try a smaller --max-hops, or a filter.\n";
}

// --all and --in-time-order are questions of their own: neither goes with the other, nor with what tells which of the
// best paths to give.
void refuse_contrary(const Options& options) {
    const Arguments given = options.question.arguments();
    const std::vector<std::pair<std::string, bool>> questions = {{"--all", options.all},
                                                                 {"--in-time-order", options.in_time_order},
                                                                 {"-k", given.has("count")},
                                                                 {"--surest", given.has("order")}};
    if (!options.all && !options.in_time_order) return;
    std::vector<std::string> asked;
    for (const auto& [option, is_given] : questions) {
        if (is_given) asked.push_back(option);
    }
    if (asked.size() < 2) return;
    throw UsageError("path: " + asked[0] + " and " + asked[1] + " are different questions", "Leave one of them out.");
}

int run(const Options& options, Console& console) {
    refuse_contrary(options);
    std::optional<ExportFormat> drawing;
    if (!options.output.empty()) drawing = drawing_format_of("path", options.output);
    const Store store = open_store(options.question.database(), console);
    const Arguments arguments = options.question.arguments().completed(question_of(options).parameters);
    Notes notes;
    const PathAnswer answer = find(store, arguments, options, notes);
    print_notes(notes, console);
    if (!drawing) {
        print(store, answer, options, console);
    } else if (!answer.paths.empty()) {
        draw_into(options.output, store, graph_of_paths(answer), *drawing);
    }
    print_if_incomplete(answer, console);
    if (!answer.paths.empty()) return exit_good;
    const PathQuestion question = path_question(store, arguments, notes);
    const std::string within = " within " + counted(static_cast<std::size_t>(question.max_hops), "hop");
    const std::string ends = answer.from.name + " to " + answer.to.name;
    if (options.in_time_order && !find_paths(store, question).empty()) {
        throw Error("no path in order of time from " + ends + within,
                    "There is one that is not: ask again without --in-time-order.");
    }
    throw Error("no path from " + ends + within, in_words(*answer.together) + " " + advice(store, question));
}

}  // namespace

Run declare_path(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->question.declare(app, paths_question().parameters);
    app.get_option("--surest")->description("The strongest path first, however long, not the shortest");
    app.get_option("--max-hops")->description("The longest path to look for: 6, with --all 4")->default_str("");
    app.add_flag("--all", options->all, "Every path up to --max-hops, a line each");
    app.add_flag("--in-time-order", options->in_time_order, "One path of which no hop is earlier than the one before");
    app.add_flag("--explain", options->explain, "Every claim and every quote, not only the best");
    options->question.declare_format(app, {"table", "json", "dot", "svg"});
    add_drawing_option(app, options->output, "the paths");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
