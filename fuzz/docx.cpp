// Word documents: the XML of the body, as it would stand in the archive.
#include "ingest/documents/office/docx.hpp"
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::allow_errors([&] {
        fuzz::require(!find_invalid_utf8(text_of_word_xml(std::string(fuzz::text_of(data, size)), "document.xml")));
    });
    return 0;
}
