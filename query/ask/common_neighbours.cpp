#include "query/ask/common_neighbours.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row a tie with either.
Rows rows_of(const CommonAnswer& answer) {
    Rows rows;
    for (const CommonNeighbourView& each : answer.neighbours) {
        for (const auto* ties : {&each.first_ties, &each.second_ties}) {
            for (const TieView& tie : *ties) {
                Row& row = rows.emplace_back();
                row = {integer(each.entity.id), optional_text(each.entity.name),
                       std::string(to_string(each.entity.kind)),
                       integer(ties == &each.first_ties ? answer.first.id : answer.second.id), tie.strength};
                append_tie(row, tie);
                append_best_evidence(row, tie);
            }
        }
    }
    return rows;
}

}  // namespace

CommonAnswer answer_common_neighbours(const Store& store, const Arguments& arguments, Notes& notes) {
    const auto [first, second] = find_two(store, arguments.text("first"), arguments.text("second"), notes);
    const ClaimFilter filter = claim_filter(store, arguments, notes);
    ResultBuilder builder(store);
    return builder.common(first, second, filter,
                          find_common_neighbours(store, first, second, filter, arguments.count("most")));
}

const Question& common_neighbours_question() {
    static const Question question{
        .name = "common_neighbours",
        .command = "common",
        .title = "The entities that are tied to both of two",
        .summary = "The entities that are tied to both of two, most strongly tied first.",
        .example = "kith common Wagner Iran",
        .parameters = std::vector<Parameter>{{.name = "first",
                                              .type = ArgumentType::entity,
                                              .meaning = "one entity",
                                              .required = true,
                                              .option = "A"},
                                             {.name = "second",
                                              .type = ArgumentType::entity,
                                              .meaning = "the other",
                                              .required = true,
                                              .option = "B"},
                                             most_parameter("20", "how many to give, the most strongly tied first")} +
                      search_filter_parameters(),
        .json = as_json<answer_common_neighbours>,
        .columns = Columns{"id INTEGER", "name TEXT", "kind TEXT", "with_id INTEGER", "strength REAL"} + tie_columns() +
                   evidence_columns(),
        .rows = as_rows<answer_common_neighbours, rows_of>,
    };
    return question;
}

}  // namespace kith
