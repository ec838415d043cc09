// Identifiers: their forms, and what they say of two entities of one name.
#include "graph/identifier.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference ship(const std::string& name, const std::vector<std::string>& identifiers) {
    EntityReference reference{.name = name, .kind = EntityKind::vehicle};
    for (const std::string& each : identifiers) reference.identifiers.push_back(parse_identifier(each));
    return reference;
}

// A list of ships, a record each.
class Ships {
public:
    Ships() : writer(directory.file("ships.db")), store(writer.store()) {}

    void add(const EntityReference& reference) {
        writer.begin({.location = "ships.csv"});
        writer.add_entity(reference, {row, row + 9});
        row += 10;
    }
    std::int64_t count() const {
        std::int64_t found = 0;
        for (EntityId id = 1; id <= store.statistics().entities; ++id) found += store.canonical(id) == id ? 1 : 0;
        return found;
    }

    test::TemporaryDirectory directory;
    StoreWriter writer;
    Store store;
    std::size_t row = 0;
};

}  // namespace

TEST_CASE("an identifier is normalised, and what its scheme cannot have is refused") {
    CHECK(parse_identifier("imo: IMO 918 7629") == Identifier{"imo", "9187629"});
    CHECK(parse_identifier("IMO:9187629") == Identifier{"imo", "9187629"});
    CHECK(parse_identifier("wikidata:q4294") == Identifier{"wikidata", "Q4294"});
    CHECK(parse_identifier("passport: ru/530 478") == Identifier{"passport", "RU/530478"});
    CHECK_THROWS_WITH_AS(parse_identifier("imo:918762"), "\"918762\" is no IMO number of a ship or shipping company",
                         RejectedRecord);
    CHECK_THROWS_AS(parse_identifier("hat:8"), RejectedRecord);
    CHECK_THROWS_AS(parse_identifier("9187629"), RejectedRecord);
    CHECK_THROWS_AS(make_identifier("record", std::string(10'000, 'a')), RejectedRecord);
    CHECK_FALSE(identifier_in("Wagner: the group"));
}

TEST_CASE("two values of a scheme of which nobody has two contradict, and others do not") {
    const auto all = [](std::initializer_list<const char*> texts) {
        std::vector<Identifier> found;
        for (const char* each : texts) found.push_back(parse_identifier(each));
        return found;
    };
    CHECK(contradict(all({"imo:9187629"}), all({"imo:9187630"})));
    CHECK_FALSE(contradict(all({"imo:9187629"}), all({"mmsi:123456789"})));
    CHECK_FALSE(contradict(all({"passport:RU/1"}), all({"passport:RU/2"})));
    CHECK_FALSE(contradict(all({"ofac:1", "ofac:2"}), all({"ofac:2"})));
    CHECK(contradict(all({"record:eu/1"}), all({"record:eu/2"})));
    CHECK_FALSE(contradict(all({"record:eu/1", "imo:9187629"}), all({"record:un/2", "imo:9187629"})));
    CHECK(find_shared(all({"imo:9187629", "mmsi:123456789"}), all({"mmsi:123456789"}))->scheme == "mmsi");
    CHECK(find_shared(all({"imo:9187629", "mmsi:123456789"}), all({"imo:9187630", "mmsi:123456789"})) == nullptr);
}

TEST_CASE("ships of one name and other numbers are two, and a bare name is neither's") {
    for (const bool bare_first : {true, false}) {
        Ships ships;
        if (bare_first) ships.add(ship("Ocean Star", {}));
        ships.add(ship("Ocean Star", {"imo:9187629"}));
        ships.add(ship("Ocean Star", {"imo:9187643"}));
        ships.add(ship("Ocean Star", {"imo:9187643"}));
        if (!bare_first) ships.add(ship("Ocean Star", {}));
        join_duplicates(ships.writer);
        CHECK(ships.count() == 3);
        CHECK(ships.store.find_entity("imo:9187629").id != ships.store.find_entity("imo:9187643").id);
    }
}

TEST_CASE("a bare name is the only one who bears it") {
    Ships ships;
    ships.add(ship("Ocean Star", {"imo:9187629"}));
    ships.add(ship("Ocean Star", {}));
    ships.add(ship("Ocean Star", {"mmsi:123456789"}));
    join_duplicates(ships.writer);
    CHECK(ships.count() == 1);
    CHECK(ships.store.identifiers(ships.store.find_entity("Ocean Star").id).size() == 2);
}

TEST_CASE("one number is one ship, whatever it was renamed, and people can say otherwise") {
    Ships ships;
    ships.add(ship("Grace 1", {"imo:9116412"}));
    ships.add(ship("Adrian Darya 1", {"imo:9116412"}));
    join_duplicates(ships.writer);
    REQUIRE(ships.count() == 1);
    const std::vector<Duplicate> found = find_duplicates(ships.store);
    REQUIRE(found.size() == 1);
    CHECK(found[0].reasons == "both have imo:9116412");
    ships.writer.judge(1, 2, "different", "ana");
    join_duplicates(ships.writer);
    CHECK(ships.count() == 2);
}

TEST_CASE("what the gazetteer knows of a name does not tell its bearer from others") {
    Ships ships;
    EntityReference known = ship("Ocean Star", {});
    known.known_identifiers = {parse_identifier("imo:9187629")};
    ships.add(known);
    ships.add(ship("Ocean Star", {}));
    CHECK(ships.count() == 1);
    CHECK(ships.store.find_entity("imo:9187629").name == "Ocean Star");
}

TEST_CASE("a claim ties two of one name where their numbers tell them apart") {
    Ships ships;
    ships.writer.begin({.location = "ties.csv"});
    ClaimRecord claim{.subject = {.name = "John Kent", .kind = EntityKind::person, .identifiers = {{"ofac", "1"}}},
                      .relation = "relative_of",
                      .object = {.name = "John Kent", .kind = EntityKind::person, .identifiers = {{"ofac", "2"}}},
                      .sentence = {0, 9}};
    ships.writer.add(claim);
    CHECK(ships.store.statistics().claims == 1);
    claim.object.identifiers = {{"ofac", "1"}};
    CHECK_THROWS_AS(ships.writer.add(claim), RejectedRecord);
    claim.object = {.name = "Jack Kent", .kind = EntityKind::person, .identifiers = {{"ofac", "1"}}};
    CHECK_THROWS_AS(ships.writer.add(claim), RejectedRecord);
}

TEST_CASE("an entity that only a list tells of goes with the list") {
    Ships ships;
    ships.add(ship("Ocean Star", {"imo:9187629"}));
    CHECK(ships.store.documents_naming(1) == std::vector<DocumentId>{1});
    ships.writer.forget(1);
    CHECK(ships.store.statistics().entities == 0);
    CHECK(ships.store.entities_named("imo:9187629").empty());
}
