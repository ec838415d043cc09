#include "graph/store/schema.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>

#include "graph/error.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_database.hpp"
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

std::string old_file(int version) {
    return KITH_SOURCE_DIR "/tests/data/old/version_" + std::to_string(version) + ".db";
}

// By the definition: all judgements in order of time, joined where they still stand.
EntityId slow_canonical(const Database& database, EntityId id) {
    std::map<EntityId, EntityId> canonical;
    for (EntityId each = 1; each <= states; ++each) canonical[each] = each;
    Statement rows = database.prepare(
        "SELECT entity, other FROM judgement j WHERE verdict = 'same' AND NOT EXISTS (SELECT 1 FROM judgement l WHERE "
        "l.id > j.id AND min(l.entity, l.other) = min(j.entity, j.other) AND max(l.entity, l.other) = max(j.entity, "
        "j.other)) ORDER BY id");
    while (rows.step()) {
        const EntityId kept = canonical[rows.integer(0)], joined = canonical[rows.integer(1)];
        for (auto& [each, under] : canonical) {
            if (under == joined) under = kept;
        }
    }
    return canonical[id];
}

// What a reader sees: claims with their sources, and who is one.
std::string seen_in(const Store& store) {
    std::string text;
    for (const Tie& edge : store.ties(store.claims({}))) {
        text += store.entity(edge.subject).name + ' ' + store.ontology().at(edge.relation).name + ' ' +
                store.entity(edge.object).name + ' ' + std::string(to_string(edge.status)) + ", " +
                std::to_string(edge.claims.size()) + " claims, " + std::to_string(edge.sources) + " sources\n";
    }
    return text;
}

}  // namespace

TEST_CASE("databases of earlier versions are read as they are, and brought up to date by the next run that writes") {
    const test::TemporaryDirectory directory;
    const std::string fresh = directory.file("new.db");
    StoreWriter(fresh).commit();
    for (int version = 1; version < schema_version; ++version) {
        CAPTURE(version);
        const std::string path = directory.file(std::to_string(version) + ".db");
        std::filesystem::copy_file(old_file(version), path);
        const std::string hosts = version < 5 ? "Mali hosts Wagner Group actual, 1 claims, 1 sources\n"
                                              : "Mali hosts Wagner Group actual, 2 claims, 1 sources\n";
        // Both papers report one briefing, but the old files do not know before version 4.
        CHECK(seen_in(Store(path)) == "Wagner Group supplies Hezbollah planned, 2 claims, " +
                                          std::to_string(version < 4 ? 3 : 2) +
                                          " sources\n"
                                          "Wagner Group supplies Mali planned, 1 claims, 1 sources\n" +
                                          hosts);
        const std::string before = schema_of(path);
        CHECK(before != schema_of(fresh));
        {
            StoreWriter abandoned(path);
            write_states(abandoned);
        }
        CHECK(schema_of(path) == before);
        StoreWriter(path).commit();
        CHECK(schema_of(path) == schema_of(fresh));
        const Store store(path);
        CHECK(seen_in(store) ==
              "Wagner Group supplies Hezbollah planned, 2 claims, 2 sources\n"
              "Wagner Group supplies Mali planned, 1 claims, 1 sources\n" +
                  hosts);
        if (version >= 5) {
            const Evidence found = store.evidence(5).at(0).evidence;
            CHECK(found.extractor == "some-model 4.1");
            CHECK(found.record == "c7");
        }
        const auto evidence = store.evidence(1);
        REQUIRE(evidence.size() == 2);
        CHECK(evidence[0].evidence.confidence == 0.8);
        CHECK(evidence[0].evidence.source == evidence[1].evidence.source);
        CHECK(database_of(store).integer(
                  "SELECT count(*) FROM sentence_search WHERE sentence_search MATCH 'briefing'") == 1);
        CHECK(database_of(store).integer("SELECT count(*) FROM pragma_foreign_key_check") == 0);
        CHECK(database_of(store).integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'") ==
              0);
        StoreWriter writer(path);
        CHECK(writer.withdraw(1, 5, "user"));
        writer.commit();
        CHECK(Store(path).canonical(5) == 5);
    }
}

TEST_CASE("a kith database without a version is damaged") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    StoreWriter(path).commit();
    Database(path, Database::Mode::read_write).execute("PRAGMA user_version = 0");
    CHECK_THROWS_AS(StoreWriter{path}, Error);
    CHECK_THROWS_AS(Store{path}, Error);
}

TEST_CASE("after random judgements, all is as the judgements that stand say") {
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
        Database again(path, Database::Mode::read_write);
        again.execute("BEGIN");
        const auto kept = all_merged_entities(again);
        again.execute("DELETE FROM merged_entity");
        fill_merged_entities(again);
        CAPTURE(round);
        CHECK(all_merged_entities(again) == kept);
        for (EntityId id = 1; id <= states; ++id) CHECK(store.canonical(id) == slow_canonical(again, id));
        merged += static_cast<int>(kept.size());
    }
    CHECK(merged > 100);  // the judgements do merge
}
