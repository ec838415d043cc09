#include "ingest/text/same_name.hpp"

#include <array>
#include <string>
#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/unicode.hpp"

KITH_EMBEDDED(same_name_tsv)

namespace kith::text {
namespace {

constexpr std::size_t most_words = 8;  // between the names, marks among them

// What the words between two names say, by the words.
using Phrases = std::unordered_map<std::string, SameName>;

const Phrases& phrases() {
    static const Phrases built_in = [] {
        const std::string file = "ingest/text/data/same_name.tsv";
        Phrases read;
        for (const TsvRow& row : tsv_rows(same_name_tsv(), file, 2, 2)) {
            if (row[0] != "any" && row[0] != "renamed")
                throw Error(row.position(), "\"" + std::string(row[0]) + "\" is neither any nor renamed", "");
            read.emplace(row[1], row[0] == "any" ? SameName::in_words : SameName::renamed);
        }
        return read;
    }();
    return built_in;
}

bool is_quotation_mark(const Token& token) {
    const std::int32_t mark = code_point_at(token.lower, 0).value;
    constexpr std::array<std::int32_t, 9> marks{'"', '\'', U'“', U'”', U'‘', U'’', U'«', U'»', U'„'};
    return std::ranges::find(marks, mark) != marks.end();
}

// Behind a second name of a person's stands no noun that it only belongs to: "formerly Putin's cook".
bool is_whole(const Document& document, Range name) {
    return name.end >= document.tokens.size() ||
           !(document.tokens[name.end].lower == "'s" || document.tokens[name.end].tag == Tag::possessive);
}

}  // namespace

SameName says_same_name(const Document& document, Range first, Range second) {
    const std::vector<Token>& tokens = document.tokens;
    if (second.begin <= first.end || second.begin - first.end > most_words || !is_whole(document, second))
        return SameName::unsaid;
    std::string words;
    bool bracket = false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
        const std::string& word = tokens[i].lower;
        const bool outside = i == first.end || i + 1 == second.begin || bracket;
        if (word == "(" && !bracket && words.empty()) {
            bracket = true;
        } else if (is_quotation_mark(tokens[i]) || (word == "," && outside) ||
                   (word == "the" && i + 1 == second.begin)) {
            continue;
        } else {
            words += (words.empty() ? "" : " ") + word;
        }
    }
    if (words.empty()) {
        std::size_t behind = second.end;
        while (behind < tokens.size() && is_quotation_mark(tokens[behind])) ++behind;
        const bool closes = behind < tokens.size() && tokens[behind].lower == ")";
        return bracket && closes ? SameName::in_brackets : SameName::unsaid;
    }
    const auto found = phrases().find(words);
    return found == phrases().end() ? SameName::unsaid : found->second;
}

}  // namespace kith::text
