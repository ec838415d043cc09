// Whether a name that an article uses may be short for a longer one of its, by the words of both.
//
//     same_person("Trump", "Donald J. Trump")   same_body("the Brotherhood", "the Muslim Brotherhood")
#pragma once

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// Of persons: a last name, a given one, without a middle one, with a short form or an initial.
bool same_person(const Surface& shorter, const Surface& longer);

// Of all others: words of the longer one in a row that tell enough, of the same kind.
bool same_body(const Surface& shorter, const Surface& longer);

}  // namespace kith::text
