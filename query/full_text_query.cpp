#include "query/full_text_query.hpp"

#include <algorithm>
#include <vector>

#include "graph/name_key.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

constexpr std::size_t most_tokens = 200, deepest = 20;
constexpr std::string_view blanks = " \t\r\n";

struct Token {
    enum class Kind { words, combining, open, close } kind = Kind::words;
    std::string text{};  // without quotation marks
    bool is_beginning = false;
};

// "drones", or "dron"*
std::string quoted(const Token& token) {
    std::string text = "\"";
    for (const char c : token.text) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + (token.is_beginning ? "\"*" : "\"");
}

// Whether FTS5 would find a word in it.
bool has_word(std::string_view text) {
    return !name_key(text).empty();
}

std::vector<Token> tokens_of(std::string_view typed) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    while ((at = typed.find_first_not_of(blanks, at)) < typed.size() && tokens.size() < most_tokens) {
        Token token;
        if (typed[at] == '(' || typed[at] == ')') {
            token = {typed[at] == '(' ? Token::Kind::open : Token::Kind::close, std::string(1, typed[at])};
            ++at;
        } else if (const std::size_t end = typed.find('"', at + 1); typed[at] == '"' && end != typed.npos) {
            token.text = typed.substr(at + 1, end - at - 1);
            at = end + 1;
            token.is_beginning = at < typed.size() && typed[at] == '*';
            if (token.is_beginning) ++at;
        } else {
            const std::size_t stop = std::min(typed.find_first_of(" \t\r\n()", at), typed.size());
            token.text = typed.substr(at, stop - at);
            std::erase(token.text, '"');
            at = stop;
            if (token.text == "AND" || token.text == "OR" || token.text == "NOT") token.kind = Token::Kind::combining;
            token.is_beginning = token.text.size() > 1 && token.text.ends_with('*');
            if (token.is_beginning) token.text.pop_back();
        }
        if (token.kind != Token::Kind::words || has_word(token.text)) tokens.push_back(std::move(token));
    }
    return tokens;
}

// Brackets are in pairs with something between, and what combines stands between two.
bool is_well_formed(const std::vector<Token>& tokens) {
    std::size_t depth = 0;
    bool wants_operand = true;
    for (const Token& token : tokens) {
        switch (token.kind) {
            case Token::Kind::words:
                wants_operand = false;
                break;
            case Token::Kind::combining:
                if (wants_operand) return false;
                wants_operand = true;
                break;
            case Token::Kind::open:
                if (++depth > deepest) return false;
                wants_operand = true;
                break;
            case Token::Kind::close:
                if (wants_operand || depth-- == 0) return false;
                break;
        }
    }
    return depth == 0 && !wants_operand;
}

}  // namespace

std::string full_text_query(std::string_view typed) {
    const std::vector<Token> tokens = tokens_of(typed);
    const auto is_text = [](const Token& token) {
        return token.kind == Token::Kind::words || token.kind == Token::Kind::combining;
    };
    if (std::ranges::none_of(tokens, is_text)) {
        throw UnknownWord("there is no word to search for", "Give words, \"a phrase\" or the beginning* of a word.");
    }
    const bool combines = is_well_formed(tokens);
    std::string expression;
    bool after_operand = false;  // beside a bracket FTS5 wants to be told that both must hold
    for (const Token& token : tokens) {
        const bool is_word = token.kind == Token::Kind::words || (token.kind == Token::Kind::combining && !combines);
        if (!is_word && !combines) continue;
        const bool is_operand = is_word || token.kind == Token::Kind::open;
        if (after_operand && is_operand) expression += " AND";
        if (!expression.empty()) expression += ' ';
        expression += is_word ? quoted(token) : token.text;
        after_operand = is_word || token.kind == Token::Kind::close;
    }
    return expression;
}

}  // namespace kith
