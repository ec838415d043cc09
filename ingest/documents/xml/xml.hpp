// XML of strangers, by pugixml: into a tree of bounded size, whose names are compared without their prefixes.
//
//     const pugi::xml_document document = parse_xml(bytes, "word/document.xml");
//     for (pugi::xml_node node = document; node; node = next_node(node, document)) if (local_name(node) == "t") ...
//
// A document type is passed over: entities of its own stay as they are written and are never expanded, so a "billion
// laughs" is ten lines of text. A reference to what is no character reads as U+FFFD. Nesting costs no stack.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace kith {

// Throws UnusableInput for bytes of no recognised encoding, for what is not well-formed, with its line, and for more
// elements than a document has.
pugi::xml_document parse_xml(std::string bytes, const std::string& file);

// "p" of "w:p".
std::string_view local_name(pugi::xml_node node);

// The node after `node` in the order of the text, below `root`; without what is in `node` where `inside` is false.
pugi::xml_node next_node(pugi::xml_node node, pugi::xml_node root, bool inside = true);

// The first element of that local name among the children; null: none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);

// All text in it, without markup.
std::string text_of(pugi::xml_node node);

}  // namespace kith
