#include "ingest/documents/xml/xml_input.hpp"

#include <unicode/ucnv.h>

#include "graph/ascii.hpp"
#include "ingest/documents/decoder.hpp"

namespace kith {

namespace {

constexpr std::size_t peeked_bytes = std::size_t{1} << 20;

// What its declaration says, unless its bytes cannot be that; without one, what they look like.
std::string encoding_of_xml(std::string_view head, const std::string& path) {
    std::string declared = ascii::lower_case(declared_xml_encoding(head));
    if (declared == "utf-8" || declared == "utf8" || declared == "us-ascii") return "UTF-8";
    UConverter* const converter = declared.empty() || declared.starts_with("utf-") ? nullptr : open_converter(declared);
    if (converter == nullptr) return encoding_of_records(head, path);
    ucnv_close(converter);
    return declared;
}

}  // namespace

void read_xml(Input& input, XmlHandler& handler) {
    Decoder decoder([&](char* target, std::size_t size) { return input.read(target, size); },
                    encoding_of_xml(input.peek(peeked_bytes), input.path()));
    read_xml([&](char* target, std::size_t size) { return decoder.read(target, size); }, input.path(), handler);
}

}  // namespace kith
