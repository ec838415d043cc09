// Widths and line breaks, by ICU's properties of characters.
#include "query/export/text_layout.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "graph/ascii.hpp"

namespace kith {
namespace {

constexpr UChar32 replacement = 0xFFFD;

struct Character {
    UChar32 code_point;
    std::string_view bytes;
};

// The character at the front of a text that is not empty.
Character front(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), U8_MAX_LENGTH));
    std::int32_t next = 0;
    UChar32 code_point = 0;
    U8_NEXT(bytes, next, length, code_point);
    if (code_point < 0) return {replacement, text.substr(0, 1)};
    return {code_point, text.substr(0, static_cast<std::size_t>(next))};
}

std::size_t width_of(UChar32 code_point) {
    switch (u_charType(code_point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
            return code_point == 0xAD ? 1 : 0;  // the soft hyphen is drawn
        default:
            break;
    }
    const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool turns_direction(UChar32 code_point) {
    return (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

// The longest beginning of at most `width` columns.
std::string_view beginning(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        const Character character = front(text.substr(end));
        used += width_of(character.code_point);
        if (used > width) break;
        end += character.bytes.size();
    }
    return text.substr(0, end);
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    while (!utf8.empty()) {
        const Character character = front(utf8);
        width += width_of(character.code_point);
        utf8.remove_prefix(character.bytes.size());
    }
    return width;
}

std::string with_capital(std::string text) {
    if (!text.empty()) text.front() = ascii::upper(text.front());
    return text;
}

std::string single_line(std::string_view utf8) {
    std::string line;
    line.reserve(utf8.size());
    bool blank = false;
    for (; !utf8.empty(); utf8.remove_prefix(front(utf8).bytes.size())) {
        const Character character = front(utf8);
        if (u_isUWhiteSpace(character.code_point)) {
            blank = !line.empty();
        } else if (u_charType(character.code_point) != U_CONTROL_CHAR && !turns_direction(character.code_point)) {
            if (blank) line += ' ';
            blank = false;
            line += character.code_point == replacement ? std::string_view("\xEF\xBF\xBD") : character.bytes;
        }
    }
    return line;
}

std::string shorten(std::string_view utf8, std::size_t width) {
    if (display_width(utf8) <= width) return std::string(utf8);
    if (width == 0) return {};
    std::string cut(beginning(utf8, width - 1));
    while (!cut.empty() && cut.back() == ' ') cut.pop_back();
    return cut + "…";
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t width) {
    const std::string text = single_line(utf8);
    std::string_view rest = text;
    std::vector<std::string> lines;
    while (!rest.empty()) {
        std::string_view line = beginning(rest, width);
        if (line.size() < rest.size() && rest[line.size()] != ' ') {
            const std::size_t blank = line.rfind(' ');
            if (blank != std::string_view::npos) line = line.substr(0, blank);
        }
        if (line.empty()) line = front(rest).bytes;  // a character wider than the line still moves on
        lines.emplace_back(line);
        rest.remove_prefix(line.size());
        if (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

}  // namespace kith
