#include <doctest/doctest.h>

#include "ingest/text_picture.hpp"

namespace kith::text {
namespace {

// The name of the actor that the words stand for; empty: nobody.
std::string referent(const std::string& text, const std::string& words) {
    const Document document = analysed(text);
    for (const Mention& mention : document.mentions) {
        if (document.text(mention.tokens) == words) return document.actors[mention.actor].name;
    }
    return {};
}

TEST_CASE("he and she are persons of fitting gender") {
    const std::string text = "Mr. Okello met Mrs. Achieng in Gulu. She thanked him.";
    CHECK(referent(text, "She") == "Achieng");
    CHECK(referent(text, "him") == "Okello");
}

TEST_CASE("the group is the group spoken of last") {
    CHECK(referent("Boko Haram raided a village. The group then fled.", "The group") == "Boko Haram");
}

TEST_CASE("a nationality narrows the choice of a group") {
    const std::string text = "Hezbollah and Boko Haram trade arms. The Lebanese militant group denied it.";
    CHECK(referent(text, "The Lebanese militant group") == "Hezbollah");
}

TEST_CASE("a post of a state is the person who holds it") {
    const std::string text = "Kenyan President William Ruto met Hakainde Hichilema. The Kenyan leader smiled.";
    CHECK(referent(text, "The Kenyan leader") == "William Ruto");
}

TEST_CASE("an apposition stands for the name before it") {
    CHECK(has_claim("Al-Shabaab, a militant group backed by Eritrea, retreated.", "Eritrea -backs-> Al-Shabaab"));
}

TEST_CASE("their after or is the name before it") {
    CHECK(referent("Wagner armed Mali or their allies.", "their") == "Mali");
}

TEST_CASE("a post stands for nobody whom the document gives another one") {
    const std::string text = "Nigerian spokesman Bayo Onanuga spoke on Monday. The Nigerian president visited Chad.";
    CHECK_FALSE(has_claim(text, "Bayo Onanuga -visits-> Chad"));
}

TEST_CASE("its leader leads the subject of the sentence before") {
    const std::string text =
        "Fano, a militia fought by Eritrea, rejects Sudan. Its leader, Zemene Kassie, praised Egypt.";
    CHECK(has_claim(text, "Zemene Kassie -leads-> Fano"));
    CHECK(has_claim(text, "Zemene Kassie -praises-> Egypt"));
}

}  // namespace
}  // namespace kith::text
