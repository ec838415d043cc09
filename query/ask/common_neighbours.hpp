// The entities that are tied to both of two.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& common_neighbours_question();
CommonAnswer answer_common_neighbours(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
