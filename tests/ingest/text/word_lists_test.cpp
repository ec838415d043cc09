#include "ingest/text/words/word_lists.hpp"

#include <doctest/doctest.h>

#include "graph/error.hpp"
#include "graph/relation.hpp"
#include "ingest/text/ties/relation_traits.hpp"

namespace kith::text {
namespace {

TEST_CASE("a list of words may go over several lines") {
    const WordLists lists("title\tmr. dr.\nform\tinc.\ntitle\tgen.\n", "words.tsv", {"title", "form"});
    CHECK(lists[0].size() == 3);
    CHECK(lists[0].contains("gen."));
    CHECK(lists[1].contains("inc."));
    CHECK_FALSE(lists[1].contains("gen."));
}

TEST_CASE("a list that nobody reads is an error with its line, and so is one that is missing") {
    CHECK_THROWS_WITH_AS(WordLists("title\tmr.\ntitel\tdr.\n", "words.tsv", {"title"}),
                         doctest::Contains("words.tsv:2"), Error);
    CHECK_THROWS_WITH_AS(WordLists("title\tmr.\n", "words.tsv", {"title", "form"}),
                         doctest::Contains("\"form\" has no words"), Error);
}

const Relation& relation(std::string_view name) {
    return *Ontology::builtin().find(name);
}

TEST_CASE("a relation has the traits of its name and of its group") {
    const RelationTraits& traits = RelationTraits::builtin();
    CHECK(traits.tells_role(relation("leads")));
    CHECK_FALSE(traits.tells_role(relation("supplies")));
    CHECK(traits.is_lasting(relation("owns")));
    CHECK(traits.is_lasting(relation("based_in")));
    CHECK_FALSE(traits.is_lasting(relation("attacks")));
    CHECK(traits.is_hostile(relation("attacks")));
    CHECK(traits.is_hostile(relation("sanctions")));
    CHECK_FALSE(traits.is_hostile(relation("ceasefire_with")));
    CHECK_FALSE(traits.is_hostile(relation("supplies")));
    CHECK(traits.is_kinship(relation("relative_of")));
    CHECK_FALSE(traits.is_kinship(relation("leads")));
}

TEST_CASE("a trait or a relation that there is not is an error with its line") {
    CHECK_THROWS_WITH_AS(RelationTraits("role\tleads\nrule\tleads\n", "traits.tsv"), doctest::Contains("traits.tsv:2"),
                         Error);
    CHECK_THROWS_WITH_AS(RelationTraits("# traits\nrole\tleads supplise\n", "traits.tsv"),
                         doctest::Contains("\"supplise\""), Error);
}

}  // namespace
}  // namespace kith::text
