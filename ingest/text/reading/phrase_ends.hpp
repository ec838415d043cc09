// Where names and phrases end that the net cut off.
#pragma once

#include <cstddef>

#include "ingest/text/words/document.hpp"

namespace kith::text {

// A name without what only led on ("Ministry of Health | of the"), and without a bracket that has no other.
Range without_loose_ends(const Document& document, Range name);

// A phrase that ends before its noun, up to that: "the | Obama administration", "the former | Labour leader"; and without
// what only follows it: "the chief | made", "the president | of the". Nothing else is altered.
Range whole_phrase(const Document& document, Range phrase, std::size_t sentence_end);

}  // namespace kith::text
