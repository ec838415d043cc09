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
    CHECK_THROWS_WITH_AS(Ontology::parse(tsv, "own.tsv"), "own.tsv:1: expected 6 to 12 columns, found 2", kith::Error);
}

namespace {

std::string fault_of(const std::string& rows) {
    try {
        Ontology::builtin().with(Ontology::parse("name\tgroup\tsubject\tobject\tinverse\tsymmetric\n" + rows, "r.tsv"));
    } catch (const kith::Error& error) {
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("a user's relations are added to those that are there") {
    const Ontology mine =
        Ontology::parse("insures\ttrade\tcompany\tA\tinsured_by\t0\nrivals\ttrade\tA\tA\trivals\t1\n", "r.tsv");
    const Ontology both = Ontology::builtin().with(mine);
    REQUIRE(both.find("insures"));
    CHECK(both.find("insures")->id == Ontology::builtin().all().back().id + 1);
    CHECK(both.find("insures")->allows_subject(EntityKind::company));
    CHECK_FALSE(both.find("insures")->allows_subject(EntityKind::person));
    CHECK(both.matching("trade").size() == 2);
    CHECK(both.matching("insured_by") == both.matching("insures"));
    CHECK(both.with(mine).all().size() == both.all().size());
}

TEST_CASE("a relation that is wrong, or means two things, is refused with its place") {
    CHECK(fault_of("insures\ttrade\tA\tA\n") == "r.tsv:2: expected 6 to 12 columns, found 4");
    CHECK(fault_of("In sures\ttrade\tA\tA\tinsured_by\t0\n") ==
          "r.tsv:2:1: \"In sures\" is not the name of a relation");
    CHECK(fault_of("insures\ttrade\tX\tA\tinsured_by\t0\n") == "r.tsv:2:15: \"X\" names no kinds of entities");
    CHECK(fault_of("insures\ttrade\tA\tA\tinsured_by\tno\n") == "r.tsv:2:30: \"no\" is neither 0 nor 1");
    CHECK(fault_of("insures\ttrade\tA\tA\tinsured_by\t1\n").starts_with("r.tsv:2:19: a relation is symmetric where"));
    CHECK(fault_of("supplies\ttrade\tA\tA\tsupplied_by\t0\n") ==
          "the relation supplies is defined already, in another way");
    CHECK(fault_of("supplied_by\ttrade\tA\tA\tgives\t0\n") ==
          "the relation supplied_by cannot be added: \"supplied_by\" is the inverse of supplies");
    CHECK(fault_of("conflict\ttrade\tA\tA\tin_conflict\t0\n").starts_with("the relation conflict cannot be added"));
    CHECK(fault_of("insures\ttrade\tA\tA\tinsured_by\t0\ninsures\tlaw\tA\tA\tinsured_by\t0\n") ==
          "r.tsv:3: the relation insures is defined already, in another way");
}
