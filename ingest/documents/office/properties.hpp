// What office programs note of a document beside its text: title, author, day. Much of it is left over from a template
// or names an account, so the text has the last word.
#pragma once

#include <string>

#include "ingest/text/words/article.hpp"

namespace kith {

struct Properties {
    std::string title{};
    std::string author{};
    std::string made{};  // a date
};

// The article in `text`, whose paragraphs are separated by empty lines. A title counts where the text begins with it,
// an author where it is a name of people, the day where the text tells none.
text::Article article_of_document(const std::string& text, const Properties& properties, const std::string& location);

}  // namespace kith
