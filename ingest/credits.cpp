#include "ingest/credits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "graph/partial_date.hpp"
#include "ingest/furniture.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_credit_line = 160;
constexpr std::size_t longest_dateline = 80;
constexpr std::size_t longest_note = 400;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_word_start(std::string_view text, std::size_t at) {
    return at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1]));
}

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

std::string_view without_prefix(std::string_view text, std::string_view folded_prefix) {
    if (text.size() < folded_prefix.size()) return text;
    for (std::size_t i = 0; i < folded_prefix.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(text[i])) != folded_prefix[i]) return text;
    }
    return text.substr(folded_prefix.size());
}

struct FoundDate {
    std::size_t begin = 0;
    std::string date;
};

// The first full date in the line, where it begins at a word.
std::optional<FoundDate> find_date(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!is_word_start(line, at)) continue;
        if (const auto date = parse_written_date(line.substr(at))) return FoundDate{at, date->to_string()};
    }
    return std::nullopt;
}

// Words that stand beside a date in a line of credits, and nowhere else in it.
bool is_date_word(std::string_view word) {
    static constexpr std::array words = {"published", "updated", "posted", "last",  "modified", "on",   "at",   "am",  "pm",
                                         "a.m",       "p.m",     "date",   "first", "min",      "read", "of",   "gmt", "utc",
                                         "est",       "edt",     "et",     "bst",   "cet",      "cest", "eest", "eet", "msk",
                                         "st",        "nd",      "rd",     "th",    "mon",      "tue",  "wed",  "thu", "fri",
                                         "sat",       "sun",     "tues",   "thur",  "thurs",    "z",    "t"};
    return std::ranges::find(words, word) != words.end() || word.ends_with("day") || month_of_name(word) > 0;
}

// Whether the line is a date with its usual company and no more.
bool is_date_line(std::string_view line) {
    std::size_t others = 0;
    std::string word;
    for (std::size_t at = 0; at <= line.size(); ++at) {
        const char c = at < line.size() ? line[at] : ' ';
        if (std::isalpha(static_cast<unsigned char>(c)) || (c == '.' && !word.empty())) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        while (word.ends_with('.')) word.pop_back();
        if (!word.empty() && !is_date_word(word)) ++others;
        word.clear();
    }
    return others == 0;
}

// Names of people: one to a dozen words, each capitalised or a particle, "and" between.
bool is_names(std::string_view text) {
    std::size_t words = 0;
    std::size_t capitalised = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        ++words;
        if (is_digit(word.front())) return false;
        if (is_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80) ++capitalised;
    }
    return words >= 1 && words <= 12 && capitalised * 2 > words;
}

std::optional<Credits> parse_byline(std::string_view line) {
    std::string_view rest = without_prefix(line, "by ");
    if (rest.size() == line.size()) return std::nullopt;
    Credits credits;
    std::size_t end = rest.size();
    if (const auto date = find_date(rest)) {
        credits.published = date->date;
        end = date->begin;
    }
    for (const std::string_view mark : {" | ", "|", " \u2022 ", " \u00B7 ", " - ", " \u2013 ", " \u2014 "}) {
        const std::size_t at = rest.substr(0, end).find(mark);
        if (at == rest.npos) continue;
        const std::string_view after = trimmed(rest.substr(at + mark.size(), end - at - mark.size()));
        if (credits.publisher.empty() && !after.empty() && is_names(after)) credits.publisher = after;
        end = at;
    }
    std::string_view names = trimmed(rest.substr(0, end));
    if (const std::size_t comma = names.rfind(", "); comma != names.npos) {
        if (const auto publisher = Furniture::builtin().publisher(names.substr(comma + 2))) {
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
    for (const std::string_view sign : {"copyright", " ", "\u00A9", "(c)", " ", "copyright", " "}) rest = without_prefix(rest, sign);
    if (rest.size() == line.size()) return std::nullopt;
    const std::size_t name = rest.find_first_not_of("0123456789-, ");
    if (name == rest.npos) return std::nullopt;
    rest.remove_prefix(name);
    rest = trimmed(rest.substr(0, rest.find(". ")));
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
    if (auto publisher = Furniture::builtin().publisher(line)) return Credits{.publisher = *publisher};
    if (const auto date = find_date(line); date && is_date_line(line)) return Credits{.published = date->date};
    return std::nullopt;
}

std::string dateline_publisher(std::string_view paragraph) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    const std::size_t open = head.find(" (");
    const std::size_t close = head.find(") ", open == head.npos ? 0 : open);
    if (open == head.npos || close == head.npos || !is_upper(head.front())) return {};
    const std::string_view after = head.substr(close + 2);
    if (!after.starts_with("-") && !after.starts_with("\u2013") && !after.starts_with("\u2014")) return {};
    return Furniture::builtin().publisher(head.substr(open + 2, close - open - 2)).value_or("");
}

std::string_view without_photo_credit(std::string_view paragraph) {
    if (paragraph.ends_with(')')) {
        const std::size_t open = paragraph.rfind('(');
        if (open == paragraph.npos) return paragraph;
        const std::string_view inside = paragraph.substr(open + 1, paragraph.size() - open - 2);
        if (inside.size() > 100) return paragraph;
        const std::string key = furniture_key(inside);
        const bool names_source = inside.find('/') != inside.npos || key.starts_with("photo") || key.starts_with("image") ||
                                  key.starts_with("credit") || key.find(" via ") != key.npos ||
                                  key.ends_with("getty images") || Furniture::builtin().publisher(inside);
        if (names_source) return trimmed(paragraph.substr(0, open)).empty() ? std::string_view{} : paragraph.substr(0, paragraph.find_last_not_of(' ', open - 1) + 1);
        return paragraph;
    }
    for (const std::string_view word : {"Image: ", "Photo: ", "Picture: ", "Credit: ", "Photograph: "}) {
        const std::size_t at = paragraph.rfind(word);
        if (at == paragraph.npos || at == 0 || paragraph.size() - at > 80) continue;
        return paragraph.substr(0, paragraph.find_last_not_of(' ', at - 1) + 1);
    }
    return paragraph;
}

std::string author_of_note(std::string_view paragraph) {
    if (paragraph.size() > longest_note) return {};
    static constexpr std::array professions = {"reporter", "writer",   "correspondent", "editor",  "journalist", "columnist",
                                               "fellow",   "producer", "contributor",   "analyst", "author",     "freelancer"};
    const std::size_t verb = paragraph.find(" is a");
    if (verb == paragraph.npos || verb > 60 || !is_names(paragraph.substr(0, verb))) return {};
    std::string_view post = paragraph.substr(verb + 4);
    post = post.substr(0, post.find_first_of(".,"));
    const bool writes = std::ranges::any_of(professions, [&](std::string_view word) { return post.find(word) != post.npos; });
    return writes ? std::string(paragraph.substr(0, verb)) : std::string();
}

}  // namespace kith
