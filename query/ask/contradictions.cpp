#include "query/ask/contradictions.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row a tie of either side; those of one contradiction share its number.
Rows rows_of(const ContradictionsAnswer& answer) {
    Rows rows;
    for (std::size_t i = 0; i < answer.contradictions.size(); ++i) {
        const Contradiction& each = answer.contradictions[i];
        for (const auto* side : {&each.held, &each.denied}) {
            for (const TieView& tie : *side) {
                Row& row = rows.emplace_back();
                row = {count_of(i + 1), std::string(side == &each.held ? "held" : "denied"), tie.strength};
                append_tie(row, tie);
                append_best_evidence(row, tie);
            }
        }
    }
    return rows;
}

}  // namespace

ContradictionsAnswer answer_contradictions(const Store& store, const Arguments& arguments, Notes& notes) {
    std::optional<EntityId> about;
    if (arguments.has("about")) about = find_entity(store, arguments.text("about"), notes);
    ContradictionsAnswer answer = ResultBuilder(store).contradictions(about, claim_filter(store, arguments, notes));
    answer.left_out = shorten(answer.contradictions, arguments.count("most"));
    return answer;
}

const Question& contradictions_question() {
    static const Question question{
        .name = "contradictions",
        .command = "contradictions",
        .title = "What some source holds and another denies",
        .summary = "Ties that some source holds and another denies, of one entity or of all.",
        .example = "kith contradictions --about Wagner",
        .parameters =
            std::vector<Parameter>{{.name = "about", .type = ArgumentType::entity, .meaning = "only of this entity"},
                                   most_parameter("100", "how many to give")} +
            filter_parameters(),
        .json = as_json<answer_contradictions>,
        .columns = Columns{"contradiction INTEGER", "side TEXT", "strength REAL"} + tie_columns() + evidence_columns(),
        .rows = as_rows<answer_contradictions, rows_of>,
    };
    return question;
}

}  // namespace kith
