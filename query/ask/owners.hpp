// Who owns an entity in effect, or what it owns; and whether the 50 % rule blocks it.
#pragma once

#include "query/ask/question.hpp"
#include "query/ownership.hpp"

namespace kith {

const Question& owners_question();
OwnershipAnswer answer_owners(const Store& store, const Arguments& arguments, Notes& notes);

// "Oleg —60 %→ Alfa —50 %→ Beta"; "?" where no claim tells a share.
std::string in_words(const OwnershipChainView& chain);
// "60 %", "25 to 50 %", "?".
std::string in_words(const std::optional<Share>& share);

}  // namespace kith
