// From the text of a page, as it was saved or copied, to the article in it.
//
//     text::Article known;
//     known.location = "war.txt";
//     text::Article article = clean_article(page_text, known);
//
// A page is menus, title, byline, captions, the story, notes on the author, teasers of other stories, newsletter boxes.
// The story is prose: paragraphs that end like sentences. Lines above the first are the head, lines below the last
// the foot; there, a short line that is no sentence is boilerplate, and the title is the line of the head whose words
// the story takes up most. Within the story only known phrases (data/boilerplate.tsv), repeated lines, the credits of
// photographs and previews of links go; captions stay, since they tell who is who. A plain article passes through almost
// unchanged. What was read in a wrong encoding on its way is repaired (mojibake.hpp).
#pragma once

#include <string_view>

#include "ingest/text/words/article.hpp"

namespace kith {

// `page_text` is valid UTF-8. What `known` says (title, byline, publisher, date) is kept; the rest is found in the
// text where it tells it. The result's text is empty where the page holds no article.
text::Article clean_article(std::string_view page_text, text::Article known);

}  // namespace kith
