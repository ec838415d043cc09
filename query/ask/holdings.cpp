#include "query/ask/holdings.hpp"

#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

Rows relation_rows(const RelationsAnswer& answer) {
    Rows rows;
    for (const Relation& each : answer.relations) {
        rows.push_back({optional_text(each.name), optional_text(each.group), optional_text(each.inverse),
                        integer(each.symmetric), optional_text(each.gloss)});
    }
    return rows;
}

Rows statistics_rows(const Statistics& numbers) {
    const Json json = json_of(numbers);
    Rows rows;
    for (const auto& [name, count] : json.items()) rows.push_back({name, count.get<std::int64_t>()});
    return rows;
}

}  // namespace

Json json_of(const RelationsAnswer& answer) {
    Json list = Json::array();
    for (const Relation& each : answer.relations) list.push_back(json_of(each));
    return {{"relations", std::move(list)}};
}

RelationsAnswer relations_of(const Ontology& ontology, const Arguments& arguments) {
    if (!arguments.has("word")) return {ontology.all()};
    RelationsAnswer answer;
    for (const RelationId id : find_relations(ontology, arguments.texts("word"), arguments.label("word"))) {
        answer.relations.push_back(ontology.at(id));
    }
    return answer;
}

RelationsAnswer answer_relations(const Store& store, const Arguments& arguments, Notes&) {
    return relations_of(store.ontology(), arguments);
}

Statistics answer_statistics(const Store& store, const Arguments&, Notes&) {
    return store.statistics();
}

const Question& relations_question() {
    static const Question question{
        .name = "relations",
        .command = "relations",
        .title = "The relations that tie entities, and what they mean",
        .summary = "Relations that ties can have, with group, inverse and meaning.",
        .example = "kith relations support",
        .parameters = {{.name = "word", .meaning = "only those of this name, inverse or group", .option = "WORD"}},
        .json = as_json<answer_relations>,
        .columns = {"name TEXT", "relation_group TEXT", "inverse TEXT", "symmetric INTEGER", "gloss TEXT"},
        .rows = as_rows<answer_relations, relation_rows>,
    };
    return question;
}

const Question& statistics_question() {
    static const Question question{
        .name = "statistics",
        .command = "stats",
        .title = "How much a database holds",
        .summary = "How many documents, entities, claims and ties the database holds.",
        .example = "kith stats --documents",
        .parameters = {},
        .json = as_json<answer_statistics>,
        .columns = {"name TEXT", "count INTEGER"},
        .rows = as_rows<answer_statistics, statistics_rows>,
    };
    return question;
}

}  // namespace kith
