// What a page states of its article: schema.org's JSON-LD, Open Graph and other meta elements, <title>, <time>.
#pragma once

#include <string>

#include "ingest/documents/credits.hpp"
#include "ingest/documents/html/tree.hpp"

namespace kith {

struct HtmlMetadata {
    std::string title;
    Credits credits;
    std::string body;  // the article's text, where JSON-LD holds it
};

// Where statements differ, JSON-LD is believed before named elements (data/article_fields.tsv), and those before <time>
// and <title>. The day of a revision stands in where the page tells no other.
HtmlMetadata read_html_metadata(const GumboNode* root);

}  // namespace kith
