#include "ingest/documents/office/properties.hpp"

#include "graph/written_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/credits.hpp"

namespace kith {
namespace {

constexpr std::size_t head_bytes = 2000;

}  // namespace

text::Article article_of_document(const std::string& text, const Properties& properties, const std::string& location) {
    text::Article known;
    known.location = location;
    if (text.substr(0, head_bytes).find(properties.title) != std::string::npos) known.title = properties.title;
    if (reads_like_names(properties.author)) known.byline = properties.author;
    text::Article article = clean_article(text, std::move(known));
    if (!article.published.empty()) return article;
    if (const auto made = read_date(properties.made)) article.published = made->to_string();
    return article;
}

}  // namespace kith
