// kith communities: the groups that a graph falls into.
#include "query/ask/overview.hpp"
#include "query/cli/group_table.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/overview_json.hpp"

namespace kith::cli {
namespace {

void print_table(const CommunitiesAnswer& answer, Console& console) {
    console.out << inked(console, Ink::bold, counted(answer.group_count, "group")) << " · modularity "
                << two_digits(answer.modularity) << "\n\n";
    print_groups(answer.groups, answer.group_count, answer.lone_entities, console);
}

}  // namespace

Run declare_communities(CLI::App& app) {
    return ask_with(app, communities_question(), answer_communities, print_table);
}

}  // namespace kith::cli
