#include "graph/store/bulk_load.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/rows/projection.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

// Claims among few actors, so that many say the same.
void write_claims(StoreWriter& writer, unsigned seed) {
    std::mt19937 random(seed);
    const char* relations[] = {"supplies", "allied_with", "attacks"};
    const char* items[] = {"", "drone", "drones"};
    const char* unnamed[] = {"", "an official", "Officials", "the official"};
    const char* places[] = {"Tartus", "Bandar Abbas"};
    for (std::size_t i = 0; i < 3000; ++i) {
        const std::string source = "source " + std::to_string(random() % 3);
        writer.begin({.location = source, .published = "202" + std::to_string(random() % 3)});
        const auto actor = [&] {
            return EntityReference{"Actor " + std::to_string(random() % 8), EntityKind::organisation, "", {}};
        };
        ClaimRecord claim{.subject = actor(), .relation = relations[random() % 3], .object = actor()};
        claim.item = items[random() % 3];
        claim.confidence = static_cast<double>(random() % 100) / 100.0;
        claim.status = random() % 2 == 0 ? Status::actual : Status::planned;
        claim.line = i + 1;
        claim.sentence = {i, i + 1};
        if (random() % 4 == 0) claim.time = "2019";
        if (random() % 4 == 0) {
            claim.speaker = actor();
        } else {
            claim.unnamed_speaker = unnamed[random() % 4];
        }
        if (random() % 5 == 0) claim.role = items[random() % 3];
        if (random() % 6 == 0) claim.place = EntityReference{places[random() % 2], EntityKind::place, "", {}};
        // Two lines in a row exclude one another now and then; a document is begun anew with each, so they share one.
        const bool excludes = random() % 10 == 0 && claim.subject != claim.object;
        if (excludes) claim.alternative = 1;
        if (claim.subject != claim.object) writer.add(claim);
        if (excludes) {
            claim.object = actor();
            if (claim.subject != claim.object) writer.add(claim);
        }
        if (claim.subject != claim.object && random() % 10 == 0) writer.add(claim);  // said twice in one place
    }
    writer.commit();
}

// Everything that does not depend on row numbers, in order.
std::string content(const std::string& path) {
    const Database database(path, Database::Mode::read_only);
    Statement rows = database.prepare(
        "SELECT group_concat(row, char(10)) FROM (SELECT json_array(s.name, c.relation, o.name, c.status, "
        "c.confidence, e.confidence, e.source, c.day, p.name, l.name, replace(c.role, 'drones', 'drone'), "
        "replace(c.item, 'drones', 'drone'), replace(c.unnamed_speaker, 'the ', 'an '), c.time, d.location, e.line) AS "
        "row FROM claim c JOIN entity s ON s.id = "
        "c.subject "
        "JOIN entity o ON o.id = c.object LEFT JOIN entity p ON p.id = c.speaker LEFT JOIN entity l ON l.id = c.place "
        "JOIN evidence e ON e.claim = c.id "
        "JOIN document d ON d.id = e.document ORDER BY row)");
    rows.step();
    return std::string(rows.text(0));
}

// The groups of claims that exclude one another, each by the places of its claims' evidence: numbers of claims and
// groups may differ.
std::set<std::set<std::string>> alternatives(const std::string& path) {
    const Database database(path, Database::Mode::read_only);
    Statement rows = database.prepare(
        "SELECT c.alternative_of, json_array(e.document, e.line, s.name, o.name, c.status) FROM claim c JOIN evidence "
        "e "
        "ON e.claim = c.id JOIN entity s ON s.id = c.subject JOIN entity o ON o.id = c.object WHERE c.alternative_of "
        "IS "
        "NOT NULL");
    std::map<std::int64_t, std::set<std::string>> groups;
    while (rows.step()) groups[rows.integer(0)].emplace(rows.text(1));
    std::set<std::set<std::string>> found;
    for (auto& [number, claims] : groups) found.insert(std::move(claims));
    return found;
}

std::vector<std::string> definitions(const std::string& path) {
    const Database database(path, Database::Mode::read_only);
    std::vector<std::string> found;
    Statement rows =
        database.prepare("SELECT name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
    while (rows.step()) found.emplace_back(rows.text(0));
    return found;
}

// What a new database holds that claims were written to.
std::string content_of_filled(const std::string& path) {
    {
        StoreWriter writer(path);
        write_claims(writer, 1);
    }
    return content(path);
}

// The claim of a line of its own, about an actor whom no line before has named.
ClaimRecord supply(std::size_t i) {
    const auto actor = [](std::size_t number) {
        return EntityReference{"Actor " + std::to_string(number), EntityKind::organisation, "", {}};
    };
    ClaimRecord claim{.subject = actor(i), .relation = "supplies", .object = actor(i + 1)};
    claim.line = i + 1;
    claim.sentence = {i, i + 1};
    return claim;
}

}  // namespace

TEST_CASE("a bulk load gives what one claim after the other gives") {
    const test::TemporaryDirectory directory;
    for (unsigned seed = 0; seed < 5; ++seed) {
        const std::string slow = directory.file("slow" + std::to_string(seed)),
                          fast = directory.file("fast" + std::to_string(seed));
        StoreWriter::Counts one_by_one;
        {
            StoreWriter writer(slow);
            write_claims(writer, seed);
            one_by_one = writer.counts();
        }
        {
            StoreWriter writer(fast);
            writer.expect_claims(1'000'000);
            write_claims(writer, seed);
            CHECK(writer.counts().claims == one_by_one.claims);
            CHECK(writer.counts().evidence == one_by_one.evidence);
        }
        CHECK(content(slow).size() > 10'000);
        CHECK(content(fast) == content(slow));
        CHECK(alternatives(slow).size() > 5);
        CHECK(alternatives(fast) == alternatives(slow));
        CHECK(definitions(fast) == definitions(slow));
        CHECK(Database(fast, Database::Mode::read_only).integer("SELECT count(*) FROM pragma_foreign_key_check") == 0);
    }
}

TEST_CASE("a bulk load into a filled database joins what it knew") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    const std::string before = content_of_filled(path);
    {
        StoreWriter writer(path);
        writer.expect_claims(1'000'000);
        write_claims(writer, 1);
        CHECK(writer.counts().claims == 0);
    }
    CHECK(content(path) == before);
}

TEST_CASE("what a bulk load has taken is there for who reads in the middle of it") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    writer.expect_claims(1'000'000);
    writer.begin({.location = "source"});
    for (std::size_t i = 1; i <= 20; ++i) {
        ClaimRecord claim{.subject = {"Wagner Group", EntityKind::armed_group, "", {}}, .relation = "supplies"};
        claim.object = {"Company " + std::to_string(i), EntityKind::company, "", {}};
        claim.line = i;
        claim.sentence = {i, i + 1};
        writer.add(claim);
        CHECK(database_of(writer.store()).integer("SELECT count(*) FROM evidence JOIN claim ON claim = id") ==
              static_cast<std::int64_t>(i));
    }
}

TEST_CASE("who reads by a bulk load's connection and who writes the load wait for one another") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    writer.expect_claims(1'000'000);
    writer.begin({.location = "source"});
    const Store store = writer.store();
    Statement count = database_of(store).prepare("SELECT count(*) FROM claim");
    std::int64_t before = 0;
    for (std::size_t i = 0; i < 30'000; ++i) {
        writer.add(supply(i));
        if (i % 1'000 != 7) continue;
        REQUIRE(count.step());
        const std::int64_t now = count.integer(0);
        count.reset();
        REQUIRE(now >= before);
        before = now;
    }
    CHECK(before > 10'000);
    writer.commit();
    REQUIRE(count.step());
    CHECK(count.integer(0) == 30'000);
}

TEST_CASE("what the thread of a bulk load throws is thrown to whoever goes on, and nothing is written") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    const std::string before = content_of_filled(path);
    {
        StoreWriter writer(path);
        writer.expect_claims(1'000'000);
        writer.begin({.location = "large source"});
        database_of(writer.store()).integer("PRAGMA max_page_count = 500");
        const auto add_many = [&] {
            for (std::size_t i = 0; i < 100'000; ++i) writer.add(supply(i));
            writer.commit();
        };
        CHECK_THROWS_WITH_AS(add_many(), doctest::Contains("the disk is full"), Error);
        // Whoever caught it cannot store what is left of the load.
        CHECK_THROWS_WITH_AS(writer.commit(), doctest::Contains("the disk is full"), Error);
    }
    CHECK(content(path) == before);
}

TEST_CASE("an actor can be parted in the midst of a bulk load, which numbers on behind the part") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    const auto add_text = [&](const std::string& location, const std::string& object) {
        writer.begin({.location = location});
        writer.add({.subject = {"John Smith", EntityKind::person},
                    .relation = "supplies",
                    .object = {object, EntityKind::organisation}});
    };
    add_text("first", "Acme");
    add_text("second", "Ajax");
    writer.expect_claims(1'000'000);
    add_text("third", "Aeolus");
    const EntityId whole = writer.store().find_entity("John Smith").id;
    const EntityId part = writer.split_off(whole, std::vector<DocumentId>{2}, "John Smith the younger", "me");
    add_text("fourth", "Argo");
    writer.commit();
    const Store store = writer.store();
    CHECK(store.entity(part).name == "John Smith the younger");
    CHECK(store.find_entity("Argo").id > part);
    CHECK(store.find_entity("Argo").name == "Argo");
}

TEST_CASE("a load that is given up while its thread fails leaves no file") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        writer.expect_claims(1'000'000);
        writer.begin({.location = "source"});
        database_of(writer.store()).integer("PRAGMA max_page_count = 1");
        for (std::size_t i = 0; i < 2'000; ++i) writer.add(supply(i));  // three rows each: a batch, and a part of one
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a bulk load behind the largest number that a claim can have is refused, and leaves all as it was") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    const ClaimRecord claim{.subject = {"Iran", EntityKind::state, "", {}},
                            .relation = "supplies",
                            .object = {"Wagner Group", EntityKind::armed_group, "", {}}};
    {
        StoreWriter writer(path);
        writer.begin({.location = "source"});
        writer.add(claim);
        writer.commit();
    }
    Database(path, Database::Mode::read_write)
        .execute("UPDATE claim SET id = 9223372036854775807; UPDATE evidence SET claim = 9223372036854775807");
    const std::string before = content(path);
    {
        StoreWriter writer(path);
        writer.expect_claims(std::numeric_limits<std::int64_t>::max());
        writer.begin({.location = "other source"});
        CHECK_THROWS_AS(writer.add(claim), const Error&);
    }
    CHECK(content(path) == before);
}

TEST_CASE("a store too large for one thread is read into the graph whole") {
    const test::TemporaryDirectory directory;
    constexpr std::size_t actors = 400, claims = 110'000;
    {
        StoreWriter writer(directory.file("large.db"));
        writer.expect_claims(claims);
        writer.begin({.location = "source"});
        const auto actor = [](std::size_t number) {
            return EntityReference{"Actor " + std::to_string(number), EntityKind::organisation, "", {}};
        };
        for (std::size_t i = 0; i < claims; ++i) {
            // Each pair once: a stride that has no divisor in common with the number of pairs.
            const std::size_t pair = i * 7919 % (actors * (actors - 1));
            const std::size_t from = pair / (actors - 1), step = 1 + pair % (actors - 1);
            ClaimRecord claim{.subject = actor(from), .relation = "supplies", .object = actor((from + step) % actors)};
            claim.line = i + 1;
            writer.add(claim);
        }
        writer.commit();
    }
    const Store store(directory.file("large.db"));
    const Projection graph = project(store);
    REQUIRE(graph.arc_count() == claims);
    for (Vertex vertex = 0; vertex < graph.vertex_count(); ++vertex) {
        std::vector<EntityId> objects;
        for (const Arc& arc : graph.out(vertex)) objects.push_back(graph.entity(arc.other));
        std::vector<EntityId> expected;
        Statement rows = database_of(store).prepare("SELECT object FROM claim WHERE subject = ?1 ORDER BY object");
        for (rows.bind(1, graph.entity(vertex)); rows.step();) expected.push_back(rows.integer(0));
        REQUIRE(objects == expected);
    }
}

TEST_CASE("entities without claims of their own end the graph's rows well") {
    const test::TemporaryDirectory directory;
    {
        StoreWriter writer(directory.file("small.db"));
        writer.begin({.location = "source"});
        const auto organisation = [](const char* name) {
            return EntityReference{name, EntityKind::organisation, "", {}};
        };
        writer.add({.subject = organisation("Ada"), .relation = "supplies", .object = organisation("Bo")});
        writer.add({.subject = organisation("Ada"), .relation = "supplies", .object = organisation("Cy")});
        writer.commit();
    }
    const Store store(directory.file("small.db"));
    const Projection graph = project(store);
    CHECK(graph.vertex_count() == 3);
    CHECK(graph.arc_count() == 2);
}
