#include "ingest/html_article.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <vector>

#include "ingest/article_cleaner.hpp"
#include "ingest/encoding.hpp"
#include "ingest/furniture.hpp"
#include "ingest/html_bounds.hpp"
#include "ingest/html_metadata.hpp"
#include "ingest/html_tree.hpp"

namespace kith {
namespace {

constexpr std::size_t charset_bytes = 4096;
constexpr std::size_t fewest_paragraph_bytes = 25;
constexpr double most_link_share = 0.6;  // of a block's text, for it to be more than a list of links

// "charset=windows-1251" of a meta element near the beginning; empty: none.
std::string declared_charset(std::string_view html) {
    std::string head(html.substr(0, charset_bytes));
    std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t at = head.find("charset=");
    if (at == head.npos) return {};
    const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
    if (begin == head.npos) return {};
    return head.substr(begin, head.find_first_of("\"'; />", begin) - begin);
}

// Elements without article text.
bool is_skipped_tag(GumboTag tag) {
    static constexpr std::array tags = {
        GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,
        GUMBO_TAG_ASIDE,  GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,     GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,
        GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,    GUMBO_TAG_OBJECT,   GUMBO_TAG_CANVAS,   GUMBO_TAG_VIDEO,
        GUMBO_TAG_AUDIO,  GUMBO_TAG_HEAD,   GUMBO_TAG_TEXTAREA,
    };
    return std::ranges::find(tags, tag) != tags.end();
}

bool is_inline_tag(GumboTag tag) {
    static constexpr std::array tags = {
        GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,  GUMBO_TAG_CITE,
        GUMBO_TAG_CODE,  GUMBO_TAG_DEL,  GUMBO_TAG_DFN,    GUMBO_TAG_EM,  GUMBO_TAG_FONT, GUMBO_TAG_I,
        GUMBO_TAG_INS,   GUMBO_TAG_KBD,  GUMBO_TAG_MARK,   GUMBO_TAG_Q,   GUMBO_TAG_S,    GUMBO_TAG_SAMP,
        GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_TIME,
        GUMBO_TAG_U,     GUMBO_TAG_VAR,  GUMBO_TAG_WBR,
    };
    return std::ranges::find(tags, tag) != tags.end();
}

// Whether a word of the element's class or id says that it is not part of the story.
bool is_named_as_furniture(const GumboNode* element) {
    static constexpr std::array words = {
        "share", "social",    "sharing",       "newsletter",  "related",  "promo",   "advert",     "ad",
        "ads",   "cookie",    "banner",        "breadcrumb",  "menu",     "sidebar", "comments",   "comment",
        "popup", "subscribe", "recirculation", "recommended", "trending", "widget",  "breadcrumbs"};
    std::string names(attribute(element, "class"));
    names.append(" ").append(attribute(element, "id")).append(" ");
    std::string word;
    for (const char c : names) {
        if (std::isalnum(static_cast<unsigned char>(c))) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (std::ranges::find(words, word) != words.end()) return true;
        word.clear();
    }
    return false;
}

bool is_hidden(const GumboNode* element) {
    const std::string_view style = attribute(element, "style");
    return gumbo_get_attribute(&element->v.element.attributes, "hidden") != nullptr ||
           attribute(element, "aria-hidden") == "true" || style.find("display:none") != style.npos ||
           style.find("display: none") != style.npos;
}

bool is_skipped(const GumboNode* element) {
    return is_skipped_tag(element->v.element.tag) || is_hidden(element) || is_named_as_furniture(element);
}

using TextSizes = std::unordered_map<const GumboNode*, std::size_t>;

// How much text lies within each element, without what is skipped.
TextSizes measure_text(const GumboNode* root) {
    TextSizes sizes;
    std::size_t count = 0;
    std::vector<std::pair<const GumboNode*, const GumboNode*>> open;  // elements, and the node that follows each
    for (const GumboNode* node = root;;) {
        while (!open.empty() && open.back().second == node) {
            std::size_t& size = sizes[open.back().first];
            size = count - size;
            open.pop_back();
        }
        if (node == nullptr) return sizes;
        const bool skipped = is_element(node) && is_skipped(node);
        if (node->type == GUMBO_NODE_TEXT) count += std::string_view(node->v.text.text).size();
        if (is_element(node) && !skipped) {
            sizes[node] = count;
            open.emplace_back(node, next_node(node, root, false));
        }
        node = next_node(node, root, !skipped);
    }
}

// The element that is marked as an article and holds most text; else the one whose paragraphs do, where each counts
// for its parent, and half for the parent's parent.
const GumboNode* find_article(const GumboNode* root) {
    const TextSizes sizes = measure_text(root);
    std::unordered_map<const GumboNode*, std::size_t> scores;
    const GumboNode* marked = nullptr;
    const GumboNode* densest = root;
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
        const auto found = sizes.find(node);
        if (found == sizes.end()) continue;
        const std::size_t size = found->second;
        if (is_element(node, GUMBO_TAG_ARTICLE) || attribute(node, "itemprop") == "articleBody") {
            if (marked == nullptr || size > sizes.at(marked)) marked = node;
        }
        if (!is_element(node, GUMBO_TAG_P) || size < fewest_paragraph_bytes) continue;
        const GumboNode* const parent = node->parent;
        scores[parent] += size;
        scores[parent->parent] += size / 2;
        for (const GumboNode* candidate : {parent, static_cast<const GumboNode*>(parent->parent)}) {
            if (is_element(candidate) && scores[candidate] > scores[densest]) densest = candidate;
        }
    }
    return marked != nullptr ? marked : densest;
}

// Gathers the text of an element as blocks: paragraphs, headings, captions, items of lists.
class BlockReader {
public:
    std::string read(const GumboNode* top) {
        const GumboNode* node = top;
        while (node != nullptr) {
            const bool skipped = is_element(node) && node != top && is_skipped(node);
            if (!skipped) enter(node);
            const GumboNode* next = next_node(node, top, !skipped);
            leave_to(skipped ? node->parent : node, next, top);
            node = next;
        }
        flush();
        return std::move(text_);
    }

private:
    void enter(const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
            block_ += node->v.text.text;
            if (link_depth_ > 0) link_bytes_ += std::string_view(node->v.text.text).size();
        } else if (node->type == GUMBO_NODE_WHITESPACE) {
            block_ += ' ';
        } else if (is_element(node)) {
            if (!is_inline_tag(node->v.element.tag)) flush();
            if (is_element(node, GUMBO_TAG_A)) ++link_depth_;
        }
    }

    // Ends the elements from `node` up to, and without, the parent of `next`.
    void leave_to(const GumboNode* node, const GumboNode* next, const GumboNode* top) {
        const GumboNode* const stop = next == nullptr ? top->parent : next->parent;
        for (; node != stop; node = node->parent) {
            if (!is_element(node)) continue;
            if (!is_inline_tag(node->v.element.tag)) flush();
            if (is_element(node, GUMBO_TAG_A)) --link_depth_;
        }
    }

    void flush() {
        std::ranges::replace_if(
            block_, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        const std::size_t begin = block_.find_first_not_of(' ');
        const bool links_only = static_cast<double>(link_bytes_) > most_link_share * static_cast<double>(block_.size());
        if (begin != block_.npos && !links_only) {
            text_ += "\n\n";
            text_ += std::string_view(block_).substr(begin);
        }
        block_.clear();
        link_bytes_ = 0;
    }

    std::string text_;
    std::string block_;
    std::size_t link_bytes_ = 0;
    int link_depth_ = 0;
};

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

text::Article read_html_article(std::string bytes, const std::string& location) {
    const std::string charset = declared_charset(bytes);
    const std::string html = to_utf8(std::move(bytes), location, charset);
    require_bounded_html(html, location);
    const HtmlTree tree(html);
    const HtmlMetadata metadata = read_html_metadata(tree.root());

    text::Article known;
    known.location = location;
    known.title = main_heading(tree.root());
    const bool names_site = furniture_key(known.title) == furniture_key(metadata.credits.publisher);
    if (known.title.empty() || (names_site && !metadata.title.empty())) known.title = metadata.title;
    known.byline = metadata.credits.byline;
    known.publisher = metadata.credits.publisher;
    known.published = metadata.credits.published;

    std::string body = BlockReader().read(find_article(tree.root()));
    if (body.size() * 2 < metadata.body.size()) body = "\n\n" + metadata.body;
    return clean_article(known.title + body, known);
}

}  // namespace kith
