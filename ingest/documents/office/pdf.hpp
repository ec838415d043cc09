// PDF files: the text of their pages as an article, by poppler.
//
//     text::Article article = read_pdf_article(bytes, "report.pdf");
//
// A page is lines, not paragraphs: lines of a block are joined, words that were divided at a line's end too, and what
// stands at the head or foot of many pages is left out. Evidence points into the text that comes of it, which is stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/words/article.hpp"

namespace kith {

bool looks_like_pdf(std::string_view head);

// Throws UnusableInput for what is damaged or encrypted, and where pages are pictures of text.
text::Article read_pdf_article(const std::string& bytes, const std::string& location);

// The paragraphs of pages, each as poppler gives its text, separated by empty lines.
std::string text_of_pages(const std::vector<std::string>& pages);

}  // namespace kith
