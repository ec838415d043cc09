// Documents made for a test: PDF files of lines, Word documents of paragraphs.
#pragma once

#include <string>
#include <vector>

#include "ingest/packed.hpp"

namespace kith::test {

// Each page is lines of ASCII; an empty one leaves a gap. `info` is the PDF dictionary of properties: "/Author (Ann Lee)".
inline std::string pdf(const std::vector<std::vector<std::string>>& pages, const std::string& info = "") {
    std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< " + info + " >>"};
    std::string kids;
    for (const std::vector<std::string>& page : pages) {
        std::string content = "BT /F1 10 Tf 12 TL 50 780 Td\n";
        for (const std::string& line : page) content += "(" + line + ") Tj T*\n";
        content += "ET";
        objects.push_back(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            "/Contents " +
            std::to_string(objects.size() + 2) + " 0 R >>");
        kids += std::to_string(objects.size()) + " 0 R ";
        objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
    std::string bytes = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(bytes.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(bytes.size());
    return bytes + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R /Info 4 0 R >>\n" +
           "startxref\n" + start + "\n%%EOF\n";
}

// `body` is what stands in <w:body>, `core` in the properties.
inline std::string docx(const std::string& body, const std::string& core = "") {
    return zip(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels", "<Relationships/>"},
         {"word/document.xml", R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>)" + body +
                                   "</w:body></w:document>"},
         {"docProps/core.xml", R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d">)" + core + "</cp:coreProperties>"}});
}

inline std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

}  // namespace kith::test
