#include <doctest/doctest.h>

#include "ingest/text/reading.hpp"
#include "ingest/text/tagger.hpp"
#include "ingest/text/verb_forms.hpp"
#include "ingest/text_picture.hpp"

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
