// Where names and phrases end that the net cut off.
#pragma once

#include <cstddef>

#include "ingest/text/document.hpp"

namespace kith::text {

// A name without what only led on ("Ministry of Health | of the"), and without a bracket that has no other.
Range without_loose_ends(const Document& document, Range name);

// A phrase that ends with its article, up to its noun: "the | Obama administration". Nothing else is altered.
Range whole_phrase(const Document& document, Range phrase, std::size_t sentence_end);

}  // namespace kith::text
