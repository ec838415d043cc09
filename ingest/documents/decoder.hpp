// Bytes of an input of any length as UTF-8, in constant memory.
//
//     Decoder decoder(read, "windows-1252");
//     const std::size_t count = decoder.read(target, size);   // 0 at the end
//
// UTF-8 is handed on as it is, with its byte order mark and with what is wrong in it; a byte that has no meaning in
// another encoding becomes U+FFFD. So records that have errors are known, and the others are not lost. What is asked
// of bytes and encodings is defined beside the guesses, in ingest/documents/encoding.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct UConverter;

namespace kith {

// The encoding of an input of records, by its first bytes and as ICU calls it: what its byte order mark says, UTF-8, or
// one that is recognised. Where none fits it is UTF-8 with errors, and whoever reads it passes over the records that
// have them. Throws UnusableInput for what is no text at all.
std::string encoding_of_records(std::string_view head, const std::string& file);

class Decoder {
public:
    using Read = std::function<std::size_t(char* target, std::size_t size)>;

    // `encoding` is one that encoding_of_records gave.
    Decoder(Read read, const std::string& encoding);

    std::size_t read(char* target, std::size_t size);

private:
    using Converter = std::unique_ptr<UConverter, void (*)(UConverter*)>;

    Read read_;
    Converter from_, to_;  // none: the bytes are UTF-8
    bool skips_mark_ = false;
    std::vector<char> bytes_;
    const char* at_ = nullptr;  // first byte of bytes_ not converted yet
    const char* end_ = nullptr;
    bool at_end_ = false;
    std::array<char16_t, 4096> pivot_{};
    char16_t* pivot_source_ = pivot_.data();
    char16_t* pivot_target_ = pivot_.data();
};

// ICU's converter for an encoding as uchardet or a page calls it; null: unknown. To be closed by whoever opens it.
UConverter* open_converter(const std::string& encoding);

}  // namespace kith
