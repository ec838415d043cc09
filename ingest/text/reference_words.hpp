// What a reference can stand for, by its last word: "he" for a person, "the city" for a place, "the statement" for nobody.
//
//     may_stand_for(document, the mention "these officials", EntityKind::person)   // false: they are several
//
// The net weighs names by what it has read; that a company is no "he" follows from words alone.
#pragma once

#include "ingest/text/document.hpp"

namespace kith::text {

bool may_stand_for(const Document& document, const Mention& reference, EntityKind kind);

// Whether the table has the reference's noun: "the group", not "the proxy", which may be anybody's.
bool has_known_noun(const Document& document, const Mention& reference);

}  // namespace kith::text
