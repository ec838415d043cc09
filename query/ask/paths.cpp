#include "query/ask/paths.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "graph/store/stop_scope.hpp"
#include "graph/store/store_database.hpp"
#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/sentences.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

Columns path_columns() {
    return Columns{"path INTEGER",  "hop INTEGER",     "from_id INTEGER", "from_name TEXT",
                   "to_id INTEGER", "to_name TEXT",    "strength REAL",   "path_strength REAL",
                   "ties INTEGER",  "denials INTEGER", "forward INTEGER"} +
           tie_columns() + evidence_columns();
}

// A row a hop.
Rows rows_of(const PathAnswer& answer) {
    Rows rows;
    for (std::size_t path = 0; path < answer.paths.size(); ++path) {
        const std::vector<HopView>& hops = answer.paths[path].hops;
        for (std::size_t hop = 0; hop < hops.size(); ++hop) {
            const HopView& view = hops[hop];
            if (view.ties.empty()) continue;
            const TieView& tie = view.ties.front();
            Row& row = rows.emplace_back();
            row = {count_of(path + 1),
                   count_of(hop + 1),
                   integer(view.from.id),
                   optional_text(view.from.name),
                   integer(view.to.id),
                   optional_text(view.to.name),
                   view.strength,
                   answer.paths[path].strength,
                   count_of(view.ties.size()),
                   count_of(view.denials.size()),
                   is_forward(tie, view.from.id)};
            append_tie(row, tie);
            append_best_evidence(row, tie);
        }
    }
    return rows;
}

std::vector<Parameter> shared_parameters(std::string_view usual_hops) {
    return end_parameters() +
           std::vector{max_hops_parameter(usual_hops), max_degree_parameter(), directed_parameter()} +
           search_filter_parameters(RelationOption::via);
}

PathAnswer with_mentions(const Store& store, PathAnswer answer) {
    if (answer.paths.empty()) answer.together = joint_mentions(store, answer.from.id, answer.to.id);
    return answer;
}

}  // namespace

PathQuestion path_question(const Store& store, const Arguments& arguments, Notes& notes) {
    PathQuestion question;
    std::tie(question.from, question.to) = find_two(store, arguments.text("from"), arguments.text("to"), notes);
    question.filter = claim_filter(store, arguments, notes);
    question.count = std::max(static_cast<int>(arguments.integer("count")), 1);
    question.max_hops = static_cast<int>(arguments.integer("max_hops"));
    question.directed = arguments.flag("directed");
    question.order = arguments.text("order") == "surest" ? PathOrder::surest : PathOrder::fewest_hops;
    return question;
}

PathAnswer answer_paths(const Store& store, const Arguments& arguments, Notes& notes) {
    const PathQuestion question = path_question(store, arguments, notes);
    ResultBuilder builder(store);
    return with_mentions(store, builder.paths(question, find_paths(store, question)));
}

PathAnswer answer_all_paths(const Store& store, const Arguments& arguments, Notes& notes) {
    const PathQuestion asked = path_question(store, arguments, notes);
    AllPathsQuestion question;
    question.from = asked.from;
    question.to = asked.to;
    question.filter = asked.filter;
    question.max_hops = asked.max_hops;
    question.directed = asked.directed;
    const AllPaths found = find_all_paths(store, question);
    // What was found before the time was up is still told: a thousand paths at most.
    std::optional<StopScope> scope;
    const StopCheck* check = database_of(store).stop_check();
    if (!found.complete && check) scope.emplace(database_of(store), StopCondition{check->condition().token, {}});
    ResultBuilder builder(store);
    return with_mentions(store, builder.all_paths(question, found));
}

PathAnswer answer_path_in_time_order(const Store& store, const Arguments& arguments, Notes& notes) {
    const PathQuestion asked = path_question(store, arguments, notes);
    const TimeRespectingQuestion question{.from = asked.from,
                                          .to = asked.to,
                                          .filter = asked.filter,
                                          .max_hops = asked.max_hops,
                                          .directed = asked.directed};
    ResultBuilder builder(store);
    return with_mentions(store, builder.path_in_time_order(question, find_time_respecting_path(store, question)));
}

const Question& paths_question() {
    static const Question question{
        .name = "paths",
        .command = "path",
        .title = "How two entities are tied, hop by hop, with the words that say so",
        .summary =
            "Chains of claims from one entity to another. Each hop has its ties with relation, direction, "
            "status, speaker, number of independent sources and the quoted sentences. A path is an argument, not "
            "a fact: give the quotes. Where there is none, `together` tells where texts name both all the same.",
        .example = "kith path Wagner Iran -k 3 --status actual,planned",
        .parameters = end_parameters() +
                      std::vector<Parameter>{{.name = "count",
                                              .type = ArgumentType::integer,
                                              .meaning = "how many paths, each by way of other entities",
                                              .least = 1,
                                              .most = 1000,
                                              .usual = "1",
                                              .option = "-k,--count"},
                                             {.name = "order",
                                              .meaning = "the shortest path first, or the strongest however long; of "
                                                         "a list, the longer it is the less it ties those who stand on "
                                                         "it",
                                              .choices = {"fewest_hops", "surest"},
                                              .usual = "\"fewest_hops\"",
                                              .option = "--surest",
                                              .flag_for = "surest"},
                                             max_hops_parameter("6"),
                                             max_degree_parameter(),
                                             directed_parameter()} +
                      search_filter_parameters(RelationOption::via),
        .json = as_json<answer_paths>,
        .columns = path_columns(),
        .rows = as_rows<answer_paths, rows_of>,
    };
    return question;
}

const Question& all_paths_question() {
    static const Question question{
        .name = "all_paths",
        .title = "Every way from one entity to another",
        .summary =
            "All paths up to a length that pass no entity twice, the shortest first. Their number grows "
            "exponentially: a thousand at most, and of those what is found in the time allowed. `complete` tells "
            "whether these are all.",
        .parameters = shared_parameters("4"),
        .json = as_json<answer_all_paths>,
        .columns = path_columns(),
        .rows = as_rows<answer_all_paths, rows_of>,
        .function = "kith_all_paths",
    };
    return question;
}

const Question& path_in_time_order_question() {
    static const Question question{
        .name = "path_in_time_order",
        .title = "A path of which no hop is earlier than the one before",
        .summary =
            "One path in the order of time, as money or orders would travel. A hop's day is that of its claim: "
            "the first of the time that a text tells, else that of the publication.",
        .parameters = shared_parameters("6"),
        .json = as_json<answer_path_in_time_order>,
        .columns = path_columns(),
        .rows = as_rows<answer_path_in_time_order, rows_of>,
        .function = "kith_path_in_time_order",
    };
    return question;
}

}  // namespace kith
