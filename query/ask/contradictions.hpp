// What some source holds and another denies.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& contradictions_question();
ContradictionsAnswer answer_contradictions(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
