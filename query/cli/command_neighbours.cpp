// kith neighbours ENTITY...: the entities around one or several, and what ties each to those nearer.
#include <memory>

#include "query/ask/neighbours.hpp"
#include "query/cli/drawing.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/export/strongest_part.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    QuestionOptions question{};
    std::string output{};
    std::size_t most_entities = entities_in_picture;
};

std::string joined(const std::vector<Entity>& entities) {
    std::string text;
    for (const Entity& entity : entities) text += (text.empty() ? "" : ", ") + entity.name;
    return text;
}

void print_table(const NeighboursAnswer& answer, Console& console) {
    if (answer.neighbours.empty()) return;
    Table table({"Hops", "Entity", "Kind", "Strength", "Tie"});
    table.align_right(0);
    table.align_right(3);
    for (const NeighbourView& neighbour : answer.neighbours) {
        table.add({std::to_string(neighbour.hops), neighbour.entity.name, in_words(neighbour.entity.kind),
                   two_digits(neighbour.ties.empty() ? 0.0 : neighbour.ties.front().strength),
                   ties_in_words(neighbour.ties, neighbour.entity.id)});
    }
    table.print(console);
    Report report(console);
    if (!answer.cut.empty()) {
        report.print_wrapped("Only the most strongly tied neighbours of " + joined(answer.cut) +
                                 " were followed: --most-neighbours follows more",
                             0, Ink::dim);
    }
    if (answer.full) {
        report.print_wrapped("There are more: a filter or a smaller --depth shows fewer of them at once", 0, Ink::dim);
    }
}

// What is told as a table, drawn: no ties but those to whoever is nearer.
GraphView graph_of_neighbours(const NeighboursAnswer& answer, ExportFormat format, std::size_t most_entities) {
    std::vector<TieView> ties;
    for (const NeighbourView& each : answer.neighbours) ties.insert(ties.end(), each.ties.begin(), each.ties.end());
    GraphView graph = graph_of(std::move(ties), answer.from);
    return format == ExportFormat::html ? graph : strongest_part(std::move(graph), most_entities);
}

int run(const Options& options, Console& console) {
    const bool is_told = options.output.empty();
    const std::optional<ExportFormat> drawing =
        is_told ? parse_export_format(options.question.format()) : drawing_format_of("neighbours", options.output);
    const Store store = open_store(options.question.database(), console);
    Notes notes;
    const Arguments arguments = options.question.arguments().completed(neighbours_question().parameters);
    const NeighboursAnswer answer = answer_neighbours(store, arguments, notes);
    print_notes(notes, console);
    if (is_told && options.question.wants("json")) {
        print_json(json_of(answer), notes, console);
    } else if (!drawing) {
        print_table(answer, console);
    } else if (!answer.neighbours.empty()) {
        const GraphView graph = graph_of_neighbours(answer, *drawing, options.most_entities);
        if (is_told) {
            write_drawing(store, graph, *drawing, console.out);
        } else {
            draw_into(options.output, store, graph, *drawing);
        }
    }
    if (!answer.neighbours.empty()) return exit_good;
    throw Error(joined(answer.from) + ": nothing is tied to it by such claims",
                "Loosen the filter, or ask `kith show` for it.");
}

}  // namespace

Run declare_neighbours(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->question.declare(app, neighbours_question().parameters);
    options->question.declare_format(app, {"table", "json", "dot", "svg"});
    add_drawing_option(app, options->output, "them");
    app.add_option("--most-entities", options->most_entities,
                   "Of a picture: how many entities, the most strongly tied; 0: all")
        ->type_name("N")
        ->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
