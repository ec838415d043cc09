// Lines of pages to paragraphs: text_of_pages of pdf.hpp.
#include <algorithm>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "ingest/documents/office/pdf.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith {
namespace {

constexpr std::size_t furniture_lines = 2;  // at the head and foot of a page
constexpr std::size_t fewest_pages = 3;     // on which furniture stands
constexpr double full_line = 0.75;          // of the longest of its block

using Lines = std::vector<std::string>;

std::string trimmed(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r\f"), line.size());
    return std::string(line.substr(begin, line.find_last_not_of(" \t\r\f") + 1 - begin));
}

// What typesetting joins to one letter is letters again.
std::string with_plain_letters(std::string_view line) {
    static constexpr std::pair<std::string_view, std::string_view> ligatures[] = {
        {"\uFB00", "ff"}, {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"}, {"\uFB04", "ffl"}};
    std::string plain(line);
    for (const auto& [joined, letters] : ligatures) {
        for (std::size_t at = 0; (at = plain.find(joined, at)) != plain.npos;)
            plain.replace(at, joined.size(), letters);
    }
    return plain;
}

Lines lines_of(const std::string& page) {
    Lines lines;
    for (std::size_t begin = 0; begin <= page.size();) {
        const std::size_t end = std::min(page.find('\n', begin), page.size());
        lines.push_back(with_plain_letters(trimmed(std::string_view(page).substr(begin, end - begin))));
        begin = end + 1;
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    lines.erase(lines.begin(), std::ranges::find_if(lines, [](const auto& line) { return !line.empty(); }));
    return lines;
}

// A line without its numbers: "Page 3 of 10" and "Page 4 of 10" are one.
std::string without_numbers(const std::string& line) {
    std::string rest;
    std::ranges::copy_if(line, std::back_inserter(rest), [](char c) { return !ascii::is_digit(c); });
    return rest;
}

// Calls `use` with each line at the head and foot of the page.
template <typename Use>
void for_each_edge_line(Lines& lines, const Use& use) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if ((i < furniture_lines || i + furniture_lines >= lines.size()) && !lines[i].empty()) use(lines[i]);
    }
}

void drop_furniture(std::vector<Lines>& pages) {
    std::unordered_map<std::string, std::size_t> counts;
    for (Lines& page : pages) {
        for_each_edge_line(page, [&](const std::string& line) { ++counts[without_numbers(line)]; });
    }
    for (Lines& page : pages) {
        for_each_edge_line(page, [&](std::string& line) {
            const std::string rest = without_numbers(line);
            const bool is_number = rest.find_first_not_of(" -|/.") == rest.npos;
            if (is_number || (pages.size() >= fewest_pages && counts[rest] >= fewest_pages)) line.clear();
        });
    }
}

bool starts_lower_case(const std::string& line) {
    const std::int32_t first = text::code_point_at(line, 0).value;
    return text::is_letter(first) && !text::is_upper(first);
}

bool ends_sentence(std::string_view line) {
    while (line.ends_with('"') || line.ends_with(')') || line.ends_with('\'')) line.remove_suffix(1);
    for (const std::string_view mark : {"\u201D", "\u2019"}) {
        if (line.ends_with(mark)) line.remove_suffix(mark.size());
    }
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':');
}

// Whether `next` goes on with the paragraph that `line` belongs to; `widest` is the longest line of their block.
bool goes_on(const std::string& line, const std::string& next, std::size_t widest) {
    if (starts_lower_case(next)) return true;
    return static_cast<double>(line.size()) >= full_line * static_cast<double>(widest);
}

// A word that was divided at the line's end is one again: "air de-" and "fense". Its hyphen stays before a capital.
void append(std::string& paragraph, const std::string& line) {
    const bool divided = paragraph.size() > 1 && paragraph.ends_with('-') && paragraph[paragraph.size() - 2] != ' ';
    if (divided && starts_lower_case(line)) paragraph.pop_back();
    if (!divided) paragraph += ' ';
    paragraph += line;
}

class Paragraphs {
public:
    void add(const Lines& block, bool begins_page) {
        std::size_t widest = 0;
        for (const std::string& line : block) widest = std::max(widest, line.size());
        for (std::size_t i = 0; i < block.size(); ++i) {
            // A paragraph goes on over the end of a page, or past a gap, only in the midst of a sentence.
            const bool open = !current_.empty() && !ends_sentence(current_);
            const bool joins = i > 0 ? goes_on(block[i - 1], block[i], widest)
                                     : open && starts_lower_case(block[i]) && (begins_page || current_.ends_with('-'));
            if (!joins) end();
            if (current_.empty()) {
                current_ = block[i];
            } else {
                append(current_, block[i]);
            }
        }
    }

    std::string finish() {
        end();
        return std::move(text_);
    }

private:
    void end() {
        if (current_.empty()) return;
        if (!text_.empty()) text_ += "\n\n";
        text_ += current_;
        current_.clear();
    }

    std::string text_, current_;
};

}  // namespace

std::string text_of_pages(const std::vector<std::string>& pages) {
    std::vector<Lines> lines;
    for (const std::string& page : pages) lines.push_back(lines_of(page));
    drop_furniture(lines);
    Paragraphs paragraphs;
    for (const Lines& page : lines) {
        Lines block;
        bool begins_page = true;
        const auto take = [&] {
            if (block.empty()) return;
            paragraphs.add(block, begins_page);
            begins_page = false;
            block.clear();
        };
        for (const std::string& line : page) {
            if (line.empty()) {
                take();
            } else {
                block.push_back(line);
            }
        }
        take();
    }
    return paragraphs.finish();
}

}  // namespace kith
