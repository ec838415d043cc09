// The fewest sources whose loss would cut every path between two entities.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& fragility_question();
FragilityAnswer answer_fragility(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
