#include <doctest/doctest.h>

#include "ingest/documents/input.hpp"
#include "ingest/documents/office/docx.hpp"
#include "ingest/documents/office/pdf.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/made_documents.hpp"

using namespace kith;
using test::docx;
using test::paragraph;
using test::pdf;

namespace {

const std::string first = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.";

text::Article word(const std::string& bytes) {
    Expansion expansion;
    Input input("report.docx", bytes);
    return read_docx_article(input, expansion);
}

std::string problem_of_word(const std::string& bytes) {
    try {
        return "read: " + word(bytes).text;
    } catch (const UnusableInput& unusable) {
        return unusable.what();
    }
}

std::string problem_of_pdf(const std::string& bytes) {
    try {
        return "read: " + read_pdf_article(bytes, "report.pdf").text;
    } catch (const UnusableInput& unusable) {
        return unusable.what();
    }
}

}  // namespace

TEST_CASE("a Word document is its paragraphs, with title, author and day of its properties") {
    const text::Article article = word(docx(
        paragraph("Pipeline opens") + paragraph(first) + paragraph(second),
        "<dc:title>Pipeline opens</dc:title><dc:creator>Ann Lee</dc:creator><created>2022-09-27T08:00:00Z</created>"));
    CHECK(article.location == "report.docx");
    CHECK(article.title == "Pipeline opens");
    CHECK(article.byline == "Ann Lee");
    CHECK(article.published == "2022-09-27");
    CHECK(article.text == "Pipeline opens\n\n" + first + "\n\n" + second);
}

TEST_CASE(
    "runs of a Word paragraph are one text; deleted words, field codes and copies for old programs are not read") {
    const text::Article article =
        word(docx("<w:p><w:r><w:t>Norway and</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:tab/>"
                  "<w:t>Poland</w:t></w:r><w:del><w:r><w:delText>never</w:delText><w:t>never</w:t></w:r></w:del>"
                  "<w:r><w:instrText>PAGE</w:instrText><w:t xml:space=\"preserve\"> opened a pipeline &amp; a port on "
                  "Tuesday.</w:t></w:r><mc:Fallback><w:p><w:r><w:t>Copy.</w:t></w:r></w:p></mc:Fallback></w:p>"));
    CHECK(article.text == "Norway and Poland opened a pipeline & a port on Tuesday.");
}

TEST_CASE("a reference to what is no character reads as replacement characters, and what is around it stays") {
    CHECK(text_of_word_xml("<p><t>Oslo &#6518030; and &#xD800; &#248;.</t></p>", "document.xml") ==
          "\n\nOslo \uFFFD\uFFFD\uFFFD\uFFFD and \uFFFD\uFFFD\uFFFD \u00F8.");
}

TEST_CASE("what a stranger makes of a Word document is told, and takes neither stack nor memory") {
    CHECK(problem_of_word(test::zip({{"[Content_Types].xml", ""}, {"xl/workbook.xml", "<x/>"}})) ==
          "report.docx: no Word document: there is no word/document.xml in it");
    CHECK(problem_of_word("plain text") == "report.docx: no Word document: there is no word/document.xml in it");
    CHECK(problem_of_word(docx("<w:p>")) == "report.docx!/word/document.xml:1:78: not XML: start-end tags mismatch");
    std::string deep, open_tags;
    for (int i = 0; i < 100'000; ++i) open_tags += "<w:p>", deep += "</w:p>";
    CHECK(problem_of_word(docx(open_tags + paragraph(first) + deep)) == "read: " + first);
    CHECK(problem_of_word(docx(std::string(6 << 20, '<'))).find("XML tags, as no document has") != std::string::npos);
    CHECK(problem_of_word(docx(paragraph("\xFF\xFE\x81 broken"))).find("not valid UTF-8") != std::string::npos);
    const std::string laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;\">]>"
        "<w:document><w:p><w:r><w:t>" +
        first + " &lol2;</w:t></w:r></w:p></w:document>";
    CHECK(problem_of_word(test::zip({{"[Content_Types].xml", ""}, {"word/document.xml", laughs}})) ==
          "read: " + first + " &lol2;");
    const std::string whole = docx(paragraph(first));
    CHECK(problem_of_word(whole.substr(0, whole.size() / 2)).starts_with("report.docx"));
    CHECK(problem_of_word(docx(paragraph(std::string(std::size_t{40} << 20, 'x')))).find("larger than 32 MiB") !=
          std::string::npos);
}

TEST_CASE("a PDF file is paragraphs, over line and page ends, without what stands on every page") {
    const text::Article article = read_pdf_article(
        pdf({{"Example Institute 2022", "", "", "Baltic pipeline opens at last", "", "",
              "Norway and Poland opened a pipeline under the Bal-",
              "tic Sea on Tuesday. It brings gas to Poland, which had "
              "bought it",
              "from Russia before. Ann Lee met Bo Ray in Oslo, and the", "", "", "", "1"},
             {"Example Institute 2022", "", "", "minister said so in the evening.", "", "", "", "2"},
             {"Example Institute 2022", "", "", "Moscow denied it on Wednesday, as it has always done.", "", "", "3"}},
            "/Author (Ann Lee) /Title (Microsoft Word - x.doc) /CreationDate (D:20220927080000Z)"),
        "report.pdf");
    CHECK(article.text ==
          "Baltic pipeline opens at last\n\nNorway and Poland opened a pipeline under the Baltic Sea on Tuesday. It "
          "brings gas to "
          "Poland, "
          "which had bought it from Russia before. Ann Lee met Bo Ray in Oslo, and the minister said so in the "
          "evening.\n\nMoscow denied it on Wednesday, as it has always done.");
    CHECK(article.title == "Baltic pipeline opens at last");
    CHECK(article.byline == "Ann Lee");
    CHECK(article.published == "2022-09-27");
}

TEST_CASE("lines of a narrow column are one paragraph; ligatures are letters") {
    CHECK(text_of_pages({"The o\uFB03ce of the\nminister sent Ann\nLee to Oslo.\nShe met Bo Ray.\n"}) ==
          "The office of the minister sent Ann Lee to Oslo.\n\nShe met Bo Ray.");
}

TEST_CASE("a PDF file without text, a damaged one and what is none are told") {
    CHECK(problem_of_pdf(pdf({{}, {}})) == "report.pdf: no text in it: its pages are pictures or empty");
    const std::string damaged = "report.pdf: a PDF file that cannot be read: it is damaged";
    CHECK(problem_of_pdf("%PDF-1.4 and no more") == damaged);
    CHECK(problem_of_pdf("no PDF file") == damaged);
    CHECK(problem_of_pdf(pdf({}).substr(0, 60)) == damaged);
    const std::string loop = pdf({{first}});
    std::string kids = loop;
    kids.replace(kids.find("/Kids [5 0 R ]"), 14, "/Kids [2 0 R ]");  // the tree of pages contains itself
    CHECK(problem_of_pdf(kids).starts_with("report.pdf: "));
}
