// PDF files, and the joining of their lines.
#include "ingest/documents/office/pdf.hpp"
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(fuzz::text_of(data, size));
    if (!find_invalid_utf8(bytes)) {
        const std::size_t half = bytes.find('\f');
        const std::vector<std::string> pages = {bytes.substr(0, half), half == bytes.npos ? "" : bytes.substr(half)};
        fuzz::require(!find_invalid_utf8(text_of_pages(pages)));
    }
    if (looks_like_pdf(bytes)) fuzz::allow_errors([&] { read_pdf_article(bytes, "a.pdf"); });
    return 0;
}
