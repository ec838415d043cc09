// A user's names in articles, read by the model that kith ships.
#include <doctest/doctest.h>

#include <algorithm>

#include "ingest/text/reading/user_names.hpp"
#include "ingest/text/text_picture.hpp"

namespace kith::text {
namespace {

const Gazetteer names = Gazetteer::builtin().with({
    {.name = "Blue Lantern Trading", .kind = EntityKind::company, .aliases = {"Blue Lantern", "the firm of Bo"}},
    {.name = "Georgia Lind", .kind = EntityKind::person, .aliases = {"Georgia"}},
    {.name = "Wagner Bakery", .kind = EntityKind::company, .aliases = {"Wagner"}, .identifiers = {{"ogrn", "1"}}},
});

Document analysed_with_names(const std::string& text) {
    static const Pipeline pipeline = Pipeline::standard();
    return pipeline.analyse(article_of(text), Ontology::builtin(), names);
}

// The actors that go by these words in the text: "Wagner Bakery/company".
std::vector<std::string> called(const std::string& words, const std::string& text) {
    const Document document = analysed_with_names(text);
    std::vector<std::string> result;
    for (const Mention& mention : document.mentions) {
        if (document.text(mention.tokens) != words) continue;
        const Actor& actor = document.actors[mention.actor];
        result.push_back(actor.name + "/" + std::string(to_string(actor.kind)));
    }
    return result;
}

using List = std::vector<std::string>;

TEST_CASE("a user's entry goes before kith's, whatever the net takes the name for") {
    CHECK(called("Wagner", "Wagner is preparing to supply Hezbollah with bread.") == List{"Wagner Bakery/company"});
    CHECK(called("Georgia", "Georgia met Vladimir Putin in Moscow on Tuesday.") == List{"Georgia Lind/person"});
}

TEST_CASE("a user's name is found where the net sees none, with its capitals and as whole words") {
    const std::string text = "Turkey bought drones from the firm of Bo last year.";
    CHECK(called("the firm of Bo", text) == List{"Blue Lantern Trading/company"});
    CHECK(called("the firm of bo", "Turkey bought drones from the firm of bo last year.").empty());
    CHECK(called("the firm of Bo", "Turkey bought drones from the firm of Boris last year.").empty());
}

TEST_CASE("a longer name wins over a user's inside it, and a user's over a shorter one") {
    CHECK(called("Wagner", "The composer Richard Wagner visited Italy.").empty());
    CHECK(called("Blue Lantern Trading", "Blue Lantern Trading sold drones to Mali.") ==
          List{"Blue Lantern Trading/company"});
}

TEST_CASE("what is told of a user's name becomes a claim with what the user knows") {
    const Document document = analysed_with_names("Blue Lantern sold drones to Mali.");
    REQUIRE(document.claims.size() == 1);
    CHECK(picture(document.claims[0]) == "Blue Lantern Trading -supplies-> Mali");
    CHECK(document.claims[0].subject.mention == "Blue Lantern");
    const auto bakery = analysed_with_names("Wagner sold drones to Mali.").claims;
    REQUIRE(bakery.size() == 1);
    CHECK(bakery[0].subject.known_identifiers == std::vector<Identifier>{{"ogrn", "1"}});
}

}  // namespace
}  // namespace kith::text
