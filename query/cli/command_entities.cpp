// kith entities [PATTERN]: those that there are; kith who NAME: those who go by a name.
#include "graph/error.hpp"
#include "query/ask/entities.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

void print_entities(const EntitiesAnswer& answer, Console& console) {
    if (answer.entities.empty()) return;
    Table table({"Id", "Entity", "Kind", "Claims"});
    table.align_right(0);
    table.align_right(3);
    for (const EntityFound& each : answer.entities) {
        table.add({"#" + std::to_string(each.entity.id), each.entity.name, in_words(each.entity.kind),
                   std::to_string(each.claims)});
    }
    table.print(console);
    if (answer.entities.size() < answer.count) {
        Report(console).print_wrapped(
            counted(answer.count - answer.entities.size(), "more entity", "more entities") + ": --most shows more", 0,
            Ink::dim);
    }
}

std::optional<Error> no_entities(const EntitiesAnswer& answer) {
    if (!answer.entities.empty()) return std::nullopt;
    return Error("no entity is of this kind or has such a name", "`kith entities` without more lists them all.");
}

void print_bearers(const NameAnswer& answer, Console& console) {
    if (answer.bearers.empty()) return;
    Table table({"Id", "Entity", "Kind", "Other names"});
    table.align_right(0);
    for (const NameAnswer::Bearer& each : answer.bearers) {
        table.add({"#" + std::to_string(each.entity.id), each.entity.name, in_words(each.entity.kind),
                   joined(each.aliases, ", ")});
    }
    table.print(console);
}

std::optional<Error> nobody(const NameAnswer& answer) {
    if (!answer.bearers.empty()) return std::nullopt;
    return Error("no entity goes by this name", answer.suggestions.empty()
                                                    ? "`kith entities` lists those that there are."
                                                    : "Did you mean " + joined(answer.suggestions, ", or ") + "?");
}

}  // namespace

Run declare_entities(CLI::App& app) {
    return ask_with(app, entities_question(), answer_entities, print_entities, no_entities);
}

Run declare_who(CLI::App& app) {
    return ask_with(app, find_entity_question(), answer_find_entity, print_bearers, nobody);
}

}  // namespace kith::cli
