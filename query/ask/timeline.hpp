// What texts date of an entity, earliest first.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& timeline_question();
TimelineAnswer answer_timeline(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
