// Questions about a graph as a whole: who matters, which groups it falls into, what holds it together.
#pragma once

#include "query/ask/question.hpp"
#include "query/overview.hpp"

namespace kith {

const Question& rank_question();
RankAnswer answer_rank(const Store& store, const Arguments& arguments, Notes& notes);

const Question& communities_question();
CommunitiesAnswer answer_communities(const Store& store, const Arguments& arguments, Notes& notes);

const Question& components_question();
ComponentsAnswer answer_components(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
