#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/text/words/tokenizer.hpp"

namespace kith::text {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    Document document;
    document.article.text = text;
    Tokenizer().apply(document);
    std::vector<std::string> words;
    for (const Token& token : document.tokens) words.emplace_back(document.text(token.span));
    return words;
}

using Words = std::vector<std::string>;

TEST_CASE("hyphens stand alone, so that a name shows in a compound") {
    CHECK(words_of("Iran-backed men") == Words{"Iran", "-", "backed", "men"});
}

TEST_CASE("possessives and contractions are split, apostrophes inside names are kept") {
    CHECK(words_of("Yemen's Sana'a") == Words{"Yemen", "'s", "Sana'a"});
    CHECK(words_of("They don't") == Words{"They", "don", "'t"});
}

TEST_CASE("abbreviations keep their full stop and sentences lose theirs") {
    CHECK(words_of("Gen. Ali left the U.S. today.") == Words{"Gen.", "Ali", "left", "the", "U.S.", "today", "."});
}

TEST_CASE("I is an initial between a given name and a last one, and otherwise a word or a number") {
    CHECK(words_of("Joseph I. Krumm spoke") == Words{"Joseph", "I.", "Krumm", "spoke"});
    CHECK(words_of("So do I. Krumm left") == Words{"So", "do", "I", ".", "Krumm", "left"});
    CHECK(words_of("World War I. Krumm left") == Words{"World", "War", "I", ".", "Krumm", "left"});
    CHECK(words_of("King Charles I. Krumm left") == Words{"King", "Charles", "I", ".", "Krumm", "left"});
    CHECK(words_of("Elizabeth I. She left") == Words{"Elizabeth", "I", ".", "She", "left"});
}

TEST_CASE("letters with full stops end before a word in small letters that is glued to them") {
    CHECK(words_of("U.S.backed men of the U.S.A and J.K.Krumm") ==
          Words{"U.S.", "backed", "men", "of", "the", "U.S.A", "and", "J.K.Krumm"});
}

TEST_CASE("a small word that is glued to a name is a word of its own") {
    CHECK(words_of("atLabour ofCongress") == Words{"at", "Labour", "of", "Congress"});
    CHECK(words_of("@ofKrumm NATO'sfrom AL'Sander") == Words{"@", "ofKrumm", "NATO", "'s", "from", "AL'Sander"});
    CHECK(words_of("onTV atX iPhone theirSon") == Words{"onTV", "atX", "iPhone", "theirSon"});
    CHECK(words_of("NATO'son, NATO’sin Mu'sab Ya'sin") ==
          Words{"NATO", "'s", "on", ",", "NATO", "’s", "in", "Mu'sab", "Ya'sin"});
}

TEST_CASE("a title is a word of its own where no blank stands behind it") {
    CHECK(words_of("Mr.Otero of St.Albans, Inc.com") == Words{"Mr.", "Otero", "of", "St.", "Albans", ",", "Inc.com"});
}

TEST_CASE("numbers keep their inner marks") {
    CHECK(words_of("1,200 at 3.5%") == Words{"1,200", "at", "3.5", "%"});
}

TEST_CASE("words between quotation marks are marked as quoted until the paragraph ends") {
    Document document;
    document.article.text = "He said \"never again.\n\nShe left.";
    Tokenizer().apply(document);
    CHECK(document.tokens[3].quoted);
    CHECK_FALSE(document.tokens.back().quoted);
}

TEST_CASE("bytes that are no UTF-8 make tokens and no harm") {
    CHECK(words_of("\xff\xfe").size() == 2);
    CHECK(words_of("").empty());
    CHECK(words_of(std::string(3, '\0')).empty());
}

TEST_CASE("a word of hostile length is cut") {
    CHECK(words_of(std::string(1000, 'a')).front().size() <= max_token_bytes + 4);
}

}  // namespace
}  // namespace kith::text

TEST_CASE("a text of marks alone is read up to a number of tokens") {
    kith::text::Document document;
    document.article.text.assign(2 * kith::text::max_tokens, '.');
    kith::text::Tokenizer().apply(document);
    CHECK(document.tokens.size() == kith::text::max_tokens);
    CHECK(analysed_bytes(document) == kith::text::max_tokens);
}
