#include "ingest/documents/encoding.hpp"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "ingest/documents/unusable_input.hpp"

using kith::find_invalid_utf8;
using kith::to_utf8;
using kith::UnusableInput;

namespace {

// The text in another encoding, by ICU.
std::string encoded(std::string_view utf8, const char* encoding) {
    const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    std::string bytes(utf8.size() * 4, '\0');
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &error);
    bytes.resize(static_cast<std::size_t>(ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                                                          text.getBuffer(), text.length(), &error)));
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(error));
    return bytes;
}

}  // namespace

TEST_CASE("invalid UTF-8 is found at its first byte") {
    struct Case {
        std::string_view bytes;
        std::size_t offset;
    };
    for (const auto& [bytes, offset] : {
             Case{"abc\x80", 3}, Case{"\xC0\xAF", 0},                   // a lone continuation, an overlong form
             Case{"\xE0\x80\x80", 0}, Case{"a\xED\xA0\x80", 1},         // overlong, a surrogate
             Case{"\xF4\x90\x80\x80", 0}, Case{"\xF5\x80\x80\x80", 0},  // beyond the last code point
             Case{"01234567\xC3", 8}, Case{"\xE2\x82", 0},              // cut off
         }) {
        CHECK(find_invalid_utf8(bytes) == offset);
    }
    CHECK_FALSE(find_invalid_utf8("plain, \u00E4, \u20AC, \U0001F30D, \U0010FFFF"));
}

TEST_CASE("byte order marks are taken away, and UTF-16 is converted") {
    CHECK(to_utf8("\xEF\xBB\xBFKyiv", "a.txt") == "Kyiv");
    CHECK(to_utf8("\xFF\xFE" + encoded("Kyiv, Київ", "UTF-16LE"), "a.txt") == "Kyiv, Київ");
    CHECK(to_utf8("\xFE\xFF" + encoded("Kyiv, Київ", "UTF-16BE"), "a.txt") == "Kyiv, Київ");
    CHECK(to_utf8(std::string("\xFF\xFE\0\0", 4) + encoded("Київ", "UTF-32LE"), "a.txt") == "Київ");
}

TEST_CASE("old encodings are recognised") {
    const std::string russian =
        "Министр иностранных дел заявил, что переговоры с представителями Ирана продолжатся на следующей неделе.";
    const std::string japanese = "外務大臣は、イランとの協議を来週も続けると述べた。首相は東京で記者団に語った。";
    const std::string chinese = "外交部长表示，下周将继续与伊朗举行会谈。总理在北京对记者说，双方已达成协议。";
    const std::string korean =
        "외교부 장관은 다음 주에도 이란과 회담을 계속하겠다고 말했다. 총리는 서울에서 기자들에게 밝혔다.";
    const std::string french =
        "Le président a déclaré à l'Élysée que les négociations étaient très avancées ; «\u00A0c'est décidé\u00A0».";
    CHECK(to_utf8(encoded(russian, "windows-1251"), "a.txt") == russian);
    CHECK(to_utf8(encoded(russian, "KOI8-R"), "a.txt") == russian);
    CHECK(to_utf8(encoded(japanese, "Shift_JIS"), "a.txt") == japanese);
    CHECK(to_utf8(encoded(japanese, "EUC-JP"), "a.txt") == japanese);
    CHECK(to_utf8(encoded(chinese, "GB18030"), "a.txt") == chinese);
    CHECK(to_utf8(encoded(korean, "EUC-KR"), "a.txt") == korean);
    CHECK(to_utf8(encoded(french, "windows-1252"), "a.txt") == french);
}

TEST_CASE("a declared encoding is believed before a guess, but not before valid UTF-8") {
    CHECK(to_utf8("\xCA\xE8\xE5\xE2", "a.html", "windows-1251") == "Киев");
    CHECK(to_utf8("Киев", "a.html", "windows-1251") == "Киев");
}

TEST_CASE("UTF-8 with an error in it is refused, not read as something else") {
    const std::string text = "Zürich, Köln,\nGöteborg: \xFF!";
    CHECK_THROWS_WITH_AS(to_utf8(text, "a.txt"),
                         "a.txt:2:12: not valid UTF-8, and no other encoding fits: byte 0xFF at offset 27",
                         UnusableInput);
}

TEST_CASE("what is not text is refused with the offset of its first NUL byte, or by its kind") {
    CHECK_THROWS_WITH_AS(to_utf8(std::string("ab\0c", 4), "a.txt"), "a.txt: not text: byte 0x00 at offset 2",
                         UnusableInput);
    CHECK_THROWS_WITH_AS(to_utf8("%PDF-1.4", "a.txt"), "a.txt: not text: a PDF file; take its text with pdftotext",
                         UnusableInput);
    CHECK_THROWS_WITH_AS(to_utf8("\x1F\x8B\x08", "a.txt"), "a.txt: not text: a gzip archive; unpack it with gunzip",
                         UnusableInput);
}
