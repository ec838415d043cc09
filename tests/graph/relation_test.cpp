#include "graph/relation.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/error.hpp"

using kith::EntityKind;
using kith::Ontology;

TEST_CASE("the built-in ontology has the relations with their domains") {
    const Ontology& ontology = Ontology::builtin();
    CHECK(ontology.all().size() == 65);
    const kith::Relation* leads = ontology.find("leads");
    REQUIRE(leads);
    CHECK(leads->allows_subject(EntityKind::person));
    CHECK_FALSE(leads->allows_subject(EntityKind::state));
    CHECK(leads->allows_object(EntityKind::place));
    CHECK(&ontology.at(leads->id) == leads);
    CHECK_FALSE(ontology.find("likes"));
}

TEST_CASE("every inverse is a name of its own, and symmetric relations are their own inverse") {
    for (const kith::Relation& relation : Ontology::builtin().all()) {
        CAPTURE(relation.name);
        CHECK((relation.inverse == relation.name) == relation.symmetric);
        CHECK((relation.symmetric || !Ontology::builtin().find(relation.inverse)));
    }
}

TEST_CASE("a word of the user's may be a relation, an inverse or a group") {
    const Ontology& ontology = Ontology::builtin();
    CHECK(ontology.matching("supplies") == ontology.matching("supplied_by"));
    CHECK(ontology.matching("support").size() == 7);
    CHECK(ontology.matching("nonsense").empty());
}

TEST_CASE("relations read as verbs") {
    const Ontology& ontology = Ontology::builtin();
    CHECK(in_words(*ontology.find("supplies")) == "supplies");
    CHECK(in_words(*ontology.find("supplies"), true) == "is supplied by");
    CHECK(in_words(*ontology.find("allied_with"), true) == "is allied with");
    CHECK(in_words(*ontology.find("fights_alongside")) == "fights alongside");
}

TEST_CASE("a broken ontology is refused with its line") {
    const std::string tsv = "name\tgroup\nsupplies\tsupport\n";
    CHECK_THROWS_WITH_AS(Ontology::parse(tsv, "own.tsv"), "own.tsv:2: expected 12 columns, found 2", kith::Error);
}
