// The entities around one or several.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& neighbours_question();
NeighboursAnswer answer_neighbours(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
