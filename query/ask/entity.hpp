// Who an entity is: names, ties, what it says, timeline.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& entity_question();
Profile answer_entity(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
