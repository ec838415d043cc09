#include "ingest/documents/html/blocks.hpp"

#include <algorithm>
#include <array>

#include "ingest/documents/html/classes.hpp"

namespace kith {
namespace {

constexpr double most_link_share = 0.6;  // of a block's text, for it to be more than a list of links

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

bool is_hidden(const GumboNode* element) {
    const std::string_view style = attribute(element, "style");
    return gumbo_get_attribute(&element->v.element.attributes, "hidden") != nullptr ||
           attribute(element, "aria-hidden") == "true" || style.find("display:none") != style.npos ||
           style.find("display: none") != style.npos;
}

}  // namespace

bool is_inline(GumboTag tag) {
    static constexpr std::array tags = {
        GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,  GUMBO_TAG_CITE,
        GUMBO_TAG_CODE,  GUMBO_TAG_DEL,  GUMBO_TAG_DFN,    GUMBO_TAG_EM,  GUMBO_TAG_FONT, GUMBO_TAG_I,
        GUMBO_TAG_INS,   GUMBO_TAG_KBD,  GUMBO_TAG_MARK,   GUMBO_TAG_Q,   GUMBO_TAG_S,    GUMBO_TAG_SAMP,
        GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_TIME,
        GUMBO_TAG_U,     GUMBO_TAG_VAR,  GUMBO_TAG_WBR,
    };
    return std::ranges::find(tags, tag) != tags.end();
}

bool is_skipped(const GumboNode* element) {
    return is_skipped_tag(element->v.element.tag) || is_hidden(element) || is_named_beside_story(element);
}

namespace {

// Gathers the text of an element as blocks: paragraphs, headings, captions, items of lists.
class BlockReader {
public:
    explicit BlockReader(LineEnds line_ends) : line_ends_(line_ends) {}

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
            block_ += line_ends_ == LineEnds::kept ? node->v.text.text : " ";
        } else if (is_element(node)) {
            if (!is_inline(node->v.element.tag)) flush();
            if (is_element(node, GUMBO_TAG_A)) ++link_depth_;
        }
    }

    // Ends the elements from `node` up to, and without, the parent of `next`.
    void leave_to(const GumboNode* node, const GumboNode* next, const GumboNode* top) {
        const GumboNode* const stop = next == nullptr ? top->parent : next->parent;
        for (; node != stop; node = node->parent) {
            if (!is_element(node)) continue;
            if (!is_inline(node->v.element.tag)) flush();
            if (is_element(node, GUMBO_TAG_A)) --link_depth_;
        }
    }

    void flush() {
        const bool keeps_lines = line_ends_ == LineEnds::kept;
        std::ranges::replace_if(
            block_, [&](char c) { return (c == '\n' && !keeps_lines) || c == '\r' || c == '\t'; }, ' ');
        const std::size_t begin = block_.find_first_not_of(" \n");
        const bool links_only = static_cast<double>(link_bytes_) > most_link_share * static_cast<double>(block_.size());
        if (begin != block_.npos && !links_only) {
            text_ += "\n\n";
            text_ += std::string_view(block_).substr(begin);
        }
        block_.clear();
        link_bytes_ = 0;
    }

    const LineEnds line_ends_;
    std::string text_;
    std::string block_;
    std::size_t link_bytes_ = 0;
    int link_depth_ = 0;
};

}  // namespace

std::string text_blocks(const GumboNode* top, LineEnds line_ends) {
    return BlockReader(line_ends).read(top);
}

}  // namespace kith
