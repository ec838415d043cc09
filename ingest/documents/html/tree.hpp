// A parsed page, for those who read it: Gumbo's tree with an owner, and walks that need no recursion.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace kith {

class HtmlTree {
public:
    // `html` is UTF-8 within the bounds of html_bounds and must outlive the tree.
    explicit HtmlTree(std::string_view html);

    const GumboNode* root() const { return output_->root; }

private:
    struct Destroy {
        void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
    };
    std::unique_ptr<GumboOutput, Destroy> output_;
};

inline bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT;
}
inline bool is_element(const GumboNode* node, GumboTag tag) {
    return is_element(node) && node->v.element.tag == tag;
}

// Empty where there is none.
std::string_view attribute(const GumboNode* element, const char* name);

// The next node in the order of the text, within `top`; null at the end. `into` false passes over node's children.
const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool into = true);

// The text below the node, white space evened out.
std::string text_of(const GumboNode* node);

}  // namespace kith
