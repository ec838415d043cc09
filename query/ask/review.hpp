// Which claims people should look at first.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

ReviewAnswer answer_review(const Store& store, const Arguments& arguments, Notes& notes);
const Question& review_question();

}  // namespace kith
