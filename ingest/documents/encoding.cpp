#include "ingest/documents/encoding.hpp"

#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <memory>

#include "ingest/documents/decoder.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Guessing reads no more than this of the bytes.
constexpr std::size_t guess_bytes = std::size_t{1} << 20;

struct Signature {
    std::string_view bytes;
    std::string_view meaning;
};

// Byte order marks and ICU's names of what they announce. UTF-32 first: its mark begins with that of UTF-16.
constexpr std::array byte_order_marks = {
    Signature{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
    Signature{std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
    Signature{"\xFF\xFE", "UTF-16LE"},
    Signature{"\xFE\xFF", "UTF-16BE"},
};

constexpr std::array not_text = {
    Signature{"%PDF-", "a PDF file; take its text with pdftotext"},
    Signature{"\x1F\x8B", "a gzip archive; unpack it with gunzip"},
    Signature{"PK\x03\x04", "a zip archive or office document; unpack it or save it as text"},
    Signature{"\x28\xB5\x2F\xFD", "a zstd archive; unpack it with unzstd"},
    Signature{"7z\xBC\xAF\x27\x1C", "a 7z archive; unpack it with 7z x"},
    Signature{"Rar!", "a rar archive; unpack it with unrar"},
    Signature{"\xD0\xCF\x11\xE0", "an Office file of before 2007; save it as DOCX or CSV"},
    Signature{"{\\rtf", "an RTF file; save it as DOCX or text"},
    Signature{"SQLite format 3", "an SQLite database; name it with --db"},
    Signature{"\x89PNG", "a picture"},
    Signature{"\xFF\xD8\xFF", "a picture"},
};

// Length of the UTF-8 sequence at `at`; 0: none is valid there.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const text::CodePoint point = text::code_point_at(bytes, at);
    return point.is_valid() ? point.size : 0;
}

// UTF-8 in which something broke, rather than another encoding: most bytes above ASCII do form valid sequences.
bool is_broken_utf8(std::string_view bytes) {
    std::size_t valid = 0;
    std::size_t invalid = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequence_length(bytes, at);
        if (length > 1) ++valid;
        if (length == 0) ++invalid;
        at += std::max<std::size_t>(length, 1);
    }
    return valid > invalid;
}

std::string name_of_guess(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    const std::string_view head = bytes.substr(0, guess_bytes);
    if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

// ICU's name for an encoding: UHC is uchardet's name for Korean, and what calls itself Latin-1 is in truth windows-1252
// (WHATWG Encoding Standard, section 4.2), which has quotes and dashes where Latin-1 has control characters.
const char* name_for_icu(const std::string& encoding) {
    if (ucnv_compareNames(encoding.c_str(), "UHC") == 0) return "windows-949";
    if (ucnv_compareNames(encoding.c_str(), "ISO-8859-1") == 0) return "windows-1252";
    return encoding.c_str();
}

}  // namespace

UConverter* open_converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open(name_for_icu(encoding), &status);
    return U_FAILURE(status) ? nullptr : converter;
}

namespace {

// Every byte must have a meaning; nothing where one has none, or where `encoding` is unknown.
std::optional<icu::UnicodeString> convert(std::string_view bytes, const std::string& encoding) {
    const Converter converter(open_converter(encoding), &ucnv_close);
    if (!converter) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);

    icu::UnicodeString text;
    std::array<char16_t, 8192> buffer{};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    do {
        char16_t* target = buffer.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr, true, &status);
        text.append(buffer.data(), static_cast<int32_t>(target - buffer.data()));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) return std::nullopt;
    return text;
}

// A wrong guess gives control characters and symbols in the midst of words; right ones give letters, quotes, dashes.
bool reads_like_text(const icu::UnicodeString& text) {
    std::size_t expected = 0;
    std::size_t strange = 0;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (c < 0x80) continue;
        const auto category = U_GET_GC_MASK(c);
        if ((category & (U_GC_CC_MASK | U_GC_CN_MASK | U_GC_CO_MASK)) != 0) return false;
        const bool common =
            (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_P_MASK | U_GC_N_MASK | U_GC_SC_MASK | U_GC_Z_MASK)) != 0;
        ++(common ? expected : strange);
    }
    return strange * 10 <= expected;
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

std::string hexadecimal(char byte) {
    std::array<char, 8> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    return buffer.data();
}

void require_no_signature(std::string_view bytes, const std::string& file) {
    for (const Signature& signature : not_text) {
        if (bytes.starts_with(signature.bytes))
            throw UnusableInput(InputPosition{file}, "not text: " + std::string(signature.meaning));
    }
}

void require_text(std::string_view bytes, const std::string& file) {
    require_no_signature(bytes, file);
    if (const std::size_t zero = bytes.find('\0'); zero != bytes.npos) {
        throw UnusableInput(InputPosition{file}, "not text: byte 0x00 at offset " + std::to_string(zero),
                            "If it is UTF-16, convert it: iconv -f UTF-16LE -t UTF-8.");
    }
}

// Line and column from 1; the column counts bytes.
InputPosition position_of_byte(std::string_view bytes, std::size_t offset, const std::string& file) {
    const std::string_view before = bytes.substr(0, offset);
    const std::size_t newline = before.rfind('\n');
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1;
    return {file, line, newline == before.npos ? offset + 1 : offset - newline};
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;  // most text is ASCII: eight bytes at a time
        if (at + sizeof eight <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length = sequence_length(bytes, at);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::string valid_utf8(std::string_view bytes) {
    return utf8(icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), static_cast<int32_t>(bytes.size()))));
}

std::string to_utf8(std::string bytes, const std::string& file, std::string_view declared) {
    for (const Signature& mark : byte_order_marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        const std::string_view rest = std::string_view(bytes).substr(mark.bytes.size());
        const auto text = convert(rest, std::string(mark.meaning));
        if (!text || !reads_like_text(*text)) {
            throw UnusableInput(InputPosition{file},
                                "begins as " + std::string(mark.meaning) + " but is not valid in it");
        }
        return utf8(*text);
    }
    require_text(bytes, file);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);

    const auto invalid = find_invalid_utf8(bytes);
    if (!invalid) return bytes;
    if (!is_broken_utf8(bytes)) {
        for (const std::string& encoding : {std::string(declared), name_of_guess(bytes)}) {
            if (encoding.empty()) continue;
            const auto text = convert(bytes, encoding);
            if (text && reads_like_text(*text)) return utf8(*text);
        }
    }
    throw UnusableInput(position_of_byte(bytes, *invalid, file),
                        "not valid UTF-8, and no other encoding fits: byte " + hexadecimal(bytes[*invalid]) +
                            " at offset " + std::to_string(*invalid),
                        "Convert it to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8.");
}

std::string encoding_of_records(std::string_view head, const std::string& file) {
    for (const Signature& mark : byte_order_marks) {
        if (head.starts_with(mark.bytes)) return std::string(mark.meaning);
    }
    require_no_signature(head, file);
    // One zero byte spoils a record; in UTF-16 every other byte is one.
    const std::string_view beginning = head.substr(0, 1024);
    if (static_cast<std::size_t>(std::ranges::count(beginning, '\0')) * 4 > beginning.size())
        require_text(beginning, file);
    const std::string_view lines = head.substr(0, head.rfind('\n'));  // the last may be cut off within a letter
    if (!find_invalid_utf8(lines) || is_broken_utf8(lines)) return "UTF-8";
    const std::string guess = name_of_guess(lines);
    const auto text = guess.empty() ? std::nullopt : convert(lines, guess);
    return text && reads_like_text(*text) ? guess : "UTF-8";
}

}  // namespace kith
