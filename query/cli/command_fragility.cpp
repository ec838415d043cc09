// kith fragility A B: the fewest sources whose loss would cut every path between the two.
#include <memory>

#include "graph/search/fragility.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string from, to, database, format, by;
    FilterOptions filter;
    int max_hops = 4;
    bool directed = false;
};

// "2 sources", "at least 2 and at most 3 sources".
std::string size_of_cut(const FragilityAnswer& answer) {
    const std::size_t found = answer.sources.size();
    if (answer.numbers.exact) return counted(found, "source");
    return "at least " + std::to_string(answer.numbers.at_least) + " and at most " + counted(found, "source");
}

std::string independence(const Fragility& numbers) {
    if (numbers.disjoint_paths == 1 && numbers.disjoint_paths_exact) {
        return "No two paths between them stand on different sources.";
    }
    return (numbers.disjoint_paths_exact ? "" : "At least ") + counted(numbers.disjoint_paths, "path") +
           (numbers.disjoint_paths == 1 ? " stands" : " stand") + " on sources of their own, none shared.";
}

void print_source(const FragilityAnswer::Source& source, Report& report, Console& console) {
    console.out << "  " << inked(console, Ink::bold, single_line(source.name)) << '\n';
    for (const Document& document : source.documents) {
        std::string line;
        for (const std::string& fact : {document.title, document.publisher, document.published, document.location}) {
            if (!fact.empty() && fact != source.name) line += (line.empty() ? "" : " · ") + fact;
        }
        if (!line.empty()) report.print_wrapped(line, 6, Ink::dim);
    }
}

void print_table(const FragilityAnswer& answer, const Options& options, Console& console) {
    Report report(console);
    const Fragility& numbers = answer.numbers;
    console.out << inked(console, Ink::bold, single_line(answer.from.name + " → " + answer.to.name))
                << " · paths of at most " << counted(static_cast<std::size_t>(numbers.hops), "hop") << "\n\n";
    if (numbers.hops < options.max_hops) {
        report.print_wrapped("Longer paths were not looked at: there are too many ties on them.", 0, Ink::dim);
    }
    if (!numbers.can_be_cut) {
        report.print_wrapped("No loss of sources cuts the two apart: some path has claims that name no source.", 0,
                             Ink::bold);
        return;
    }
    report.print_wrapped("Without " + size_of_cut(answer) + " no path is left:", 0, Ink::bold);
    for (const FragilityAnswer::Source& source : answer.sources) print_source(source, report, console);
    console.out << '\n';
    report.print_wrapped(independence(numbers), 0, Ink::dim);
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    FragilityQuestion question;
    question.from = find_entity(store, options.from, console);
    question.to = find_entity(store, options.to, console);
    require_two(store, options.from, question.from, options.to, question.to);
    question.filter = options.filter.resolve(store, console);
    question.by = options.by == "publisher" ? FragilityQuestion::By::publisher : FragilityQuestion::By::document;
    question.directed = options.directed;
    question.max_hops = options.max_hops;
    const FragilityAnswer answer = ResultBuilder(store).fragility(question, find_fragility(store, question));
    if (options.format == "json") {
        console.out << indented(json_of(answer)) << '\n';
    } else if (answer.numbers.connected) {
        print_table(answer, options, console);
    }
    if (answer.numbers.connected) return exit_good;
    throw Error("no path from " + answer.from.name + " to " + answer.to.name + " within " +
                    counted(static_cast<std::size_t>(options.max_hops), "hop"),
                "`kith path` tells what stands in the way.");
}

}  // namespace

Run declare_fragility(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->by = "document";
    app.add_option("A", options->from, "The entity to start from")->required()->type_name("NAME");
    app.add_option("B", options->to, "The entity to reach")->required()->type_name("NAME");
    add_database_option(app, options->database);
    app.add_option("--by", options->by, "What counts as one source: document (copies of one text are one), publisher")
        ->check(CLI::IsMember({"document", "publisher"}).description(""))
        ->type_name("SOURCE")
        ->capture_default_str();
    app.add_option("--max-hops", options->max_hops, "The longest paths to look at")
        ->check(CLI::Range(1, 20).description(""))
        ->type_name("N")
        ->capture_default_str();
    app.add_flag("--directed", options->directed, "Follow ties from subject to object only");
    options->filter.declare(app, "--via", "--not-via");
    options->filter.declare_search(app);
    add_format_option(app, options->format, {"table", "json"});
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
