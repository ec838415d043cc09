// Word documents: a zip of XML, of which the text of the body is read, and title, author and day of its properties.
//
//     text::Article article = read_docx_article(input, expansion);
//
// Deleted text of tracked changes, codes of fields and the copies for old programs are left out; a cell of a table is a
// paragraph. Libraries for the whole of OOXML are large and write it, too; what a reader needs is a page.
#pragma once

#include <string>
#include <string_view>

#include "ingest/documents/containers/expansion.hpp"
#include "ingest/documents/input.hpp"
#include "ingest/text/words/article.hpp"

namespace kith {

// Whether a zip is a document of an office program, not an archive: by its first bytes, or its name's ending.
bool looks_like_office(std::string_view name, std::string_view head);

// Throws UnusableInput for what is damaged or encrypted, and for workbooks, slides and other formats.
text::Article read_docx_article(Input& input, Expansion& expansion);

// The paragraphs in word/document.xml, separated by empty lines.
std::string text_of_word_xml(std::string xml, const std::string& file);

}  // namespace kith
