// Two people of one name, told apart by the documents that name them, and made one again.
#include "graph/store/parting.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "graph/error.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference person(const std::string& name) {
    return {.name = name, .kind = EntityKind::person};
}

ClaimRecord owns(const std::string& who, const std::string& what, TextSpan sentence) {
    return {.subject = person(who),
            .relation = "owns",
            .object = {.name = what, .kind = EntityKind::company},
            .sentence = sentence};
}

// Article n says that Ivan Petrov owns what; the last sentence makes it a text of its own.
DocumentId tell(StoreWriter& writer, int number, const std::string& what) {
    const std::string said = "Ivan Petrov owns " + what + ".";
    const std::string text = said + " This is article " + std::to_string(number) + ".";
    writer.begin({.location = "article " + std::to_string(number),
                  .published = "2023-11-0" + std::to_string(number),
                  .text = text,
                  .sentences = {{0, said.size()}},
                  .mentions = {{{0, 11}, person("Ivan Petrov")}}});
    writer.add(owns("Ivan Petrov", what, {0, said.size()}));
    return writer.counts().documents;
}

// All that it holds, but for the numbers of claims.
std::vector<std::string> rows_of(const Store& store) {
    std::vector<std::string> rows;
    for (const char* select :
         {"SELECT json_array('claim', subject, relation, object, status, c.confidence, day, speaker, item, time, "
          "e.document, e.begin, e.confidence, source) FROM claim c LEFT JOIN evidence e ON e.claim = c.id",
          "SELECT json_array('mention', document, begin, entity) FROM mention",
          "SELECT json_array('entity', id, name, kind) FROM entity",
          "SELECT json_array('alias', key, entity, name, origin) FROM alias",
          "SELECT json_array('judgement', entity, other, verdict, judge) FROM judgement",
          "SELECT json_array('parting', judgement, document) FROM parting"}) {
        Statement each = database_of(store).prepare(select);
        while (each.step()) rows.emplace_back(each.text(0));
    }
    std::ranges::sort(rows);
    return rows;
}

std::string owned_by(const Store& store, const std::string& name) {
    std::string all;
    for (const Claim& claim : store.claims_about(store.find_entity(name).id, {}))
        all += (all.empty() ? "" : ", ") + store.entity(claim.object).name;
    return all;
}

}  // namespace

TEST_CASE("whoever some documents name is somebody else of that name, until the judgement is withdrawn") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    tell(writer, 2, "Bolt");
    tell(writer, 3, "Acme");
    const Store store = writer.store();
    const auto before = rows_of(store);
    const EntityId petrov = store.find_entity("Ivan Petrov").id;
    const EntityId banker = writer.split_off(petrov, std::vector<DocumentId>{2, 3}, "Ivan Petrov (banker)", "ana");
    CHECK(owned_by(store, "#" + std::to_string(petrov)) == "Acme");
    CHECK(owned_by(store, "Ivan Petrov (banker)") == "Bolt, Acme");
    CHECK(store.documents_naming(banker) == std::vector<DocumentId>{2, 3});
    CHECK(store.entities_named("Ivan Petrov").size() == 2);

    join_duplicates(writer);
    CHECK(store.canonical(banker) == banker);
    CHECK_THROWS_WITH_AS(writer.judge(petrov, banker, "same", "ana"), "the two were parted by their documents", Error);

    CHECK(writer.withdraw(petrov, banker, "ana"));
    CHECK(rows_of(store) == before);
}

TEST_CASE("a text to come that names both by the old name means the first") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    tell(writer, 2, "Bolt");
    const Store store = writer.store();
    const EntityId petrov = store.find_entity("Ivan Petrov").id;
    writer.split_off(petrov, std::vector<DocumentId>{2}, "Ivan Petrov (banker)", "ana");
    tell(writer, 3, "Cobalt");
    CHECK(owned_by(store, "#" + std::to_string(petrov)) == "Acme, Cobalt");
}

TEST_CASE("a table that is read again finds whom its rows were said to mean") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    const auto read_table = [&] {
        writer.begin({.location = "owners.csv"});
        writer.add(owns("Ivan Petrov", "Bolt", {20, 40}));
        writer.add_entity(person("Ivan Petrov"), {40, 60});
    };
    read_table();
    const Store store = writer.store();
    const EntityId petrov = store.find_entity("Ivan Petrov").id;
    writer.split_off(petrov, std::vector<DocumentId>{2}, "Ivan Petrov (banker)", "ana");
    const auto parted = rows_of(store);
    read_table();
    CHECK(rows_of(store) == parted);
}

TEST_CASE("there must be somebody to tell apart") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    tell(writer, 2, "Bolt");
    const EntityId petrov = writer.store().find_entity("Ivan Petrov").id;
    CHECK_THROWS_WITH(writer.split_off(petrov, std::vector<DocumentId>{1, 2}, "Another", "ana"),
                      "no other document names the entity: there is nobody to tell it from");
    CHECK_THROWS_WITH(writer.split_off(petrov, std::vector<DocumentId>{7}, "Another", "ana"),
                      "document number 7 does not name the entity");
    CHECK_THROWS_AS(writer.split_off(petrov, std::vector<DocumentId>{1}, "...", "ana"), Error);
}

TEST_CASE("a part that was itself parted goes back piece by piece, in any order") {
    const test::TemporaryDirectory directory;
    std::mt19937 dice(7);
    for (int turn = 0; turn < 60; ++turn) {
        CAPTURE(turn);
        StoreWriter writer(directory.file(std::to_string(turn) + ".db"));
        for (int i = 1; i <= 8; ++i) tell(writer, i, dice() % 2 == 0 ? "Acme" : "Bolt");
        const Store store = writer.store();
        const auto before = rows_of(store);
        std::vector<EntityId> people{store.find_entity("Ivan Petrov").id};
        std::vector<std::pair<EntityId, EntityId>> partings;  // whole, part
        for (int i = 0; i < 4; ++i) {
            const EntityId whole = people[dice() % people.size()];
            std::vector<DocumentId> naming = store.documents_naming(whole);
            if (naming.size() < 2) continue;
            std::ranges::shuffle(naming, dice);
            naming.resize(1 + dice() % (naming.size() - 1));
            people.push_back(writer.split_off(whole, naming, "Petrov " + std::to_string(i), "ana"));
            partings.emplace_back(whole, people.back());
        }
        while (!partings.empty()) {
            const auto some = partings.begin() + static_cast<std::ptrdiff_t>(dice() % partings.size());
            const auto [whole, part] = *some;
            partings.erase(some);
            REQUIRE(writer.withdraw(whole, part, "ana"));
            for (auto& [of, later] : partings) {
                if (of == part) of = whole;
            }
        }
        REQUIRE(rows_of(store) == before);
    }
}

TEST_CASE("a parting goes with the last of its documents") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    tell(writer, 2, "Bolt");
    tell(writer, 3, "Bolt");
    const Store store = writer.store();
    writer.split_off(store.find_entity("Ivan Petrov").id, std::vector<DocumentId>{2, 3}, "Ivan Petrov (banker)", "ana");
    writer.forget(2);
    CHECK(store.judgements().size() == 1);
    writer.forget(3);
    CHECK(store.judgements().empty());
    CHECK(store.entities_named("Ivan Petrov (banker)").empty());
}

TEST_CASE("in whatever order the documents of a parting are forgotten, nobody is left who is named nowhere") {
    for (const std::vector<DocumentId>& order : {std::vector<DocumentId>{1, 2}, {2, 1}}) {
        const test::TemporaryDirectory directory;
        StoreWriter writer(directory.file("a.db"));
        tell(writer, 1, "Acme");
        tell(writer, 2, "Bolt");
        const EntityId petrov = writer.store().find_entity("Ivan Petrov").id;
        writer.split_off(petrov, std::vector<DocumentId>{2}, "Ivan Petrov (banker)", "ana");
        for (const DocumentId each : order) writer.forget(each);
        CHECK(writer.store().statistics().entities == 0);
    }
}

TEST_CASE("a record of a parted document that would tie somebody to himself is refused") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    tell(writer, 1, "Acme");
    writer.begin({.location = "owners.csv"});
    writer.add(owns("Ivan Petrov", "Bolt", {20, 40}));
    writer.split_off(writer.store().find_entity("Ivan Petrov").id, std::vector<DocumentId>{2}, "The Banker", "ana");
    writer.begin({.location = "owners.csv"});
    CHECK_THROWS_AS(writer.add({.subject = person("Ivan Petrov"),
                                .relation = "relative_of",
                                .object = person("The Banker"),
                                .sentence = {40, 60}}),
                    RejectedRecord);
}

TEST_CASE("whatever claim is refused, the store is as it was, also where actors are merged and parted") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    const auto company = [](const std::string& name) {
        return EntityReference{.name = name, .kind = EntityKind::company};
    };
    writer.begin({.location = "old.csv"});
    writer.add(owns("Ivan Brukov", "Acme", {0, 9}));
    writer.add(owns("Olga Brukova", "Ouro", {10, 19}));
    writer.begin({.location = "new.csv"});
    writer.add(owns("Ivan Brukov", "Azul", {0, 9}));
    const auto number = [&](const std::string& name) { return writer.store().find_entity(name).id; };
    const std::vector<DocumentId> documents{2};
    writer.split_off(number("Ivan Brukov"), documents, "Ivan Brukov Junior", "user");
    writer.judge(number("Acme"), number("Ouro"), "same", "user");
    std::mt19937 random(3);
    const auto one_of = [&](const std::vector<std::string>& names) { return names[random() % names.size()]; };
    int refused = 0, newcomers = 0;
    for (int i = 0; i < 2000; ++i) {
        writer.begin({.location = one_of({"old.csv", "new.csv"})});
        const std::vector<std::string> people{"Ivan Brukov",  "Ivan Brukov Junior",
                                              "Olga Brukova", "BRUKOV, Ivan",
                                              "...",          "Newcomer " + std::to_string(newcomers)};
        const std::size_t begin = 20 + 10 * static_cast<std::size_t>(i);
        ClaimRecord claim{.subject = person(one_of(people)),
                          .relation = one_of({"meets", "owns", "juggles", "leads"}),
                          .object = random() % 2 == 0 ? person(one_of(people)) : company(one_of({"Acme", "Ouro", "!"})),
                          .time = one_of({"", "2023", "soon"}),
                          .sentence = {begin, begin + 9}};
        if (random() % 3 == 0) claim.subject.aliases = {one_of(people)};
        if (random() % 3 == 0)
            claim.speaker = person(one_of({"Speaker " + std::to_string(newcomers), "Ivan Brukov", "?"}));
        if (random() % 3 == 0)
            claim.place = {.name = one_of({"Place " + std::to_string(newcomers), "-"}), .kind = EntityKind::place};
        ++newcomers;
        const std::vector<std::string> before = rows_of(writer.store());
        try {
            writer.add(claim);
        } catch (const RejectedRecord&) {
            ++refused;
            REQUIRE(rows_of(writer.store()) == before);
        }
        if (i % 50 == 49) {  // small, so that a comparison is quick
            CHECK(rows_of(writer.store()).size() > 10);
        }
    }
    CHECK(refused > 1000);
    CHECK(refused < 1990);
}
