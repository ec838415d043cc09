#include "query/ask/fragility.hpp"

#include <tuple>

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row a document that falls.
Rows rows_of(const FragilityAnswer& answer) {
    Rows rows;
    for (const FragilityAnswer::Source& source : answer.sources) {
        for (const Document& document : source.documents) {
            rows.push_back({optional_text(source.name), integer(document.id), optional_text(document.publisher),
                            optional_text(document.published), optional_text(document.location),
                            integer(answer.numbers.exact), count_of(answer.numbers.at_least),
                            count_of(answer.numbers.disjoint_paths)});
        }
    }
    return rows;
}

}  // namespace

FragilityAnswer answer_fragility(const Store& store, const Arguments& arguments, Notes& notes) {
    FragilityQuestion question;
    std::tie(question.from, question.to) = find_two(store, arguments.text("from"), arguments.text("to"), notes);
    question.filter = claim_filter(store, arguments, notes);
    question.by =
        arguments.text("by") == "publisher" ? FragilityQuestion::By::publisher : FragilityQuestion::By::document;
    question.max_hops = static_cast<int>(arguments.integer("max_hops"));
    question.directed = arguments.flag("directed");
    ResultBuilder builder(store);
    return builder.fragility(question, find_fragility(store, question));
}

const Question& fragility_question() {
    static const Question question{
        .name = "fragility",
        .command = "fragility",
        .title = "The fewest sources whose loss would cut every path between two entities",
        .summary =
            "The fewest sources whose loss would cut every path between two entities, with their documents; and "
            "how many paths stand on sources of their own.",
        .example = "kith fragility Wagner Iran --by publisher",
        .parameters = end_parameters() +
                      std::vector<Parameter>{{.name = "by",
                                              .meaning = "what counts as one source: document (copies of one text are "
                                                         "one), publisher",
                                              .choices = {"document", "publisher"},
                                              .usual = "\"document\"",
                                              .placeholder = "SOURCE"},
                                             max_hops_parameter("4"),
                                             directed_parameter()} +
                      search_filter_parameters(RelationOption::via),
        .json = as_json<answer_fragility>,
        .columns = {"source TEXT", "document INTEGER", "publisher TEXT", "published TEXT", "location TEXT",
                    "exact INTEGER", "at_least INTEGER", "disjoint_paths INTEGER"},
        .rows = as_rows<answer_fragility, rows_of>,
    };
    return question;
}

}  // namespace kith
