#include "ingest/text/phrase_ends.hpp"

#include <algorithm>

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
    if (document.tokens[phrase.end - 1].tag != Tag::determiner) return phrase;
    const std::size_t last = std::min(sentence_end, phrase.end + most_words);
    const auto is_head = [&](std::size_t i) {
        return i < last && document.tokens[i].tag == Tag::noun && !document.tokens[i].capital;
    };
    for (std::size_t i = phrase.end; i < last; ++i) {
        const Token& token = document.tokens[i];
        if (is_head(i)) {
            while (is_head(i + 1)) ++i;
            return {phrase.begin, i + 1};
        }
        const bool leads_on = token.capital || token.tag == Tag::adjective || token.tag == Tag::number ||
                              token.tag == Tag::adverb || token.tag == Tag::noun || token.lower == "-";
        if (!leads_on) break;
    }
    return phrase;
}

}  // namespace kith::text
