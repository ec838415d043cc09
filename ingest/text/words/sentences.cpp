#include "ingest/text/words/sentences.hpp"

#include "ingest/text/words/boundary_words.hpp"
#include "ingest/text/words/tokenizer.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith::text {
namespace {

bool is_end_mark(const Token& token) {
    return token.lower == "." || token.lower == "!" || token.lower == "?";
}

bool is_closing(const Document& document, const Token& token) {
    const std::int32_t mark = code_point_at(document.text(token.span), 0).value;
    return mark == ')' || mark == ']' || is_apostrophe(mark) || mark == 0x201D || mark == '"' || mark == 0xBB;
}

// Whether the text is broken into lines of some 70 characters, as old wire copy is: then a line's end means nothing.
bool is_wrapped(std::string_view text) {
    std::size_t wrapped = 0, ended = 0, begin = 0;
    while (begin < text.size() && wrapped + ended < 200) {
        std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        const std::size_t length = end - begin;
        if (length > 110) return false;
        if (length >= 45) {
            const char last = text[end - 1];
            const bool stops = last == '.' || last == '?' || last == '!' || last == '"' || last == ':';
            ++(stops ? ended : wrapped);
        }
        begin = end + 1;
    }
    return wrapped >= 4 && wrapped > ended;
}

// Whether the line break before `next` ends the sentence: it does unless the line is plainly wrapped.
bool ends_line(const Token& previous, const Token& next, bool wrapped) {
    if (wrapped) return next.gap_before;
    return next.gap_before || (next.capital && previous.lower != "," && previous.lower != "-") ||
           (!next.capital && !is_letter(code_point_at(next.lower, 0).value));
}

bool is_heading(const Document& document, Range range) {
    std::size_t capitals = 0, words = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const Token& token = document.tokens[i];
        if (token.lower.size() < 4 || !is_letter(code_point_at(token.lower, 0).value)) continue;
        ++words;
        capitals += token.capital;
    }
    return words >= 3 && capitals * 10 >= words * 8 && !is_end_mark(document.tokens[range.end - 1]);
}

}  // namespace

void Sentences::apply(Document& document) const {
    const std::vector<Token>& tokens = document.tokens;
    const bool wrapped = is_wrapped(document.article.text);
    std::size_t begin = 0;
    std::size_t paragraph = 0;
    const auto close = [&](std::size_t end) {
        if (end <= begin) return;
        const Range range{begin, end};
        document.sentences.push_back({document.span(range), range, paragraph, is_heading(document, range)});
        begin = end;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > begin && tokens[i].line_before && ends_line(tokens[i - 1], tokens[i], wrapped)) close(i);
        if (tokens[i].gap_before && i > 0) ++paragraph;
        if (i - begin >= max_sentence_tokens) close(i);
        if (is_end_mark(tokens[i])) {
            std::size_t end = i + 1;
            while (end < tokens.size() && !tokens[end].space_before &&
                   (is_end_mark(tokens[end]) || is_closing(document, tokens[end]))) {
                ++end;
            }
            const bool glued = end < tokens.size() && !tokens[end].space_before && !tokens[end].capital;
            if (!glued) {
                close(end);
                i = end - 1;
            }
        } else if (is_abbreviation(tokens[i].lower) && i + 1 < tokens.size() && tokens[i + 1].capital &&
                   tokens[i].lower.size() > 3 && BoundaryWords::builtin().openers.contains(tokens[i + 1].lower)) {
            close(i + 1);
        }
    }
    close(tokens.size());
}

}  // namespace kith::text
