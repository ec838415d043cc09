// Articles as JSON Lines: one object a line, its text in "text", and if they are known "id", "title", "byline",
// "publisher" and "date". Other members are passed over.
//
//     {"id": "17", "title": "Wagner prepares", "date": "2023-11-21", "text": "Wagner is ..."}
#pragma once

#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "ingest/text/article.hpp"

namespace kith {

// The location is "FILE#ID", or "FILE:LINE" for an article without id. Throws UnusableInput with line and column for
// what is not such an object: broken JSON, no text, a date that is none, nesting deeper than 64.
text::Article parse_json_article(std::string_view line, const Place& place);

}  // namespace kith
