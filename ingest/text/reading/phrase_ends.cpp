#include "ingest/text/reading/phrase_ends.hpp"

#include <algorithm>

#include "ingest/text/words/reference_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_words = 6;  // behind "the"

// Up to a bracket of which the other one stands outside: "CTF | ) 50".
Range within_brackets(const Document& document, Range name) {
    std::size_t opened = none;
    for (std::size_t i = name.begin; i < name.end; ++i) {
        const std::string& mark = document.tokens[i].lower;
        if (mark == "(") {
            opened = i;
        } else if (mark == ")") {
            if (opened == none) return {name.begin, i};
            opened = none;
        }
    }
    return opened == none ? name : Range{name.begin, opened};
}

// A hyphen without a blank, or the word behind it.
bool is_glued(const Document& document, std::size_t i) {
    const std::vector<Token>& tokens = document.tokens;
    return !tokens[i].space_before && (tokens[i].lower == "-" || (i > 0 && tokens[i - 1].lower == "-"));
}

// Without the verb or the preposition that the net took with it: "the chief | made", "the president | of the".
Range without_what_follows(const Document& document, Range phrase) {
    const auto is_article = [&](std::size_t i) { return document.tokens[i].tag == Tag::determiner; };
    const auto is_preposition = [&](std::size_t i) { return document.tokens[i].tag == Tag::preposition; };
    Range rest = phrase;
    if (rest.size() > 2 && is_article(rest.end - 1) && is_preposition(rest.end - 2)) --rest.end;
    if (rest.size() > 1 && is_preposition(rest.end - 1)) --rest.end;
    const auto may_be_noun = [&](std::size_t i) {
        return document.tokens[i].tag == Tag::noun || document.tokens[i].tag == Tag::adjective;  // "the chief"
    };
    const Token& last = document.tokens[rest.end - 1];
    const bool is_verb = last.tag == Tag::verb && last.form != VerbForm::gerund && last.form != VerbForm::base;
    if (is_verb && rest.size() > 2 && may_be_noun(rest.end - 2)) --rest.end;
    return rest;
}

// Whether it ends before its noun: "the", "the former", "its mainly", "the majority" of "the majority-Kurdish city".
bool lacks_noun(const Document& document, Range phrase, std::size_t last) {
    const std::vector<Token>& tokens = document.tokens;
    const Token& word = tokens[phrase.end - 1];
    if (word.tag == Tag::determiner) return true;
    if (phrase.size() == 1 || word.capital || is_reference_noun(word)) return false;
    const bool is_half = phrase.end < last && tokens[phrase.end].lower == "-" && !tokens[phrase.end].space_before;
    return is_half || word.tag == Tag::adjective || word.tag == Tag::adverb || word.tag == Tag::number;
}

}  // namespace

Range without_loose_ends(const Document& document, Range name) {
    const auto leads_on = [&](std::size_t i) {
        const Token& token = document.tokens[i];
        if (is_dash(token)) return true;
        const bool glued = i > 0 && !token.space_before && document.tokens[i - 1].lower == "-";  // "Moon Jae-in"
        return !token.capital && !glued &&
               (token.tag == Tag::preposition || token.tag == Tag::determiner || token.tag == Tag::conjunction ||
                token.tag == Tag::to);
    };
    Range rest = within_brackets(document, name);
    while (!rest.empty() && leads_on(rest.end - 1)) --rest.end;
    while (!rest.empty() && document.tokens[rest.begin].tag != Tag::determiner && leads_on(rest.begin)) ++rest.begin;
    return rest.empty() ? name : rest;
}

Range whole_phrase(const Document& document, Range phrase, std::size_t sentence_end) {
    const std::vector<Token>& tokens = document.tokens;
    const Range rest = without_what_follows(document, phrase);
    const std::size_t last = std::min(sentence_end, rest.end + most_words);
    if (!lacks_noun(document, rest, last)) return rest;
    const auto is_head = [&](std::size_t i) { return i < last && tokens[i].tag == Tag::noun && !tokens[i].capital; };
    Range whole = rest;
    for (std::size_t i = rest.end; i < last && !tokens[i].line_before; ++i) {
        const Token& token = tokens[i];
        if (is_head(i)) {
            while (is_head(i + 1)) ++i;
            return {rest.begin, i + 1};
        }
        if (is_reference_noun(token)) whole.end = i + 1;  // "the Krumm Administration", "the Iranian military"
        const bool leads_on = token.capital || token.tag == Tag::adjective || token.tag == Tag::number ||
                              token.tag == Tag::adverb || token.tag == Tag::noun || token.tag == Tag::possessive ||
                              is_glued(document, i);
        if (!leads_on) break;
    }
    return whole;
}

}  // namespace kith::text
