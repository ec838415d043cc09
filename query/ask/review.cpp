#include "query/ask/review.hpp"

#include "graph/store/review_order.hpp"
#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

Rows rows_of(const ReviewAnswer& answer) {
    Rows rows;
    for (const ReviewedClaim& each : answer.claims) {
        Row& row = rows.emplace_back();
        row = {each.priority};
        append_tie(row, each.tie);
        append_best_evidence(row, each.tie);
    }
    return rows;
}

}  // namespace

ReviewAnswer answer_review(const Store& store, const Arguments& arguments, Notes& notes) {
    std::optional<EntityId> about;
    if (arguments.has("about")) about = find_entity(store, arguments.text("about"), notes);
    ResultBuilder builder(store);
    ReviewAnswer answer;
    for (const RankedClaim& each :
         claims_to_review(store, about, claim_filter(store, arguments, notes), arguments.count("most")))
        answer.claims.push_back({each.priority, builder.ties({each.claim}).front()});
    return answer;
}

const Question& review_question() {
    static const Question question{
        .name = "review",
        .command = "review",
        .title = "Which claims people should judge first",
        .summary =
            "Claims that nobody has judged yet, those first that a verdict changes most: unsure, said by few, and "
            "between entities of which much is claimed.",
        .example = "kith review --about Wagner",
        .parameters =
            std::vector<Parameter>{{.name = "about", .type = ArgumentType::entity, .meaning = "only of this entity"},
                                   most_parameter("20", "how many to give")} +
            filter_parameters(),
        .json = as_json<answer_review>,
        .columns = Columns{"priority REAL"} + tie_columns() + evidence_columns(),
        .rows = as_rows<answer_review, rows_of>,
    };
    return question;
}

}  // namespace kith
