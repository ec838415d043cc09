// A difference as lines of kith's own JSON, for a system that is fed again and again:
//
//     {"went": {"entity": {"name": "Wagner Group", ...}}}
//     {"came": {"document": {"location": "a.txt", "text": ...}}}
//     {"changed": {"document": "a.txt", "subject": {...}, "relation": "supplies", ...}, "from": "planned"}
//
// What stands in each is a line of `kith export --format jsonl`, and those of one word are an export of those claims: with
// the entities and documents that they name.
#pragma once

#include <ostream>

#include "query/difference.hpp"

namespace kith {

void write_difference_lines(const Store& first, const Store& second, const Difference& difference, std::ostream& out);

}  // namespace kith
