// kith fragility A B: the fewest sources whose loss would cut every path between the two.
#include "query/ask/fragility.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

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

void print(const FragilityAnswer& answer, Console& console) {
    if (!answer.numbers.connected) return;
    Report report(console);
    const Fragility& numbers = answer.numbers;
    console.out << inked(console, Ink::bold, single_line(answer.from.name + " → " + answer.to.name))
                << " · paths of at most " << counted(static_cast<std::size_t>(numbers.hops), "hop") << "\n\n";
    if (numbers.hops < answer.max_hops) {
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

std::optional<Error> complaint(const FragilityAnswer& answer) {
    if (answer.numbers.connected) return std::nullopt;
    return Error("no path from " + answer.from.name + " to " + answer.to.name + " within " +
                     counted(static_cast<std::size_t>(answer.max_hops), "hop"),
                 "`kith path` tells what stands in the way.");
}

}  // namespace

Run declare_fragility(CLI::App& app) {
    return ask_with(app, fragility_question(), answer_fragility, print, complaint);
}

}  // namespace kith::cli
