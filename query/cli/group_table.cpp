#include "query/cli/group_table.hpp"

#include "query/cli/report.hpp"
#include "query/cli/table.hpp"

namespace kith::cli {
namespace {

std::string members_of(const GroupView& group) {
    std::string text;
    for (const Entity& member : group.members) text += (text.empty() ? "" : ", ") + member.name;
    const std::size_t rest = group.size - group.members.size();
    return rest == 0 ? text : text + " and " + std::to_string(rest) + " more";
}

}  // namespace

void print_groups(const std::vector<GroupView>& groups, std::size_t group_count, std::size_t lone_entities,
                  Console& console) {
    if (!groups.empty()) {
        Table table({"Entities", "Among them"});
        table.align_right(0);
        for (const GroupView& group : groups) table.add({std::to_string(group.size), members_of(group)});
        table.print(console);
    }
    Report report(console);
    if (groups.size() < group_count) {
        report.print_wrapped(counted(group_count - groups.size(), "more group") + ": --most shows more", 0, Ink::dim);
    }
    if (lone_entities > 0) {
        report.print_wrapped(counted(lone_entities, "entity is", "entities are") + " tied to nobody", 0, Ink::dim);
    }
}

}  // namespace kith::cli
