#include "ingest/documents/html/article.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/boilerplate.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/html/bounds.hpp"
#include "ingest/documents/html/metadata.hpp"
#include "ingest/documents/html/story.hpp"
#include "ingest/documents/html/tree.hpp"

namespace kith {
namespace {

constexpr std::size_t charset_bytes = 4096;

// "charset=windows-1251" of a meta element near the beginning; empty: none.
std::string declared_charset(std::string_view html) {
    const std::string head = ascii::lower_case(html.substr(0, charset_bytes));
    const std::size_t at = head.find("charset=");
    if (at == head.npos) return {};
    const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
    if (begin == head.npos) return {};
    return head.substr(begin, head.find_first_of("\"'; />", begin) - begin);
}

// The page's one main heading, which is a better title than what search engines are told; empty: none, or several.
std::string main_heading(const GumboNode* root) {
    std::string heading;
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (!is_element(node, GUMBO_TAG_H1)) continue;
        if (!heading.empty()) return {};
        heading = text_of(node);
    }
    return heading;
}

}  // namespace

text::Article read_html_article(std::string bytes, const std::string& location, const std::string& charset) {
    const std::string declared = charset.empty() ? declared_charset(bytes) : charset;
    const std::string html = to_utf8(std::move(bytes), location, declared);
    require_bounded_html(html, location);
    const HtmlTree tree(html);
    const HtmlMetadata metadata = read_html_metadata(tree.root());

    text::Article known;
    known.location = location;
    known.title = main_heading(tree.root());
    const bool names_site = boilerplate_key(known.title) == boilerplate_key(metadata.credits.publisher);
    if (known.title.empty() || (names_site && !metadata.title.empty())) known.title = metadata.title;
    known.byline = metadata.credits.byline;
    known.publisher = metadata.credits.publisher;
    known.published = metadata.credits.published;

    std::string body = story_blocks(tree.root());
    if (body.size() * 2 < metadata.body.size()) body = "\n\n" + metadata.body;
    return clean_article(known.title + body, known);
}

}  // namespace kith
