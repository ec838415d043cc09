// Names that the net cut off, made whole: "Islamic State in Iraq | and Syria", "Ministry | of State Security",
// `Joaquin " | El Chapo" Guzman Loera`, "West | Miami", "African | American".
#pragma once

#include <vector>

#include "ingest/text/reading/tagged_mentions.hpp"
#include "ingest/text/reading/windows.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::text {

// Two names that meet at the quotation mark before a nickname, behind a direction or an initial, or as an origin and
// "American" are one, and so is a ship's with what stands before it ("USS"). A name that the gazetteer has with the words
// behind it, up to another capital, takes them, and with them what was found there. A possessive or a mark ends a name.
// What is no name goes: a language, "Allied", "King" before Abdullah.
std::vector<TaggedMention> whole_names(std::vector<TaggedMention> found, const Document& document,
                                       const Window& window);

}  // namespace kith::text
