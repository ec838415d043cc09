// The text of an HTML element as blocks: paragraphs, headings, captions, items of lists.
//
//     text_blocks(article)  // "\n\nTalks open in Athens\n\nThe foreign ministers of ..."
//
// What is hidden, is no text (scripts, forms) or is named as something beside the story ("newsletter-box") goes, and so
// does a block that is little but links.
#pragma once

#include <string>

#include "ingest/documents/html/tree.hpp"

namespace kith {

enum class LineEnds {
    blanks,  // as HTML has it
    kept,    // for a plain text with some elements in it, whose lines are paragraphs
};

// Each block with two line ends before it.
std::string text_blocks(const GumboNode* top, LineEnds line_ends = LineEnds::blanks);

// Whether the element stands within a line, as <b> and <a> do; others end one.
bool is_inline(GumboTag tag);

// Whether nothing within the element is article text.
bool is_skipped(const GumboNode* element);

}  // namespace kith
