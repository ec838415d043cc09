// kith common A B: the entities that are tied to both.
#include "query/ask/common_neighbours.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print(const CommonAnswer& answer, Console& console) {
    if (answer.neighbours.empty()) return;
    Table table({"Entity", "Kind", "Ties"});
    for (const CommonNeighbourView& each : answer.neighbours) {
        std::vector<TieView> ties = each.first_ties;
        ties.insert(ties.end(), each.second_ties.begin(), each.second_ties.end());
        table.add({each.entity.name, in_words(each.entity.kind), ties_in_words(ties, each.entity.id)});
    }
    table.print(console);
}

std::optional<Error> complaint(const CommonAnswer& answer) {
    if (!answer.neighbours.empty()) return std::nullopt;
    return Error("no entity is tied to both " + answer.first.name + " and " + answer.second.name + " by such claims",
                 "Loosen the filter, or ask `kith path` for longer ways between the two.");
}

}  // namespace

Run declare_common(CLI::App& app) {
    return ask_with(app, common_neighbours_question(), answer_common_neighbours, print, complaint);
}

}  // namespace kith::cli
