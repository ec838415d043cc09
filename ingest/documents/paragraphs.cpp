#include "ingest/documents/paragraphs.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "ingest/text/words/unicode.hpp"

namespace kith {
namespace {

struct Line {
    std::string text;        // white space evened out, none at the ends
    std::size_t indent = 0;  // blanks before it
    std::size_t width = 0;   // code points, the indent included
};

constexpr std::size_t narrowest_page = 50;
constexpr std::size_t widest_page = 200;
constexpr std::size_t fewest_breaks = 3;  // fewer tell nothing of a width

bool is_line_end(UChar32 c) {
    return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Soft hyphens, zero width blanks, marks of direction and byte order. The joiners of Persian and Hindi stay.
bool is_invisible(UChar32 c) {
    return (u_charType(c) == U_FORMAT_CHAR && c != 0x200C && c != 0x200D) || u_charType(c) == U_CONTROL_CHAR;
}

std::vector<Line> split_lines(std::string_view utf8) {
    std::vector<Line> lines(1);
    bool blank = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto [c, size] = text::code_point_at(utf8, at);
        const std::string_view bytes = utf8.substr(at, size);
        at += size;
        Line& line = lines.back();
        if (is_line_end(c) || (c == '\r' && !utf8.substr(at).starts_with('\n'))) {
            lines.emplace_back();
            blank = false;
        } else if (c == '\t' || u_isUWhiteSpace(c)) {
            if (c == '\r') continue;  // the newline follows
            line.width += line.text.empty() ? 0 : 1;
            line.indent += line.text.empty() ? 1 : 0;
            blank = true;
        } else if (!is_invisible(c)) {
            if (blank && !line.text.empty()) line.text += ' ';
            if (line.text.empty()) line.width = line.indent;
            blank = false;
            line.text += bytes;
            ++line.width;
        }
    }
    return lines;
}

std::size_t first_word_width(const Line& line) {
    const std::string_view word = std::string_view(line.text).substr(0, line.text.find(' '));
    return static_cast<std::size_t>(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
}

// Whether the next line's first word would have crossed the width.
bool is_full(const Line& line, const Line& next, std::size_t width) {
    return line.width + 1 + first_word_width(next) > width;
}

// The width to which the lines are broken; 0: they are not.
std::size_t page_width(const std::vector<Line>& lines) {
    std::vector<std::size_t> widths;
    for (const Line& line : lines) {
        if (!line.text.empty()) widths.push_back(line.width);
    }
    if (widths.size() <= fewest_breaks) return 0;
    const auto ninth_tenth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, ninth_tenth);
    const std::size_t width = *ninth_tenth;
    if (width < narrowest_page || width > widest_page) return 0;

    std::size_t breaks = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].text.empty() || lines[i + 1].text.empty()) continue;
        ++breaks;
        if (is_full(lines[i], lines[i + 1], width)) ++full;
    }
    return breaks >= fewest_breaks && full * 2 >= breaks ? width : 0;
}

bool ends_sentence(std::string_view text) {
    for (const std::string_view mark : {".", "!", "?", ":", ";", "\"", "'", ")", "\u201D", "\u2019", "\u2026"}) {
        if (text.ends_with(mark)) return true;
    }
    return false;
}

bool starts_lower_case(const std::string& text) {
    return u_islower(text::code_point_at(text, 0).value);
}

// Whether `next` goes on with the paragraph of `line`, the line above it.
bool continues(const Line& line, const Line& next, std::size_t width) {
    if (line.text.empty() || next.text.empty()) return false;
    const bool open = !ends_sentence(line.text);
    if (open && line.width >= narrowest_page && starts_lower_case(next.text)) return true;
    if (width == 0) return false;
    if (next.indent > line.indent) return false;
    return open || is_full(line, next, width);
}

}  // namespace

std::vector<std::string> split_paragraphs(std::string_view utf8) {
    std::vector<Line> lines = split_lines(utf8);
    const std::size_t width = page_width(lines);
    std::vector<std::string> paragraphs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].text.empty()) continue;
        if (i > 0 && continues(lines[i - 1], lines[i], width)) {
            if (!paragraphs.back().ends_with('-')) paragraphs.back() += ' ';
            paragraphs.back() += lines[i].text;
        } else {
            paragraphs.push_back(lines[i].text);
        }
    }
    return paragraphs;
}

}  // namespace kith
