#include "query/ask/timeline.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row a tie and time: `time` is that of the claim.
Rows rows_of(const TimelineAnswer& answer) {
    Rows rows;
    for (const TimelineEntry& entry : answer.timeline) {
        Row& row = rows.emplace_back();
        row = {entry.tie.strength};
        append_tie(row, entry.tie);
        append_best_evidence(row, entry.tie);
    }
    return rows;
}

}  // namespace

TimelineAnswer answer_timeline(const Store& store, const Arguments& arguments, Notes& notes) {
    const EntityId entity = find_entity(store, arguments.text("entity"), notes);
    TimelineAnswer answer = ResultBuilder(store).timeline(entity, claim_filter(store, arguments, notes));
    answer.left_out = shorten(answer.timeline, arguments.count("most"));
    return answer;
}

const Question& timeline_question() {
    static const Question question{
        .name = "timeline",
        .command = "timeline",
        .title = "What texts date of an entity, earliest first",
        .summary = "What sources date about an entity, earliest first. Publication dates are not on it.",
        .example = "kith timeline Wagner --since 2022",
        .parameters = std::vector{entity_parameter(), most_parameter("100", "how many to give")} + filter_parameters(),
        .json = as_json<answer_timeline>,
        .columns = Columns{"strength REAL"} + tie_columns() + evidence_columns(),
        .rows = as_rows<answer_timeline, rows_of>,
    };
    return question;
}

}  // namespace kith
