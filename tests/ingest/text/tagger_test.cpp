#include <doctest/doctest.h>

#include "ingest/text/reading/phrase_ends.hpp"
#include "ingest/text/text_picture.hpp"
#include "ingest/text/words/tagger.hpp"
#include "ingest/text/words/verb_forms.hpp"

namespace kith::text {
namespace {

Token token_in(const std::string& text, const std::string& word) {
    for (const Token& token : tagged(text).tokens) {
        if (token.lower == word) return token;
    }
    FAIL("no such word: " << word);
    return {};
}

TEST_CASE("a word that is noun and verb is told by its neighbours") {
    CHECK(token_in("Hezbollah attacks Israel.", "attacks").tag == Tag::verb);
    CHECK(token_in("The attacks on Israel went on.", "attacks").tag == Tag::noun);
    CHECK(token_in("They plan to attack.", "attack").tag == Tag::verb);
    CHECK(token_in("The surprise attack failed.", "attack").tag == Tag::noun);
}

TEST_CASE("a name that was cut off in reading loses what only led on") {
    const Document document = tagged("The Ministry of Health of the south met and Iran agreed.");
    const auto kept = [&](Range name) { return document.text(without_loose_ends(document, name)); };
    CHECK(kept({1, 6}) == "Ministry of Health");
    CHECK(kept({1, 4}) == "Ministry of Health");
    CHECK(kept({8, 10}) == "Iran");
    CHECK(kept({4, 6}) == "of the");  // nothing else is in it
    const Document glued = tagged("Then Moon Jae-in left.");
    CHECK(glued.text(without_loose_ends(glued, {1, 5})) == "Moon Jae-in");
}

TEST_CASE("a name ends before a bracket that has no other in it") {
    const Document document = tagged("Task Force (CTF) 50 and the Guard (GNB) came.");
    const auto kept = [&](Range name) { return document.text(without_loose_ends(document, name)); };
    CHECK(kept({3, 6}) == "CTF");
    CHECK(kept({0, 4}) == "Task Force");
    CHECK(kept({8, 12}) == "Guard (GNB)");
}

TEST_CASE("a phrase that ends with its article goes on to its noun") {
    const Document document = tagged("He met the Obama administration of the high court and the.");
    const auto whole = [&](Range phrase) {
        return document.text(whole_phrase(document, phrase, document.tokens.size()));
    };
    CHECK(whole({2, 3}) == "the Obama administration");
    CHECK(whole({6, 7}) == "the high court");
    CHECK(whole({0, 1}) == "He");
    CHECK(whole({10, 11}) == "the");
}

TEST_CASE("a phrase that ends before its noun goes on to it, and loses a verb or a preposition behind it") {
    const auto whole = [](const std::string& text, Range phrase) {
        const Document document = tagged(text);
        return std::string(document.text(whole_phrase(document, phrase, document.tokens.size())));
    };
    CHECK(whole("The former Labour leader left.", {0, 2}) == "The former Labour leader");
    CHECK(whole("The UK's biggest lender left.", {0, 1}) == "The UK's biggest lender");
    CHECK(whole("The Krumm Administration left.", {0, 1}) == "The Krumm Administration");
    CHECK(whole("Its mainly Kurdish allies left.", {0, 2}) == "Its mainly Kurdish allies");
    CHECK(whole("In the majority-Kurdish city.", {1, 3}) == "the majority-Kurdish city");
    CHECK(whole("The president of the Dominican Republic left.", {0, 4}) == "The president");
    CHECK(whole("The prime minister made it.", {0, 4}) == "The prime minister");
    CHECK(whole("The state-owned company left.", {1, 2}) == "state");
}

TEST_CASE("verbs get their lemma") {
    CHECK(token_in("Qatar sold gas.", "sold").lemma == "sell");
    CHECK(token_in("Troops are withdrawing.", "withdrawing").lemma == "withdraw");
    CHECK(token_in("He was banned.", "banned").lemma == "ban");
}

TEST_CASE("plural nouns get their singular") {
    CHECK(singular("missiles") == "missile");
    CHECK(singular("countries") == "country");
    CHECK(singular("crisis") == "crisis");
    CHECK(singular("women") == "woman");
}

TEST_CASE("the forms of a regular verb are made by rule") {
    CHECK(VerbForms::builtin().find("supplies")->lemma == "supply");
    CHECK(VerbForms::builtin().find("seized")->form == VerbForm::past);
    CHECK(VerbForms::builtin().find("planning")->form == VerbForm::gerund);
    CHECK(VerbForms::builtin().find("taken")->form == VerbForm::participle);
    CHECK(VerbForms::builtin().find("table") == nullptr);
}

}  // namespace
}  // namespace kith::text
