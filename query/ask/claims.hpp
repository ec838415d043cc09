// What sources say: of an entity, between two, or of all.
#pragma once

#include "query/ask/question.hpp"
#include "query/result.hpp"

namespace kith {

const Question& claims_question();
ClaimsAnswer answer_claims(const Store& store, const Arguments& arguments, Notes& notes);

}  // namespace kith
