// What an input is: an article as text, web page or document, a file of articles, or a table of claims.
//
//     guess_format("war.csv", "subject,relation,object\n")  // InputFormat::csv
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

enum class InputFormat {
    automatic,  // guessed for each input
    text,       // one article, plain or saved from a web page
    html,       // one article in a web page
    jsonl,      // JSON Lines, one article a line (ingest/documents/json/articles.hpp)
    csv,        // a table of records (ingest/records/table_reader.hpp)
    tsv,        // the same, with tabs where the table itself does not tell
    pdf,        // one article in a PDF file (ingest/documents/office/pdf.hpp)
    graphml,    // a graph (ingest/graphs): its edges are a table
    gexf,       // the same, as Gephi writes it
    ntriples,   // statements of RDF, a line each: N-Triples, N-Quads (ingest/triples)
    turtle,     // the same as Turtle
    sanctions,  // a list of sanctions in XML (ingest/interchange/advanced_sanctions.hpp)
    docx,       // one article as a Word document (ingest/documents/office/docx.hpp)
    feed,       // articles in RSS or Atom (ingest/documents/feeds/feed.hpp)
    mail,       // a mail, and what is attached to it (ingest/documents/mail/mail.hpp)
    mbox,       // many of them in one file (ingest/documents/mail/mbox.hpp)
    warc,       // pages that a crawler has kept (ingest/documents/warc/crawl.hpp)
};

std::span<const InputFormat> all_input_formats();

// The name used on the command line; automatic is "auto".
std::string_view to_string(InputFormat format);
std::optional<InputFormat> parse_input_format(std::string_view name);

// Whether the name ends so, in letters of any case: has_ending("WAR.CSV", ".csv").
bool has_ending(std::string_view name, std::string_view ending);

// Guesses from the ending of the name, and where that tells nothing (standard input, ".dat"), from the first bytes.
// Never answers automatic. What is no text tells by its first bytes what it is, whatever it is called.
InputFormat guess_format(std::string_view name, std::string_view first_bytes);

}  // namespace kith
