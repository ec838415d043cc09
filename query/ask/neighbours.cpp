#include "query/ask/neighbours.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row an entity, with its strongest tie to one nearer.
Rows rows_of(const NeighboursAnswer& answer) {
    const bool is_complete = answer.cut.empty() && !answer.full;
    Rows rows;
    for (const NeighbourView& neighbour : answer.neighbours) {
        if (neighbour.ties.empty()) continue;
        const TieView& tie = neighbour.ties.front();
        Row& row = rows.emplace_back();
        row = {integer(neighbour.hops),
               integer(neighbour.entity.id),
               optional_text(neighbour.entity.name),
               std::string(to_string(neighbour.entity.kind)),
               tie.strength,
               count_of(neighbour.ties.size()),
               integer(is_complete),
               integer(tie.relation->symmetric || tie.object.id == neighbour.entity.id)};
        append_tie(row, tie);
        append_best_evidence(row, tie);
    }
    return rows;
}

}  // namespace

NeighboursAnswer answer_neighbours(const Store& store, const Arguments& arguments, Notes& notes) {
    NeighbourhoodQuestion question;
    for (const std::string& name : arguments.texts("entities")) {
        question.from.push_back(find_entity(store, name, notes));
    }
    question.filter = claim_filter(store, arguments, notes);
    question.depth = static_cast<int>(arguments.integer("depth"));
    question.directed = arguments.flag("directed");
    question.most_neighbours = arguments.count("most_neighbours");
    ResultBuilder builder(store);
    return builder.neighbours(question, find_neighbourhood(store, question));
}

const Question& neighbours_question() {
    static const Question question{
        .name = "neighbours",
        .command = "neighbours",
        .title = "The entities around one or several",
        .summary = "The entities around one or several, nearest first, with the ties that join each to those nearer.",
        .example = "kith neighbours Hezbollah Iran --depth 2",
        .parameters =
            std::vector<Parameter>{
                {.name = "entities",
                 .type = ArgumentType::entities,
                 .meaning = "the entities, by any names they go by",
                 .required = true,
                 .option = "ENTITY"},
                {.name = "depth",
                 .type = ArgumentType::integer,
                 .meaning = "how many hops away",
                 .least = 1,
                 .most = 20,
                 .usual = "1"},
                {.name = "most_neighbours",
                 .type = ArgumentType::integer,
                 .meaning = "how many neighbours of one entity to follow, the most strongly tied first",
                 .least = 1,
                 .most = 1e6,
                 .usual = "200"},
                directed_parameter(),
            } +
            search_filter_parameters(),
        .json = as_json<answer_neighbours>,
        .columns = Columns{"hops INTEGER", "id INTEGER", "name TEXT", "kind TEXT", "strength REAL", "ties INTEGER",
                           "complete INTEGER", "forward INTEGER"} +
                   tie_columns() + evidence_columns(),
        .rows = as_rows<answer_neighbours, rows_of>,
    };
    return question;
}

}  // namespace kith
