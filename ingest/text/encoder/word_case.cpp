#include "ingest/text/encoder/word_case.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kith::text::encoder {

namespace {

bool is_digit(UChar32 c) {
    const auto type = u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE);
    return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_letter(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0;
}

// What a text's letters are, with Python's islower and isupper in mind: others do not count.
struct Letters {
    bool upper = false;
    bool lower = false;
    bool title = false;  // one character for two letters, such as U+01C5

    void add(UChar32 c) {
        upper |= u_isUUppercase(c) != 0;
        lower |= u_isULowercase(c) != 0;
        title |= u_istitle(c) != 0;
    }
    bool all_lower() const { return lower && !upper && !title; }
    bool all_upper() const { return upper && !lower && !title; }
};

}  // namespace

WordCase case_of(std::string_view utf8) {
    bool all_digits = !utf8.empty();
    bool has_letter = false;
    Letters all;
    Letters after_first;
    bool first_upper = false;
    const auto size = static_cast<std::int32_t>(utf8.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    std::int32_t at = 0;
    std::int32_t count = 0;
    while (at < size) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, c);
        all_digits = all_digits && is_digit(c);
        has_letter = has_letter || is_letter(c);
        all.add(c);
        if (count++ == 0) {
            first_upper = u_isUUppercase(c) != 0;
        } else {
            after_first.add(c);
        }
    }
    if (all_digits) return WordCase::digits;
    if (!has_letter) return WordCase::no_letter;
    if (all.all_lower()) return WordCase::lower;
    if (first_upper && (count == 1 || after_first.all_lower())) return WordCase::title;
    return all.all_upper() ? WordCase::upper : WordCase::mixed;
}

}  // namespace kith::text::encoder
