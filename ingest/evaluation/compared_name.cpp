#include "ingest/evaluation/compared_name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "graph/error.hpp"

namespace kith::evaluation {
namespace {

constexpr std::array<std::u32string_view, 12> dropped_words = {
    U"the", U"a", U"an", U"of", U"mr", U"mrs", U"ms", U"dr", U"president", U"prime", U"minister", U"s"};

std::u32string folded(const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString text;
    if (U_SUCCESS(status)) text = nfkd->normalize(icu::UnicodeString::fromUTF8(utf8), status);
    if (U_FAILURE(status)) throw Error(std::string("ICU cannot normalise a name: ") + u_errorName(status));
    text.foldCase();
    std::u32string result;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_getCombiningClass(c) != 0) continue;
        result += static_cast<char32_t>(c == 0x2019 ? '\'' : c);
    }
    return result;
}

// A letter or digit of a word (\w of Python's re, which the annotators' scorer is written with: marks are none).
bool is_word(char32_t c) {
    const auto point = static_cast<UChar32>(c);
    return c == U'_' || u_isalpha(point) || u_getIntPropertyValue(point, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool is_small_latin(char32_t c) {
    return c >= U'a' && c <= U'z';
}

// U+0000, which is no letter, past the end.
char32_t at(std::u32string_view text, std::size_t i) {
    return i < text.size() ? text[i] : U'\0';
}

std::u32string without_possessive(std::u32string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'\'' && at(text, i + 1) == U's' && !is_word(at(text, i + 2))) {
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

// "u.s. troops" becomes "us troops": the point goes behind a letter that stands alone and before another such, a blank
// or the end.
std::u32string with_joined_initials(std::u32string_view text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        const bool alone = is_small_latin(text[i]) && (i == 0 || !is_word(text[i - 1]));
        if (!alone || at(text, i + 1) != U'.') continue;
        const std::size_t next = i + 2;
        const bool before_initial = is_small_latin(at(text, next)) && at(text, next + 1) == U'.';
        if (before_initial || next >= text.size() || u_isspace(static_cast<UChar32>(text[next]))) ++i;
    }
    return result;
}

std::vector<std::u32string> words_of(const std::string& utf8) {
    const std::u32string text = with_joined_initials(without_possessive(folded(utf8)));
    std::vector<std::u32string> words;
    std::u32string word;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && is_word(text[i])) {
            word += text[i];
            continue;
        }
        if (!word.empty() && std::ranges::find(dropped_words, word) == dropped_words.end()) words.push_back(word);
        word.clear();
    }
    return words;
}

}  // namespace

ComparedName::ComparedName(std::string text) : text_(std::move(text)), words_(words_of(text_)) {}

bool ComparedName::same_as(const ComparedName& other) const {
    const bool shorter = words_.size() < other.words_.size();
    const auto& few = shorter ? words_ : other.words_;
    const auto& many = shorter ? other.words_ : words_;
    if (few.empty() || 2 * few.size() < many.size()) return false;
    return !std::ranges::search(many, few).empty();
}

bool ComparedName::same_as_any(const std::vector<ComparedName>& names) const {
    return std::ranges::any_of(names, [&](const ComparedName& name) { return same_as(name); });
}

}  // namespace kith::evaluation
