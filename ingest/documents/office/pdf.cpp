#include "ingest/documents/office/pdf.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>
#include <mutex>

#include "graph/partial_date.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/office/properties.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr int most_pages = 5000;
constexpr std::size_t most_text_bytes = std::size_t{16} << 20;

std::string utf8(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string result(bytes.begin(), bytes.end());
    return find_invalid_utf8(result) ? std::string() : result;
}

// It would write what it finds wrong to standard error.
void silence_poppler() {
    static std::once_flag once;
    std::call_once(once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

std::unique_ptr<poppler::document> open(const std::string& bytes, const std::string& location) {
    if (bytes.size() > static_cast<std::size_t>(INT32_MAX)) throw UnusableInput(InputPosition{location}, "too large");
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        throw UnusableInput(InputPosition{location}, "a PDF file that cannot be read: it is damaged",
                            "Fetch it again.");
    if (document->is_locked()) {
        throw UnusableInput(InputPosition{location}, "an encrypted PDF file",
                            "Take its text with its password: pdftotext -upw PASSWORD.");
    }
    return document;
}

std::string day_of(std::time_t time) {
    std::tm parts{};
    if (time <= 0 || gmtime_r(&time, &parts) == nullptr) return {};
    char day[16];
    return std::strftime(day, sizeof day, "%Y-%m-%d", &parts) == 0 ? std::string() : day;
}

}  // namespace

bool looks_like_pdf(std::string_view head) {
    return head.starts_with("%PDF-");
}

text::Article read_pdf_article(const std::string& bytes, const std::string& location) {
    silence_poppler();
    const std::unique_ptr<poppler::document> document = open(bytes, location);
    std::vector<std::string> pages;
    std::size_t text_bytes = 0;
    const int count = document->pages();
    if (count > most_pages) {
        throw UnusableInput(InputPosition{location}, "more than " + std::to_string(most_pages) + " pages",
                            "Divide it into several files.");
    }
    for (int i = 0; i < count && text_bytes <= most_text_bytes; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page) pages.push_back(utf8(page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout)));
        if (page) text_bytes += pages.back().size();
    }
    if (text_bytes > most_text_bytes) {
        throw UnusableInput(InputPosition{location},
                            "more text than one article may have, " + mebibytes(most_text_bytes),
                            "Divide it into several files.");
    }
    const std::string text = text_of_pages(pages);
    if (text.empty()) {
        throw UnusableInput(InputPosition{location}, "no text in it: its pages are pictures or empty",
                            "Run ocrmypdf on it first.");
    }
    const Properties properties{utf8(document->get_title()), utf8(document->get_author()),
                                day_of(document->get_creation_date_t())};
    return article_of_document(text, properties, location);
}

}  // namespace kith
