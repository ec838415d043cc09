#include "ingest/documents/office/docx.hpp"

#include <algorithm>
#include <array>

#include "graph/ascii.hpp"
#include "ingest/documents/containers/archive.hpp"
#include "ingest/documents/containers/label.hpp"
#include "ingest/documents/office/properties.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/documents/xml/xml.hpp"

namespace kith {
namespace {

constexpr std::size_t most_part_bytes = std::size_t{32} << 20;
constexpr std::size_t first_name_at = 30;  // in a zip
constexpr std::string_view zip_mark = "PK\x03\x04";

constexpr std::array<std::string_view, 12> endings = {".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".pptx",
                                                      ".ppsx", ".odt",  ".ods",  ".odp",  ".epub", ".pages"};

// Of which nothing is read.
bool is_left_out(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "instrText" || name == "delText" || name == "Fallback";
}

std::string text_of_body(pugi::xml_node document) {
    std::string text;
    for (pugi::xml_node node = document; node;) {
        const std::string_view name = local_name(node);
        const bool left_out = is_left_out(name);
        if (name == "p") text += "\n\n";
        if (name == "tab" && local_name(node.parent()) == "r") text += ' ';
        if (name == "br" || name == "cr") text += '\n';
        if (name == "noBreakHyphen") text += '-';
        if (name == "t") text += text_of(node);
        node = next_node(node, document, !left_out && name != "t");
    }
    return text;
}

Properties properties_of(pugi::xml_node document) {
    const pugi::xml_node core = child(document, "coreProperties");
    Properties properties{text_of(child(core, "title")), text_of(child(core, "creator")), {}};
    properties.made = text_of(child(core, "created"));
    return properties;
}

[[noreturn]] void refuse(const std::string& path) {
    throw UnusableInput(InputPosition{path}, "no Word document: there is no word/document.xml in it",
                        "Save a workbook as CSV, other documents as DOCX, PDF or text.");
}

}  // namespace

bool looks_like_office(std::string_view name, std::string_view head) {
    if (!head.starts_with(zip_mark)) return false;
    const std::string lower = ascii::lower_case(name);
    if (std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); })) return true;
    const std::string_view first = head.substr(std::min(first_name_at, head.size()));
    return first.starts_with("[Content_Types].xml") || first.starts_with("mimetypeapplication/");
}

std::string text_of_word_xml(std::string xml, const std::string& file) {
    return text_of_body(parse_xml(std::move(xml), file));
}

text::Article read_docx_article(Input& input, Expansion& expansion) {
    const std::string& path = input.path();
    const std::string body = contained_path(path, "word/document.xml"),
                      core = contained_path(path, "docProps/core.xml");
    Properties properties;
    std::string text;
    bool is_found = false;
    for (Archive archive(input, expansion); archive.next();) {
        if (archive.path() != body && archive.path() != core) continue;
        Input part(archive.path(), [&](char* target, std::size_t size) { return archive.read(target, size); });
        if (archive.path() == core) {
            properties = properties_of(parse_xml(part.read_all(most_part_bytes), core));
        } else {
            text = text_of_word_xml(part.read_all(most_part_bytes), body);
            is_found = true;
        }
    }
    if (!is_found) refuse(path);
    return article_of_document(text, properties, path);
}

}  // namespace kith
