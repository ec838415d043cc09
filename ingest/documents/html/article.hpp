// The article in a web page.
//
//     text::Article article = read_html_article(bytes, "war.html");
//
// Title, author, publisher and date come from the page's own statements: schema.org's JSON-LD, Open Graph and other
// meta elements, <time>. The text is the story's (story); menus, forms, scripts and boxes go by their elements and
// class names (blocks), and what remains passes through the article cleaner.
#pragma once

#include <string>

#include "ingest/text/words/article.hpp"

namespace kith {

// `charset` is what the server or the mail says of it, before what the page says itself. Throws UnusableInput for bytes of no recognised encoding, and for a page built to exhaust the parser. The text is
// empty where the page holds no article.
text::Article read_html_article(std::string bytes, const std::string& location, const std::string& charset = {});

}  // namespace kith
