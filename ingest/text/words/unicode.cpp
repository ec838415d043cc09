#include "ingest/text/words/unicode.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "graph/ascii.hpp"

namespace kith::text {

CodePoint code_point_at(std::string_view utf8, std::size_t position) {
    const auto first = static_cast<unsigned char>(utf8[position]);
    if (first < 0x80) return {first, 1};
    const std::string_view rest = utf8.substr(position, 4);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(rest.data());
    std::int32_t offset = 0;
    std::int32_t value = 0;
    U8_NEXT(bytes, offset, static_cast<std::int32_t>(rest.size()), value);
    if (value < 0) return {0xFFFD, 1};
    return {value, static_cast<std::size_t>(offset)};
}

bool is_letter(std::int32_t code_point) {
    if (code_point < 0x80) return ascii::is_letter(static_cast<char>(code_point));
    return u_isalpha(code_point) || u_charType(code_point) == U_NON_SPACING_MARK;
}

bool is_digit(std::int32_t code_point) {
    return code_point < 0x80 ? ascii::is_digit(static_cast<char>(code_point)) : u_isdigit(code_point) != 0;
}

bool is_upper(std::int32_t code_point) {
    return code_point < 0x80 ? ascii::is_upper(static_cast<char>(code_point)) : u_isupper(code_point) != 0;
}

bool is_space(std::int32_t code_point) {
    if (code_point < 0x80) return code_point <= ' ' || code_point == 0x7F;
    return u_isUWhiteSpace(code_point) || code_point == 0x200B || code_point == 0xFEFF;
}

bool is_apostrophe(std::int32_t code_point) {
    return code_point == '\'' || code_point == 0x2019 || code_point == 0x2018 || code_point == 0x02BC ||
           code_point == 0xB4;
}

bool is_quotation_mark(std::int32_t code_point) {
    return code_point == '"' || (code_point >= 0x201C && code_point <= 0x201F) || code_point == 0xAB ||
           code_point == 0xBB;
}

std::string lower(std::string_view utf8) {
    std::string result;
    result.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = code_point_at(utf8, i);
        if (point.value < 0x80) {
            result += ascii::lower(utf8[i]);
        } else if (is_apostrophe(point.value)) {
            result += '\'';
        } else if (point.value == 0xFFFD) {
            result.append(utf8.substr(i, point.size));
        } else {
            char bytes[4];
            std::int32_t size = 0;
            U8_APPEND_UNSAFE(bytes, size, u_tolower(point.value));
            result.append(bytes, static_cast<std::size_t>(size));
        }
        i += point.size;
    }
    return result;
}

}  // namespace kith::text
