#include "graph/store/schema.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "graph/error.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

constexpr int states = 8;

void write_states(StoreWriter& writer) {
    const std::string text = "All supply one another.";
    const auto state = [](int number) {
        const std::string name = "State " + std::to_string(number);
        return EntityReference{name, EntityKind::state, name, {}};
    };
    writer.begin({"a.txt", "", "", "Example Post", "2023", text, {{0, text.size()}}, {}});
    for (int i = 1; i < states; ++i) {
        ClaimRecord claim;
        claim.subject = state(i);
        claim.relation = "supplies";
        claim.object = state(i + 1);
        claim.sentence = {0, text.size()};
        writer.add(claim);
    }
}

// Tables by their columns: SQLite writes one that was added into the definition in its own way.
std::string schema_of(const std::string& path) {
    const Database database(path, Database::Mode::read_only);
    Statement rows = database.prepare(
        "SELECT s.name || ': ' || iif(s.type = 'table', (SELECT group_concat(json_array(c.name, c.type, c.\"notnull\", "
        "c.dflt_value, c.pk), ' ') FROM pragma_table_info(s.name) c), s.sql) FROM sqlite_schema s WHERE s.sql IS NOT "
        "NULL ORDER BY s.name");
    std::string text;
    while (rows.step()) text.append(rows.text(0)) += '\n';
    return text + std::to_string(database.integer("PRAGMA user_version"));
}

// Takes away what the third version has brought.
void make_second_version(Database& database) {
    database.execute(
        "DROP VIEW claim_text; ALTER TABLE claim DROP COLUMN unnamed_speaker;"
        "CREATE VIEW claim_text AS SELECT c.id AS claim, c.item FROM claim c; PRAGMA user_version = 2");
}

ClaimRecord said_by(const std::string& unnamed_speaker) {
    ClaimRecord claim;
    claim.subject = {"State 1", EntityKind::state, "State 1", {}};
    claim.relation = "supplies";
    claim.object = {"State 2", EntityKind::state, "State 2", {}};
    claim.unnamed_speaker = unnamed_speaker;
    claim.sentence = {0, 3};
    return claim;
}

}  // namespace

TEST_CASE("a database of the first version is read as it is, and brought up to date by the next run that writes") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("old.db"), fresh = directory.file("new.db");
    for (const std::string& each : {path, fresh}) {
        StoreWriter writer(each);
        write_states(writer);
        writer.commit();
    }
    {
        Database old(path, Database::Mode::read_write);
        make_second_version(old);
        old.execute("DROP VIEW entity_name; DROP INDEX judgement_other; PRAGMA user_version = 1");
    }
    CHECK(Store(path).claims({}).size() == states - 1);
    CHECK(schema_of(path) != schema_of(fresh));
    { const StoreWriter abandoned(path); }
    CHECK(schema_of(path) != schema_of(fresh));
    StoreWriter(path).commit();
    CHECK(schema_of(path) == schema_of(fresh));
    CHECK(Store(path).claims({}).size() == states - 1);
}

TEST_CASE("a database of the second version gets unnamed speakers, all at once or not at all") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("old.db");
    {
        StoreWriter writer(path);
        write_states(writer);
        writer.commit();
    }
    {
        Database old(path, Database::Mode::read_write);
        make_second_version(old);
    }
    const std::string before = schema_of(path);
    CHECK(Store(path).claims({}).size() == states - 1);
    CHECK(Store(path).claims({})[0].unnamed_speaker.empty());
    {
        StoreWriter abandoned(path);
        abandoned.begin({"b.txt", "", "", "", "", "New.", {{0, 4}}, {}});
        abandoned.add(said_by("a diplomat"));
    }
    CHECK(schema_of(path) == before);
    {
        StoreWriter writer(path);
        writer.begin({"b.txt", "", "", "", "", "New.", {{0, 4}}, {}});
        writer.add(said_by("a diplomat"));
        writer.add(said_by(""));  // known
        writer.commit();
    }
    const Store store(path);
    CHECK(store.claims({}).size() == states);
    CHECK(store.claims({}).back().unnamed_speaker == "a diplomat");
    CHECK(store.database().integer("SELECT count(*) FROM claim_text WHERE unnamed_speaker = 'a diplomat'") == 1);
}

TEST_CASE("a kith database without a version is damaged") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    StoreWriter(path).commit();
    Database(path, Database::Mode::read_write).execute("PRAGMA user_version = 0");
    CHECK_THROWS_AS(StoreWriter{path}, Error);
    CHECK_THROWS_AS(Store{path}, Error);
}

TEST_CASE("the view entity_name gives every entity the canonical one that the store gives it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("merged.db");
    StoreWriter writer(path);
    write_states(writer);
    std::mt19937 random(7);
    const auto one_of = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    int merged = 0;
    for (int round = 0; round < 60; ++round) {
        const EntityId entity = 1 + one_of(states), other = 1 + one_of(states);
        if (entity == other) continue;
        const char* verdict = one_of(3) > 0 ? "same" : "different";
        const char* judge = one_of(2) == 0 ? "Ann" : "Ben";
        writer.judge(entity, other, verdict, judge);
        if (one_of(4) == 0) writer.withdraw(1 + one_of(states), 1 + one_of(states), judge);
        writer.commit();
        const Store store(path);
        Statement names = store.database().prepare("SELECT entity, canonical FROM entity_name");
        int seen = 0;
        for (; names.step(); ++seen) {
            CAPTURE(round);
            CHECK(names.integer(1) == store.canonical(names.integer(0)));
            if (names.integer(0) != names.integer(1)) ++merged;
        }
        CHECK(seen == states);
    }
    CHECK(merged > 100);  // the judgements do merge
}
