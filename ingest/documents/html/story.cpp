#include "ingest/documents/html/story.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/documents/html/blocks.hpp"
#include "ingest/documents/html/classes.hpp"

namespace kith {
namespace {

constexpr std::size_t fewest_paragraph_bytes = 25;
constexpr std::size_t fewest_lead_bytes = 40;
constexpr int most_boxes_around = 3;  // of the story, beside which its first paragraph may stand

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
const GumboNode* find_article(const GumboNode* root, const TextSizes& sizes) {
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

// A paragraph, a box around a single one, or what the page calls the lead.
bool is_lead(const GumboNode* node, const TextSizes& sizes) {
    const auto size = sizes.find(node);
    if (size == sizes.end() || size->second < fewest_lead_bytes) return false;
    if (is_element(node, GUMBO_TAG_P)) return true;
    if (is_named_lead(node)) return true;
    if (is_element(node->parent, GUMBO_TAG_BODY)) return false;  // a notice of the site's
    std::size_t paragraphs = 0;
    std::size_t bytes = 0;
    for (const GumboNode* inner = node; inner != nullptr; inner = next_node(inner, node)) {
        const auto found = sizes.find(inner);
        if (found == sizes.end() || !is_element(inner, GUMBO_TAG_P)) continue;
        bytes += found->second;
        if (++paragraphs > 1) return false;
    }
    return paragraphs == 1 && bytes * 2 > size->second;
}

// Pages set the first paragraph apart: <main><p>Lead.</p><div>Story.</div></main>. So what stands before the story's
// box in the box around it, and in those around that, is looked at.
std::string lead_before(const GumboNode* story, const TextSizes& sizes) {
    std::string lead;
    for (int boxes = 0; boxes < most_boxes_around && story->parent != nullptr; ++boxes, story = story->parent) {
        const GumboNode* const parent = story->parent;
        if (!is_element(parent)) break;
        std::string before;
        for (std::size_t i = 0; i < story->index_within_parent; ++i) {
            const auto* const node = static_cast<const GumboNode*>(parent->v.element.children.data[i]);
            if (is_element(node) && is_lead(node, sizes)) before += text_blocks(node);
        }
        lead.insert(0, before);
        if (is_element(parent, GUMBO_TAG_MAIN) || is_element(parent, GUMBO_TAG_ARTICLE)) break;
    }
    return lead;
}

}  // namespace

std::string story_blocks(const GumboNode* root) {
    const TextSizes sizes = measure_text(root);
    const GumboNode* const article = find_article(root, sizes);
    return lead_before(article, sizes) + text_blocks(article);
}

}  // namespace kith
