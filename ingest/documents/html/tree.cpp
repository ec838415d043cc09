#include "ingest/documents/html/tree.hpp"

namespace kith {

HtmlTree::HtmlTree(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

std::string_view attribute(const GumboNode* element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool into) {
    if (into && is_element(node) && node->v.element.children.length > 0) {
        return static_cast<const GumboNode*>(node->v.element.children.data[0]);
    }
    while (node != top) {
        const GumboNode* parent = node->parent;
        const std::size_t next = node->index_within_parent + 1;
        if (is_element(parent) && next < parent->v.element.children.length) {
            return static_cast<const GumboNode*>(parent->v.element.children.data[next]);
        }
        node = parent;
    }
    return nullptr;
}

std::string text_of(const GumboNode* node) {
    std::string text;
    for (const GumboNode* at = node; at != nullptr; at = next_node(at, node)) {
        if (at->type == GUMBO_NODE_WHITESPACE && !text.empty()) text += ' ';
        if (at->type != GUMBO_NODE_TEXT) continue;
        for (const char* c = at->v.text.text; *c != '\0'; ++c) {
            const bool blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
            if (!blank) {
                text += *c;
            } else if (!text.empty() && text.back() != ' ') {
                text += ' ';
            }
        }
    }
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

}  // namespace kith
