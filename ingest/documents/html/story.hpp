// The story in a page: the text of the element that holds it, and of the lead that stands before that.
//
// The element is one marked as the article's body, an <article>, or else the one whose paragraphs hold most text beside
// links (after Readability, Arc90 2009).
#pragma once

#include <string>

#include "ingest/documents/html/tree.hpp"

namespace kith {

// Blocks as blocks.hpp gives them.
std::string story_blocks(const GumboNode* root);

}  // namespace kith
