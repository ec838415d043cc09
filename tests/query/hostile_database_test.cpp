// Database files from strangers: whatever their schema and rows hold, reading them runs nothing and ends.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "every_question.hpp"
#include "graph/error.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference actor(const std::string& name) {
    return {name, EntityKind::organisation, name, {}};
}

void write_claims(const std::string& path) {
    StoreWriter writer(path);
    writer.begin({.location = "a.csv"});
    writer.add({.subject = actor("Ada"), .relation = "supplies", .object = actor("Bo"), .sentence = {0, 1}});
    writer.add({.subject = actor("Bo"), .relation = "supplies", .object = actor("Cy"), .sentence = {1, 2}});
    writer.begin({.location = "war.txt",
                  .publisher = "Example Times",
                  .published = "2023-11-21",
                  .text = "Ada met Bo. Cy left.",
                  .sentences = {{0, 11}, {12, 20}},
                  .mentions = {{{0, 3}, actor("Ada")}, {{8, 10}, actor("Bo")}, {{12, 14}, actor("Cy")}}});
    writer.add({.subject = actor("Ada"), .relation = "meets", .object = actor("Bo"), .sentence = {0, 11}});
    writer.commit();
}

// As a stranger would: with all that SQLite allows.
void alter(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
    sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    const std::string problem = sqlite3_errmsg(handle);
    sqlite3_close(handle);
    REQUIRE(problem == "not an error");
}

// An Error is a fair answer.
template <typename Call>
void allow_errors(const Call& call) {
    try {
        call();
    } catch (const Error&) {
    }
}

// All that a reader may do with a file.
void read_all(const Store& store) {
    for (const char* name : {"Ada", "Cy"}) {
        allow_errors([&] {
            for (const Entity& entity : store.entities_named(name)) {
                store.members(entity.id);
                store.aliases(entity.id);
                store.claims_about(entity.id, {});
            }
        });
    }
    test::ask_every_question(store, "Ada", "Cy");
    test::ask_every_question(store, "#2", "#3");
    allow_errors([&] { store.ties(store.claims({})); });
    allow_errors([&] { find_duplicates(store); });
    allow_errors([&] { store.judgements(); });
    allow_errors([&] { store.documents(); });
    allow_errors([&] { store.similar_names("Boo"); });
}

}  // namespace

TEST_CASE("judgements on entities that are not there say nothing") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    write_claims(path);
    alter(path,
          "PRAGMA foreign_keys = OFF; INSERT INTO judgement (entity, other, verdict, judge) VALUES (999, 1000, 'same', "
          "'x'), "
          "(1, 5000, 'different', 'x'), (-3, 1, 'unsure', 'x')");
    CHECK_NOTHROW(find_duplicates(Store(path)));
}

TEST_CASE("an index with SQL in its name stays a name, also when it is built again") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db"), bait = directory.file("bait.db");
    write_claims(path);
    alter(path, "CREATE INDEX \"a; ATTACH '" + bait + "' AS bait; CREATE TABLE bait.x (y); --\" ON claim (item)");
    alter(path, "CREATE TRIGGER \"b; ATTACH '" + bait +
                    "' AS bait; CREATE TABLE bait.x (y); --\" AFTER INSERT ON claim "
                    "BEGIN SELECT 1; END");
    {
        StoreWriter writer(path);
        writer.expect_claims(1'000'000);
        writer.begin({.location = "b.csv"});
        writer.add({.subject = actor("Cy"), .relation = "supplies", .object = actor("Di"), .sentence = {0, 1}});
        writer.commit();
    }
    CHECK_FALSE(std::filesystem::exists(bait));
    CHECK(Store(path).claims({}).size() == 4);
    // It is theirs, and stays.
    CHECK(Database(path, Database::Mode::read_only)
              .integer("SELECT count(*) FROM sqlite_master WHERE name LIKE '%ATTACH%'") == 2);
}

TEST_CASE("a stranger's schema and rows are read without harm") {
    const std::string alterations[] = {
        // Views in place of tables, that never end or are wide.
        "DROP VIEW edge; CREATE VIEW edge AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i "
        "AS subject FROM n",
        "ALTER TABLE claim RENAME TO claim2; CREATE VIEW claim AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i "
        "+ "
        "1 FROM n) SELECT n.i AS id, c.subject, c.relation, c.object FROM n JOIN claim2 c",
        "ALTER TABLE judgement RENAME TO judgement2; CREATE VIEW judgement AS WITH RECURSIVE n(i) AS (SELECT 1 UNION "
        "ALL SELECT i + 1 FROM n) SELECT i AS id, 1 AS entity, 2 AS other, 'same' AS verdict, 'x' AS judge FROM n",
        "ALTER TABLE property RENAME TO property2; CREATE VIEW property AS SELECT 'generation' AS name, 'x' AS value",
        "ALTER TABLE alias RENAME TO alias2; CREATE VIEW alias AS SELECT key, entity, name, origin FROM alias2",
        "DROP TABLE merged_entity; CREATE VIEW merged_entity AS SELECT 1 AS entity, 2 AS canonical UNION SELECT 2, 1",
        // Functions with effects, which a schema may not run.
        "ALTER TABLE entity RENAME TO entity2; CREATE VIEW entity AS SELECT id, name, load_extension('./evil') AS kind "
        "FROM entity2",
        // Cyclic and dangling merges, wrong types, wild numbers, a text of megabytes.
        "INSERT INTO merged_entity VALUES (1, 2), (2, 1)",
        "PRAGMA foreign_keys = OFF; INSERT INTO merged_entity VALUES (1, 999)",
        "INSERT INTO judgement (entity, other, verdict, judge) VALUES (1, 2, 'same', 'x'), (2, 3, 'same', 'x'), (3, 1, "
        "'same', 'x')",
        "PRAGMA ignore_check_constraints = ON; UPDATE claim SET status = 77, confidence = -5",
        "PRAGMA foreign_keys = OFF; UPDATE claim SET relation = 9000",
        "PRAGMA foreign_keys = OFF; UPDATE claim SET subject = -9223372036854775807",
        "UPDATE claim SET day = 9223372036854775807, time = '9999999-99..0'",
        "PRAGMA ignore_check_constraints = ON; UPDATE evidence SET confidence = 70000, source = -1",
        "UPDATE entity SET name = printf('%.*c', 300000, 'x')",
        "UPDATE alias SET name = CAST(x'fffe00c0' AS TEXT)",
        "PRAGMA ignore_check_constraints = ON; UPDATE entity SET kind = 'emperor'",
        "UPDATE property SET value = 'many'",
        "DELETE FROM property",
        "DELETE FROM relation_kind",
        // Sentences and mentions that lie in no text, and an index of words that is no index.
        "PRAGMA ignore_check_constraints = ON; UPDATE sentence SET begin = -5, \"end\" = 9223372036854775807",
        "PRAGMA ignore_check_constraints = ON; UPDATE mention SET begin = 9223372036854775807 - entity, \"end\" = -1",
        "PRAGMA foreign_keys = OFF; UPDATE mention SET entity = 999; UPDATE sentence SET document = 999",
        "PRAGMA ignore_check_constraints = ON; UPDATE document SET text = CAST(x'fffe00c0' AS TEXT)",
        "UPDATE document SET text = 'x'; UPDATE mention SET \"end\" = 9223372036854775807",
        "UPDATE document SET published = 'never', publisher = NULL",
        "UPDATE sentence_search_data SET block = x'ff00ff00ff'",
        "DELETE FROM sentence_search_data",
        "INSERT INTO sentence_search (rowid, text) VALUES (-1, 'met'), (9223372036854775807, 'met')",
        "DROP TABLE sentence_search",
        "DROP TABLE sentence_search; CREATE TABLE sentence_search (text)",
        "DROP TABLE evidence",
        "DROP INDEX claim_out",
        "ALTER TABLE claim ADD COLUMN trap TEXT GENERATED ALWAYS AS (printf('%.*c', 1000000, item)) VIRTUAL",
    };
    for (const std::string& alteration : alterations) {
        CAPTURE(alteration);
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("kith.db");
        write_claims(path);
        alter(path, alteration);
        const std::string before = test::read_file(path);
        allow_errors([&] { read_all(Store(path)); });
        CHECK(test::read_file(path) == before);
    }
}

TEST_CASE("opening a database for reading never alters it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    write_claims(path);
    CHECK_THROWS_AS(Database(path, Database::Mode::read_only).execute("DELETE FROM claim"), Error);
    CHECK_THROWS_AS(
        Database(path, Database::Mode::read_only).execute("ATTACH '" + directory.file("other.db") + "' AS other"),
        Error);
    CHECK_FALSE(std::filesystem::exists(directory.file("other.db")));
}
