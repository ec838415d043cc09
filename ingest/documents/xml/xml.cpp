#include "ingest/documents/xml/xml.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/documents/xml/xml_events.hpp"

namespace kith {
namespace {

constexpr std::size_t most_tags = std::size_t{1} << 20;  // each takes some hundred bytes

InputPosition position_of(std::string_view text, std::ptrdiff_t offset, const std::string& file) {
    const std::string_view before = text.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
    const std::size_t newline = before.rfind('\n');
    return {file, static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1,
            before.size() - (newline == before.npos ? 0 : newline + 1) + 1};
}

// In text that was UTF-8, pugixml makes other bytes of references to no character: "&#6518030;", half a pair. As in
// HTML (WHATWG, section 13.2.5.80) they become U+FFFD, here one for each byte.
template <typename Holder>
void replace_invalid_utf8(Holder holder) {
    if (find_invalid_utf8(holder.value())) holder.set_value(valid_utf8(holder.value()).c_str());
}

}  // namespace

pugi::xml_document parse_xml(std::string bytes, const std::string& file) {
    const std::string encoding = declared_xml_encoding(bytes);
    const std::string text = to_utf8(std::move(bytes), file, encoding);
    if (static_cast<std::size_t>(std::ranges::count(text, '<')) > most_tags) {
        throw UnusableInput(InputPosition{file},
                            "more than " + std::to_string(most_tags) + " XML tags, as no document has");
    }
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    if (!result) {
        std::string problem = result.description();
        problem.front() = ascii::lower(problem.front());
        throw UnusableInput(position_of(text, result.offset, file), "not XML: " + problem);
    }
    for (pugi::xml_node node = document; node; node = next_node(node, document)) {
        replace_invalid_utf8(node);
        for (const pugi::xml_attribute attribute : node.attributes()) replace_invalid_utf8(attribute);
    }
    return document;
}

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, bool inside) {
    if (inside && node.first_child()) return node.first_child();
    while (node != root && !node.next_sibling()) node = node.parent();
    return node == root ? pugi::xml_node() : node.next_sibling();
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node each) { return local_name(each) == name; });
}

std::string text_of(pugi::xml_node node) {
    std::string text;
    for (pugi::xml_node each = node; each; each = next_node(each, node)) text += each.value();
    return text;
}

}  // namespace kith
