#include "query/export/markup.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace kith {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_allowed(UChar32 point) {
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point <= 0xD7FF) ||
           (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string result;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point);
        const std::string_view piece =
            text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
        if (!is_allowed(point)) {
            result += replacement;
        } else if (point == '&') {
            result += "&amp;";
        } else if (point == '<') {
            result += "&lt;";
        } else if (point == '>') {
            result += "&gt;";
        } else if (point == '"') {
            result += "&quot;";
        } else if (point == '\t' || point == '\n' || point == '\r') {
            result += "&#" + std::to_string(point) + ';';
        } else {
            result += piece;
        }
    }
    return result;
}

}  // namespace kith
