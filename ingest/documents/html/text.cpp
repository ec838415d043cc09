#include "ingest/documents/html/text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/documents/html/blocks.hpp"
#include "ingest/documents/html/bounds.hpp"
#include "ingest/documents/html/story.hpp"
#include "ingest/documents/html/tree.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_reference = 10;
constexpr int most_escapes = 2;  // "&lt;p&gt;" was escaped once more on its way into a record

struct Markup {
    bool elements = false;
    bool blocks = false;  // elements that end a line: lines of the text then mean nothing
    bool page = false;
    bool references = false;
};

// Whether "&amp;" or "&#8217;" begins the text.
bool begins_with_reference(std::string_view text) {
    const std::size_t end = text.substr(0, longest_reference + 1).find(';');
    if (end == text.npos || end < 3) return false;
    const std::string_view name = text.substr(1, end - 1);
    return std::ranges::all_of(name, [](char c) { return c == '#' || ascii::is_letter_or_digit(c); }) &&
           (ascii::is_letter(name.front()) || name.front() == '#');
}

// The name of the element of which a tag, "<p ...>" or "</p>", begins the text; empty: there is none.
std::string_view begun_element(std::string_view text) {
    std::size_t begin = text.substr(1).starts_with('/') ? 2 : 1;
    std::size_t end = begin;
    while (end < text.size() && ascii::is_letter_or_digit(text[end])) ++end;
    const bool is_tag = end < text.size() && end > begin && ascii::is_letter(text[begin]) &&
                        std::string_view(" \t\r\n/>").find(text[end]) != std::string_view::npos;
    return is_tag ? text.substr(begin, end - begin) : std::string_view{};
}

Markup find_markup(std::string_view text) {
    Markup markup;
    for (std::size_t at = 0; (at = text.find_first_of("<&", at)) != text.npos; ++at) {
        if (text[at] == '&') {
            markup.references = markup.references || begins_with_reference(text.substr(at));
            continue;
        }
        const std::string_view name = begun_element(text.substr(at));
        if (name.empty()) continue;
        const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
        if (tag == GUMBO_TAG_UNKNOWN) continue;
        markup.elements = true;
        markup.blocks = markup.blocks || !is_inline(tag);
        markup.page = markup.page || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY;
    }
    return markup;
}

}  // namespace

std::string text_without_html(std::string text, const std::string& file) {
    for (int i = 0; i < most_escapes; ++i) {
        const Markup markup = find_markup(text);
        if (!markup.elements && !markup.references) break;
        require_bounded_html(text, file);
        const HtmlTree tree(text);
        text = markup.page ? story_blocks(tree.root())
                           : text_blocks(tree.root(), markup.blocks ? LineEnds::blanks : LineEnds::kept);
    }
    return text;
}

}  // namespace kith
