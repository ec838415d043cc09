#include "graph/name_key.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "graph/ascii.hpp"
#include "graph/error.hpp"

namespace kith {

namespace {

// Latin letters without marks, case folded. A Transliterator is not safe to share between threads: one for each.
std::string latin_folded(std::string_view utf8) {
    thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin; NFKD; [:Mn:] Remove; Latin-ASCII", UTRANS_FORWARD, status));
        if (U_FAILURE(status)) throw Error(std::string("ICU has no transliterator: ") + u_errorName(status));
        return made;
    }();
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    for (const char16_t* dot : {u"\u00b7", u"\u30fb", u"\u2022", u"\u2027"}) text.findAndReplace(dot, u" ");
    transliterator->transliterate(text);
    text.foldCase();
    std::string folded;
    text.toUTF8String(folded);
    return folded;
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Joins words by single blanks; drops possessive 's and joins the letters of "u.s.".
std::string words_of(std::string_view folded) {
    std::string key;
    bool blank = false;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if (is_word_byte(c)) {
            if (blank && !key.empty()) key += ' ';
            blank = false;
            key += c;
            continue;
        }
        const auto at = [&](std::size_t j) { return j < folded.size() ? folded[j] : ' '; };
        if (c == '\'') {
            if (at(i + 1) == 's' && !is_word_byte(at(i + 2))) {
                ++i;  // possessive
                blank = true;
            }
            continue;  // "qa'ida" is "qaida"
        }
        const bool after_initial = i > 0 && is_word_byte(folded[i - 1]) && (i < 2 || !is_word_byte(folded[i - 2]));
        if (c == '.' && after_initial && is_word_byte(at(i + 1)) && !is_word_byte(at(i + 2))) continue;  // u.s.
        blank = true;
    }
    return key;
}

}  // namespace

std::string name_key(std::string_view utf8) {
    std::string folded;
    if (ascii::is_ascii(utf8)) {
        folded = ascii::lower_case(utf8);
    } else {
        folded = latin_folded(utf8);
    }
    std::string key = words_of(folded);
    if (key.starts_with("the ")) key.erase(0, 4);
    return key;
}

std::string term_key(std::string_view utf8) {
    std::string folded;
    std::string word;
    const auto end_word = [&] {
        if (word.size() > 4 && word.ends_with("ies")) {
            word.replace(word.size() - 3, 3, "y");
        } else if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us")) {
            word.pop_back();
        }
        if (!folded.empty()) folded += ' ';
        folded += word;
        word.clear();
    };
    const std::string key = name_key(utf8);
    for (const char c : key) {
        if (c == ' ') {
            end_word();
        } else {
            word += c;
        }
    }
    if (!word.empty()) end_word();
    return folded;
}

std::string unnamed_speaker_key(std::string_view utf8) {
    std::string key = name_key(utf8);
    for (const std::string_view determiner : {"a ", "an ", "some ", "these ", "those ", "this ", "that "}) {
        if (!key.starts_with(determiner)) continue;
        key.erase(0, determiner.size());
        break;
    }
    return key;
}

}  // namespace kith
