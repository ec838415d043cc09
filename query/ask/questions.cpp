#include "query/ask/questions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/store/store_database.hpp"
#include "query/ask/claims.hpp"
#include "query/ask/common_neighbours.hpp"
#include "query/ask/contradictions.hpp"
#include "query/ask/entities.hpp"
#include "query/ask/entity.hpp"
#include "query/ask/fragility.hpp"
#include "query/ask/holdings.hpp"
#include "query/ask/neighbours.hpp"
#include "query/ask/overview.hpp"
#include "query/ask/owners.hpp"
#include "query/ask/paths.hpp"
#include "query/ask/review.hpp"
#include "query/ask/texts.hpp"
#include "query/ask/timeline.hpp"
#include "query/words.hpp"

namespace kith {

std::vector<Parameter> parameters_of(const Question& question) {
    return question.parameters + std::vector<Parameter>{{.name = "timeout",
                                                         .type = ArgumentType::number,
                                                         .meaning = "give up after so many seconds",
                                                         .least = 0.001,
                                                         .most = 1e6}};
}

std::span<const Question* const> all_questions() {
    static const std::array questions = {
        &find_entity_question(), &paths_question(),
        &all_paths_question(),   &path_in_time_order_question(),
        &entity_question(),      &claims_question(),
        &timeline_question(),    &contradictions_question(),
        &neighbours_question(),  &common_neighbours_question(),
        &owners_question(),      &fragility_question(),
        &rank_question(),        &communities_question(),
        &components_question(),  &search_question(),
        &mentions_question(),    &entities_question(),
        &evidence_question(),    &document_question(),
        &relations_question(),   &statistics_question(),
        &review_question(),
    };
    return questions;
}

const Question& question_named(std::string_view name) {
    const auto questions = all_questions();
    const auto found = std::ranges::find(questions, name, &Question::name);
    if (found != questions.end()) return **found;
    std::vector<std::string> known;
    for (const Question* each : questions) known.emplace_back(each->name);
    throw UnknownWord("there is no question \"" + std::string(name) + "\"",
                      did_you_mean(name, known, "There are " + joined(known, ", ") + "."));
}

std::string function_of(const Question& question) {
    return std::string(question.function.empty() ? "kith_" : question.function) + std::string(question.command);
}

Json description_of_questions() {
    Json list = Json::array();
    for (const Question* each : all_questions()) {
        list.push_back({{"name", each->name},
                        {"title", each->title},
                        {"summary", each->summary},
                        {"command", text_or_null(each->command.empty() ? "" : "kith " + std::string(each->command))},
                        {"function", function_of(*each)},
                        {"arguments", schema_of(parameters_of(*each))}});
    }
    return list;
}

StopScope within_timeout(const Store& store, const Arguments& completed) {
    const StopCheck* check = database_of(store).stop_check();
    StopCondition condition = check ? check->condition() : StopCondition();
    if (completed.has("timeout")) condition = condition.within(completed.number("timeout"));
    return {database_of(store), std::move(condition)};
}

Json ask(const Store& store, std::string_view question, const Arguments& arguments) {
    const Question& asked = question_named(question);
    const Arguments completed = arguments.completed(parameters_of(asked));
    const StopScope scope = within_timeout(store, completed);
    Notes notes;
    Json answer = asked.json(store, completed, notes);
    if (!notes.empty()) answer["notes"] = notes;
    return answer;
}

}  // namespace kith
