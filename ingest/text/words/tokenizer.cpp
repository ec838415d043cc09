#include "ingest/text/words/tokenizer.hpp"

#include <algorithm>

#include "graph/ascii.hpp"
#include "ingest/text/words/boundary_words.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith::text {
namespace {

// "U.S", "D.C", "e.g": letters with full stops between them.
bool is_dotted(std::string_view word) {
    if (word.size() < 3) return word.size() == 1 && ascii::is_letter(word[0]);
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !ascii::is_letter(word[i]) : word[i] != '.') return false;
    }
    return word.size() % 2 == 1;
}

class Scanner {
public:
    explicit Scanner(Document& document)
        : text_(std::string_view(document.article.text).substr(0, max_analysed_bytes)), tokens_(document.tokens) {}

    void run() {
        tokens_.reserve(std::min(text_.size() / 5, max_tokens));
        while (tokens_.size() < max_tokens && skip_space()) {
            const std::size_t begin = position_;
            const std::int32_t value = code_point_at(text_, position_).value;
            if (is_letter(value) || is_digit(value)) {
                scan_word();
            } else if (!scan_clitic()) {
                position_ += code_point_at(text_, position_).size;
            }
            add(begin);
        }
    }

private:
    // False at the end of the text.
    bool skip_space() {
        int lines = 0;
        const std::size_t begin = position_;
        while (position_ < text_.size()) {
            const CodePoint point = code_point_at(text_, position_);
            if (!is_space(point.value)) break;
            lines += point.value == '\n' || point.value == 0x2029;
            position_ += point.size;
        }
        space_ = position_ > begin;
        lines_ = lines;
        return position_ < text_.size();
    }

    std::int32_t value_at(std::size_t position) const {
        return position < text_.size() ? code_point_at(text_, position).value : 0;
    }

    void scan_word() {
        const std::size_t begin = position_;
        while (position_ < text_.size() && position_ - begin < max_token_bytes) {
            const CodePoint point = code_point_at(text_, position_);
            if (position_ > begin && ascii::is_upper(text_[position_]) && is_glued_before_name(begin)) break;
            if (is_letter(point.value) || is_digit(point.value)) {
                position_ += point.size;
            } else if (!joins(point, begin)) {
                break;
            } else {
                position_ += point.size;
                if (point.value == '.' && (ends_title(begin) || ends_letters(begin))) break;
            }
        }
    }

    // "of" of "ofCongress", where a blank is missing; not of "@ofCongress".
    bool is_glued_before_name(std::size_t begin) const {
        const auto is_small = [&](std::size_t at) {
            return at < text_.size() && ascii::is_letter(text_[at]) && !ascii::is_upper(text_[at]);
        };
        if (!is_small(position_ - 1) || !is_small(position_ + 1) || !is_small(position_ + 2)) return false;
        const bool is_cut =
            begin > 0 && (text_[begin - 1] == '@' || text_[begin - 1] == '.' || text_[begin - 1] == '/');
        return !is_cut && BoundaryWords::builtin().glued.contains(text_.substr(begin, position_ - begin));
    }

    // "Mr." of "Mr.Trump", where a blank is missing.
    bool ends_title(std::size_t begin) const {
        const std::string word = lower(text_.substr(begin, position_ - begin));
        return is_upper(value_at(position_)) && BoundaryWords::builtin().abbreviations.contains(word);
    }

    // "U.S." of "U.S.backed", where a hyphen is missing; not of "U.S.A", nor initials before a name: "J.K.Krumm".
    bool ends_letters(std::size_t begin) const {
        const std::string_view word = text_.substr(begin, position_ - begin);
        return word.size() > 3 && is_dotted(word.substr(0, word.size() - 1)) && is_letter(value_at(position_)) &&
               !is_upper(value_at(position_)) && is_letter(value_at(position_ + 1));
    }

    // Whether the mark at the position belongs to the word begun at `begin`.
    bool joins(CodePoint point, std::size_t begin) const {
        const std::int32_t next = value_at(position_ + point.size);
        const std::string_view word = text_.substr(begin, position_ - begin);
        if (point.value == '.') {
            if (is_digit(next) && ascii::is_digit(word.back())) return true;
            if (is_dotted(word)) return word.size() > 1 || is_letter(next) || is_initial(word);
            return is_abbreviation(lower(word) + ".");
        }
        if (point.value == ',') return ascii::is_digit(word.back()) && is_digit(next);
        if (is_apostrophe(point.value)) return is_inner_apostrophe(word, point.size);
        return point.value == '&' && word.size() == 1 && is_upper(next);  // "R&D"
    }

    // A single capital before a full stop is an initial ("John F. Kennedy"), "I" behind a given name: not in "neither do I.
    // Krumm", "World War I. Krumm", "King Charles I. Krumm".
    bool is_initial(std::string_view word) const {
        if (word != "I") return ascii::is_upper(word[0]);
        if (tokens_.empty() || !tokens_.back().capital || !is_given_name(tokens_.back().lower)) return false;
        if (tokens_.size() > 1 && GenericWords::builtin().title.contains(tokens_[tokens_.size() - 2].lower))
            return false;
        std::size_t begin = position_ + 1;
        while (value_at(begin) == ' ') ++begin;
        std::size_t end = begin;
        while (is_letter(value_at(end))) end += code_point_at(text_, end).size;
        const std::string next = lower(text_.substr(begin, end - begin));
        return begin > position_ + 1 && is_upper(value_at(begin)) && end - begin > 1 &&
               !BoundaryWords::builtin().openers.contains(next);
    }

    // "Sana'a", "O'Brien", "Ba'ath" keep the apostrophe; "Iran's", "don't", "we're" do not.
    bool is_inner_apostrophe(std::string_view word, std::size_t size) const {
        const std::size_t after = position_ + size;
        if (!is_letter(value_at(after)) || (word.size() >= 2 && (word.back() == 'n') && value_at(after) == 't'))
            return false;
        std::size_t end = after;
        while (end < text_.size() && end - after < 4 && is_letter(value_at(end))) end += code_point_at(text_, end).size;
        const std::string tail = lower(text_.substr(after, end - after));
        const bool is_possessive = is_all_caps(word) && is_glued_possessive(after);
        return !is_possessive && !BoundaryWords::builtin().clitics.contains(tail);
    }

    // Whether "s" and a small word follow, as in "NATO'son", where a blank is missing; "Mu'sab" is a name.
    bool is_glued_possessive(std::size_t begin) const {
        constexpr std::size_t longest = 8;  // letters: what is longer is no small word
        std::size_t end = begin;
        while (end < text_.size() && end - begin <= longest && ascii::is_letter(text_[end])) ++end;
        const std::string tail = lower(text_.substr(begin, end - begin));
        return tail.starts_with('s') && !is_letter(value_at(end)) &&
               BoundaryWords::builtin().glued.contains(tail.substr(1));
    }

    // "'s", "'re": an apostrophe that follows a word without a blank. A lone one after "s" is a possessive too.
    bool scan_clitic() {
        const CodePoint point = code_point_at(text_, position_);
        if (!is_apostrophe(point.value) || space_ || tokens_.empty()) return false;
        std::size_t end = position_ + point.size;
        while (end < text_.size() && end - position_ < 8 && is_letter(value_at(end)))
            end += code_point_at(text_, end).size;
        const std::string tail = lower(text_.substr(position_ + point.size, end - position_ - point.size));
        const bool is_clitic = BoundaryWords::builtin().clitics.contains(tail);
        if (!is_clitic && !(tokens_.back().all_caps && is_glued_possessive(position_ + point.size))) return false;
        position_ = is_clitic ? end : position_ + point.size + 1;
        return true;
    }

    void add(std::size_t begin) {
        Token token;
        token.span = {begin, position_};
        token.space_before = space_;
        token.line_before = lines_ > 0;
        token.gap_before = lines_ > 1;
        const std::string_view word = text_.substr(begin, position_ - begin);
        token.lower = lower(word);
        token.lemma = token.lower;
        token.capital = is_upper(code_point_at(word, 0).value);
        token.all_caps = token.capital && is_all_caps(word);
        tokens_.push_back(std::move(token));
    }

    static bool is_all_caps(std::string_view word) {
        int letters = 0;
        for (std::size_t i = 0; i < word.size();) {
            const CodePoint point = code_point_at(word, i);
            if (is_letter(point.value)) {
                if (!is_upper(point.value)) return false;
                ++letters;
            }
            i += point.size;
        }
        return letters >= 2;
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::size_t position_ = 0;
    bool space_ = false;
    int lines_ = 0;
};

// Marks the tokens between double quotation marks. A quotation that a paragraph leaves open goes on in the next
// paragraph only if that opens with a mark again; so every empty line closes.
void mark_quotations(Document& document) {
    bool open = false;
    for (Token& token : document.tokens) {
        if (token.gap_before) open = false;
        const std::int32_t mark = code_point_at(document.text(token.span), 0).value;
        if (!is_quotation_mark(mark)) {
            token.quoted = open;
        } else if (mark == 0x201C || mark == 0xAB) {
            open = true;
        } else if (mark == 0x201D || mark == 0xBB) {
            open = false;
        } else {
            open = !open;
        }
    }
}

}  // namespace

bool is_abbreviation(std::string_view lower) {
    if (lower.size() < 2 || lower.back() != '.') return false;
    return BoundaryWords::builtin().abbreviations.contains(lower) || is_dotted(lower.substr(0, lower.size() - 1));
}

std::size_t analysed_bytes(const Document& document) {
    const std::size_t end = document.tokens.empty() ? 0 : document.tokens.back().span.end;
    const bool whole = document.article.text.size() <= max_analysed_bytes && document.tokens.size() < max_tokens;
    return whole ? document.article.text.size() : end;
}

void Tokenizer::apply(Document& document) const {
    Scanner(document).run();
    mark_quotations(document);
}

}  // namespace kith::text
