#include "ingest/documents/boilerplate.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

namespace kith {
namespace {

KITH_EMBEDDED(boilerplate_tsv)

constexpr std::size_t longest_matched_line = 200;

// Marks that sites hang on a line, longest first where one begins another.
constexpr std::string_view marks[] = {" ",      "*",      ":",      "|",      ">",      "<",      "-",
                                      ".",      "\u2026", "\u2022", "\u00B7", "\u00BB", "\u00AB", "\u2013",
                                      "\u2014", "\u2192", "\u203A", "\u25BA", "\u25B6"};

void trim_marks(std::string_view& text) {
    for (bool trimmed = true; trimmed;) {
        trimmed = false;
        for (const std::string_view mark : marks) {
            while (text.starts_with(mark)) text.remove_prefix(mark.size()), trimmed = true;
            while (text.ends_with(mark)) text.remove_suffix(mark.size()), trimmed = true;
        }
    }
}

// Lower case, straight quotes, any number as #.
std::string folded(std::string_view text) {
    std::string key;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("\u2018") || rest.starts_with("\u2019")) {
            key += '\'';
            i += 2;
        } else if (rest.starts_with("\u201C") || rest.starts_with("\u201D")) {
            key += '"';
            i += 2;
        } else if (ascii::is_digit(text[i])) {
            if (!key.ends_with('#')) key += '#';
        } else {
            key += ascii::lower(text[i]);
        }
    }
    return key;
}

}  // namespace

std::string boilerplate_key(std::string_view line) {
    trim_marks(line);
    return folded(line);
}

const Boilerplate& Boilerplate::builtin() {
    static const Boilerplate table = parse(boilerplate_tsv(), "ingest/documents/data/boilerplate.tsv");
    return table;
}

Boilerplate Boilerplate::parse(std::string_view tsv, const std::string& file) {
    Boilerplate table;
    for (const TsvRow& row : tsv_rows(tsv, file, 2, 2)) {
        const std::string_view match = row[0];
        const std::string_view phrase = row[1];
        const std::string key = boilerplate_key(phrase);
        if (match == "line") {
            table.lines_[key] = Part::line;
        } else if (match == "box") {
            table.lines_[key] = Part::box;
        } else if (match == "tail") {
            table.lines_[key] = Part::tail;
        } else if (match == "start") {
            table.starts_.push_back(folded(phrase));
        } else if (match == "end") {
            table.ends_.push_back(folded(phrase));
        } else if (match == "has") {
            table.parts_.push_back(folded(phrase));
        } else if (match == "publisher") {
            table.publishers_[key] = phrase;
        } else {
            throw Error(row.position(), "unknown match \"" + std::string(match) + "\"",
                        "Use line, start, end, has, box, tail or publisher.");
        }
    }
    return table;
}

Boilerplate::Part Boilerplate::part(std::string_view line) const {
    if (line.size() > longest_matched_line) return Part::none;
    const std::string key = boilerplate_key(line);
    if (key.empty()) return Part::line;
    if (const auto found = lines_.find(key); found != lines_.end()) return found->second;
    const bool matches =
        std::ranges::any_of(starts_, [&](const std::string& start) { return key.starts_with(start); }) ||
        std::ranges::any_of(ends_, [&](const std::string& end) { return key.ends_with(end); }) ||
        std::ranges::any_of(parts_, [&](const std::string& part) { return key.find(part) != key.npos; });
    return matches ? Part::line : Part::none;
}

std::optional<std::string> Boilerplate::publisher(std::string_view name) const {
    const auto found = publishers_.find(boilerplate_key(name));
    if (found == publishers_.end()) return std::nullopt;
    return found->second;
}

}  // namespace kith
