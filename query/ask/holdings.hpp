// What a database holds: its relations, and how much there is of everything.
#pragma once

#include "query/ask/question.hpp"

namespace kith {

struct RelationsAnswer {
    std::vector<Relation> relations;
};

const Question& relations_question();
RelationsAnswer answer_relations(const Store& store, const Arguments& arguments, Notes& notes);
// The same without a database: of the relations that kith has built in, for example.
RelationsAnswer relations_of(const Ontology& ontology, const Arguments& arguments);
Json json_of(const RelationsAnswer& answer);

const Question& statistics_question();
Statistics answer_statistics(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
