// kith components: what hangs together, and which single ties and entities hold it.
#include "query/ask/overview.hpp"
#include "query/cli/group_table.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/export/text_layout.hpp"
#include "query/overview_json.hpp"

namespace kith::cli {
namespace {

// A heading, the lines, and how many more there are.
void print_list(const std::string& heading, const std::vector<std::string>& lines, std::size_t count,
                Console& console) {
    console.out << '\n' << inked(console, Ink::bold, heading) << '\n';
    for (const std::string& line : lines) console.out << "  " << single_line(line) << '\n';
    if (lines.size() < count) {
        const std::string rest = std::to_string(count - lines.size()) + " more: --most shows more";
        console.out << "  " << inked(console, Ink::dim, rest) << '\n';
    }
}

void print_bridges(const ComponentsAnswer& answer, Console& console) {
    std::vector<std::string> lines;
    for (const auto& [from, to] : answer.bridges) lines.push_back(from.name + " — " + to.name);
    if (!lines.empty()) print_list("Ties that alone hold two parts together", lines, answer.bridge_count, console);
    if (answer.hanging_count > 0) {
        const std::string text = counted(answer.hanging_count, "entity hangs", "entities hang") + " by a single tie";
        Report(console).print_wrapped(lines.empty() ? text : "Besides, " + text, lines.empty() ? 0 : 2, Ink::dim);
    }
}

void print_table(const ComponentsAnswer& answer, Console& console) {
    const std::string title = counted(answer.group_count, "group that hangs", "groups that hang") + " together";
    console.out << inked(console, Ink::bold, title)
                << (answer.group_count > 1 ? " · no tie leads from one to another" : "") << "\n\n";
    print_groups(answer.groups, answer.group_count, answer.lone_entities, console);
    print_bridges(answer, console);
    std::vector<std::string> lines;
    for (const Entity& entity : answer.articulation_points) lines.push_back(entity.name);
    if (!lines.empty()) {
        print_list("Entities without whom others would be cut off", lines, answer.articulation_count, console);
    }
}

}  // namespace

Run declare_components(CLI::App& app) {
    return ask_with(app, components_question(), answer_components, print_table);
}

}  // namespace kith::cli
