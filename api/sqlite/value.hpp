// Values of SQL as kith takes and gives them: those of the rows of answers.
#pragma once

#include <cstddef>

#include "query/ask/rows.hpp"

namespace kith {

inline constexpr std::size_t longest_name = 10'000;  // bytes; nobody goes by a longer one

}  // namespace kith
