// What the class or id of an HTML element says that it holds, by the words in data/html_classes.tsv.
//
//     is_named_beside_story(element)  // <div class="share-box">: true
#pragma once

#include "ingest/documents/html/tree.hpp"

namespace kith {

// Something that is no part of the story: share buttons, a newsletter's box.
bool is_named_beside_story(const GumboNode* element);

// The first paragraph of the story.
bool is_named_lead(const GumboNode* element);

}  // namespace kith
