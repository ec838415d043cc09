// Articles as JSON: an object each, its text in "text" and, where they are known, "id", "url", "title", "byline",
// "publisher" and "date". Other tools' names for them ("headline", "content", "publishedAt") are in
// data/article_fields.tsv. Text and titles that are HTML become plain text; other members are passed over.
//
//     {"id": "17", "title": "Wagner prepares", "date": "2023-11-21", "text": "Wagner is ..."}
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "ingest/text/words/article.hpp"

namespace kith {

// The location is the article's address, else "FILE#ID", else "FILE:LINE" (and ":COLUMN" where several objects share a
// line). A date that cannot be read is told to `note`, and the article is undated. Throws UnusableInput with line and
// column for what is no such object: broken JSON, no text, nesting deeper than 64. `position` is where it begins.
text::Article parse_json_article(std::string_view object, const InputPosition& position,
                                 const std::function<void(const Note&)>& note);

// What a sidecar says of the document beside it: an object as above without a text. The location is its address, or
// empty.
text::Article parse_sidecar(std::string_view object, const InputPosition& position,
                            const std::function<void(const Note&)>& note);

}  // namespace kith
