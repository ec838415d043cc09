#include "ingest/documents/credits.hpp"

#include <algorithm>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/partial_date.hpp"
#include "graph/written_date.hpp"
#include "ingest/documents/boilerplate.hpp"
#include "ingest/text/words/word_lists.hpp"

KITH_EMBEDDED(credits_tsv)

namespace kith {
namespace {

constexpr std::size_t longest_credit_line = 160;
constexpr std::size_t longest_dateline = 80;
constexpr std::size_t longest_photo_source = 100;
constexpr std::size_t longest_note = 400;
constexpr std::size_t longest_names_line = 60;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view marks = " ,;:|.-/()";
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2022", "\u00B7"}) {
        if (text.ends_with(dash)) text.remove_suffix(dash.size());
        if (text.starts_with(dash)) text.remove_prefix(dash.size());
    }
    const std::size_t begin = text.find_first_not_of(marks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

// What stands before `at`, without blanks at its end.
std::string_view before(std::string_view text, std::size_t at) {
    text = text.substr(0, at);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

// Names: one to a dozen words, most of them capitalised.
bool is_names(std::string_view text) {
    std::size_t words = 0;
    std::size_t capitalised = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        ++words;
        if (ascii::is_digit(word.front())) return false;
        if (ascii::is_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80) ++capitalised;
    }
    return words >= 1 && words <= 12 && capitalised * 2 > words;
}

// "Ann Lee/Reuters", "Photo by Ann Lee", "Bo Ray/Bloomberg via Getty Images", "AFP".
bool is_photo_source(std::string_view text) {
    if (text.size() > longest_photo_source || text.ends_with('.')) return false;
    const std::string key = boilerplate_key(text);
    const std::size_t slash = text.find('/');
    return (slash != text.npos && is_names(text)) || key.starts_with("photo") || key.starts_with("image") ||
           key.starts_with("credit") || key.ends_with("getty images") ||
           Boilerplate::builtin().publisher(text).has_value();
}

std::string_view without_prefix(std::string_view text, std::string_view folded_prefix) {
    if (text.size() < folded_prefix.size()) return text;
    for (std::size_t i = 0; i < folded_prefix.size(); ++i) {
        if (ascii::lower(text[i]) != folded_prefix[i]) return text;
    }
    return text.substr(folded_prefix.size());
}

const text::WordLists& word_lists() {
    static const text::WordLists lists(credits_tsv(), "ingest/documents/data/credits.tsv", {"date", "profession"});
    return lists;
}

bool is_date_word(std::string_view word) {
    return word_lists()[0].contains(word) || word.ends_with("day") || month_of_name(word) > 0;
}

// Whether the line is a date with its usual company and no more.
bool is_date_line(std::string_view line) {
    std::size_t others = 0;
    std::string word;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        const char c = at < line.size() ? line[at] : ' ';
        if (ascii::is_letter(c) || (c == '.' && !word.empty())) {
            word += ascii::lower(c);
            continue;
        }
        while (word.ends_with('.')) word.pop_back();
        if (!word.empty() && !is_date_word(word)) ++others;
        word.clear();
    }
    return others == 0;
}

std::optional<Credits> parse_byline(std::string_view line) {
    std::string_view rest = without_prefix(line, "by ");
    if (rest.size() == line.size()) return std::nullopt;
    Credits credits;
    std::size_t end = rest.size();
    if (const auto date = find_written_date(rest)) {
        credits.published = date->date.to_string();
        end = date->begin;
    }
    for (const std::string_view mark : {" | ", "|", " \u2022 ", " \u00B7 ", " - ", " \u2013 ", " \u2014 "}) {
        const std::size_t at = rest.substr(0, end).find(mark);
        if (at == rest.npos) continue;
        const std::string_view after = trimmed(rest.substr(at + mark.size(), end - at - mark.size()));
        if (credits.publisher.empty() && is_names(after) && !is_date_line(after)) credits.publisher = after;
        end = at;
    }
    std::string_view names = trimmed(rest.substr(0, end));
    if (const std::size_t comma = names.rfind(", "); comma != names.npos) {
        if (const auto publisher = Boilerplate::builtin().publisher(names.substr(comma + 2))) {
            credits.publisher = *publisher;
            names = trimmed(names.substr(0, comma));
        }
    }
    if (!is_names(names)) return std::nullopt;
    credits.byline = names;
    return credits;
}

std::optional<Credits> parse_copyright(std::string_view line) {
    std::string_view rest = line;
    for (const std::string_view sign : {"copyright", " ", "\u00A9", "(c)", " ", "copyright", " "})
        rest = without_prefix(rest, sign);
    if (rest.size() == line.size()) return std::nullopt;
    const std::size_t name = rest.find_first_not_of("0123456789-, ");
    if (name == rest.npos) return std::nullopt;
    rest.remove_prefix(name);
    rest = rest.substr(0, rest.find(". "));
    rest = trimmed(rest.substr(0, rest.find(", ")));  // "Example Times, LLC"
    Credits credits;
    if (is_names(rest)) credits.publisher = rest;
    return credits;
}

}  // namespace

void Credits::complete(const Credits& other) {
    if (byline.empty()) byline = other.byline;
    if (publisher.empty()) publisher = other.publisher;
    if (published.empty()) published = other.published;
}

std::optional<Credits> parse_credit_line(std::string_view line) {
    if (line.size() > longest_credit_line) return std::nullopt;
    if (auto byline = parse_byline(line)) return byline;
    if (auto copyright = parse_copyright(line)) return copyright;
    if (auto publisher = Boilerplate::builtin().publisher(line)) return Credits{{}, *publisher, {}};
    if (const auto date = find_written_date(line); date && is_date_line(line))
        return Credits{{}, {}, date->date.to_string()};
    return std::nullopt;
}

bool reads_like_names(std::string_view line) {
    return line.size() <= longest_names_line && line.find(' ') != line.npos &&
           line.find_first_of("0123456789.!?:;\"") == line.npos && is_names(line);
}

std::string dateline_publisher(std::string_view paragraph) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    const std::size_t open = head.find(" (");
    const std::size_t close = head.find(") ", open == head.npos ? 0 : open);
    if (open == head.npos || close == head.npos || !ascii::is_upper(head.front())) return {};
    const std::string_view after = head.substr(close + 2);
    if (!after.starts_with("-") && !after.starts_with("\u2013") && !after.starts_with("\u2014")) return {};
    return Boilerplate::builtin().publisher(head.substr(open + 2, close - open - 2)).value_or("");
}

std::string_view without_photo_credit(std::string_view paragraph) {
    for (const std::string_view label :
         {"Image caption ", "Media caption "}) {  // "Image copyright AFP Image caption ..."
        const std::size_t at = paragraph.find(label);
        if (at < longest_credit_line) return paragraph.substr(at + label.size());
    }
    if (paragraph.ends_with(')') || paragraph.ends_with(']')) {
        const std::size_t open = paragraph.rfind(paragraph.ends_with(')') ? '(' : '[');
        if (open == paragraph.npos) return paragraph;
        const bool names_source = is_photo_source(paragraph.substr(open + 1, paragraph.size() - open - 2));
        return names_source ? before(paragraph, open) : paragraph;
    }
    for (const std::string_view word : {"Image: ", "Photo: ", "Picture: ", "Credit: ", "Photograph: "}) {
        const std::size_t at = paragraph.rfind(word);
        if (at != paragraph.npos && at > 0 && paragraph.size() - at <= longest_photo_source)
            return before(paragraph, at);
    }
    const std::size_t last_sentence = paragraph.rfind(". ");  // "... in Kyiv. Getty Images"
    if (last_sentence != paragraph.npos && is_photo_source(paragraph.substr(last_sentence + 2))) {
        return paragraph.substr(0, last_sentence + 1);
    }
    return paragraph;
}

std::string author_of_note(std::string_view paragraph) {
    if (paragraph.size() > longest_note) return {};
    const std::size_t verb = paragraph.find(" is a");
    if (verb > 60 || !is_names(paragraph.substr(0, verb))) return {};
    std::string_view post = paragraph.substr(verb + 4);
    post = post.substr(0, post.find_first_of(".,"));
    const bool writes =
        std::ranges::any_of(word_lists()[1], [&](std::string_view word) { return post.find(word) != post.npos; });
    return writes ? std::string(paragraph.substr(0, verb)) : std::string();
}

}  // namespace kith
