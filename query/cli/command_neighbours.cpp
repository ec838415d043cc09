// kith neighbours ENTITY...: the entities around one or several, and what ties each to those nearer.
#include "query/ask/neighbours.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

std::string joined(const std::vector<Entity>& entities) {
    std::string text;
    for (const Entity& entity : entities) text += (text.empty() ? "" : ", ") + entity.name;
    return text;
}

void print(const NeighboursAnswer& answer, Console& console) {
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

std::optional<Error> complaint(const NeighboursAnswer& answer) {
    if (!answer.neighbours.empty()) return std::nullopt;
    return Error(joined(answer.from) + ": nothing is tied to it by such claims",
                 "Loosen the filter, or ask `kith show` for it.");
}

}  // namespace

Run declare_neighbours(CLI::App& app) {
    return ask_with(app, neighbours_question(), answer_neighbours, print, complaint);
}

}  // namespace kith::cli
