// The extension in a host that is not kith: what it answers where, and that nothing a caller hands it does harm.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/random_database.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const std::string text = "Iran ships drones to Russia. Russia pays Wagner. Wagner may arm Hezbollah.";

ClaimRecord claim(const std::string& subject, const std::string& relation, const std::string& object, Status status,
                  std::size_t begin, std::size_t end) {
    const auto entity = [](const std::string& name) {
        const bool is_state = name == "Iran" || name == "Russia";
        return EntityReference{name, is_state ? EntityKind::state : EntityKind::armed_group, name, {}};
    };
    ClaimRecord record;
    record.subject = entity(subject);
    record.relation = relation;
    record.object = entity(object);
    record.status = status;
    record.confidence = 0.8;
    record.sentence = {begin, end};
    return record;
}

std::string write_database(const test::TemporaryDirectory& directory) {
    const std::string path = directory.file("war.db");
    StoreWriter writer(path);
    writer.begin({"a.txt", "", "", "Example Post", "2023-11-21", text, {{0, text.size()}}, {}});
    writer.add(claim("Iran", "supplies", "Russia", Status::actual, 0, 28));
    writer.add(claim("Russia", "funds", "Wagner", Status::actual, 29, 48));
    ClaimRecord by_somebody = claim("Wagner", "supplies", "Hezbollah", Status::possible, 49, 74);
    by_somebody.unnamed_speaker = "an aide";
    writer.add(by_somebody);
    writer.commit();
    return path;
}

// A program that speaks SQLite and has loaded the extension.
class Host {
public:
    explicit Host(const std::string& path, int flags = SQLITE_OPEN_READWRITE) {
        REQUIRE(sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) == SQLITE_OK);
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
        char* message = nullptr;
        const int code = sqlite3_load_extension(handle_, KITH_SQLITE_EXTENSION, nullptr, &message);
        const std::string said = message ? message : "";
        sqlite3_free(message);
        INFO(said);
        REQUIRE(code == SQLITE_OK);
    }
    ~Host() { CHECK(close() == SQLITE_OK); }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    int close() {
        return sqlite3_close(std::exchange(handle_, nullptr));
    }  // unlike close_v2, fails while anything is open
    sqlite3* handle() const { return handle_; }

    // Rows with "|" between columns and a blank between rows; or "error: ...".
    std::string ask(const std::string& sql, const std::vector<std::string>& texts = {}) {
        sqlite3_stmt* statement = nullptr;
        std::string answer;
        int code = sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            sqlite3_bind_text(statement, static_cast<int>(i + 1), texts[i].data(), static_cast<int>(texts[i].size()),
                              SQLITE_TRANSIENT);
        }
        while (code == SQLITE_OK || code == SQLITE_ROW) {
            code = sqlite3_step(statement);
            if (code != SQLITE_ROW) break;
            if (!answer.empty()) answer += ' ';
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
                answer += (i > 0 ? "|" : "") + std::string(value ? value : "NULL");
            }
        }
        if (code != SQLITE_DONE) answer = std::string("error: ") + sqlite3_errmsg(handle_);
        sqlite3_finalize(statement);
        return answer;
    }

private:
    sqlite3* handle_ = nullptr;
};

}  // namespace

TEST_CASE("a path is told hop by hop, as it is walked and as it is claimed") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT path, hop, from_name, to_name, forward, subject, relation, object, status FROM "
                   "kith_path('hezbollah', 'Russia')") ==
          "1|1|Hezbollah|Wagner|0|Wagner|supplies|Hezbollah|possible 1|2|Wagner|Russia|0|Russia|funds|Wagner|actual");
    CHECK(host.ask("SELECT strength, ties, quote, publisher, published, location FROM kith_path('Iran', 'Russia')") ==
          "0.8|1|Iran ships drones to Russia.|Example Post|2023-11-21|a.txt");
    CHECK(host.ask("SELECT count(*) FROM kith_path('Iran', 'Hezbollah', 'status=actual')") == "0");
    CHECK(host.ask("SELECT count(*) FROM kith_path('Hezbollah', 'Iran', 'directed=true')") == "0");
    CHECK(host.ask("SELECT count(DISTINCT path) FROM kith_k_paths('Iran', 'Hezbollah', 3)") == "1");
}

TEST_CASE("neighbours and claims") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT hops, name, kind, forward, complete FROM kith_neighbours('Russia', 2)") ==
          "1|Iran|state|0|1 1|Wagner|armed_group|1|1 2|Hezbollah|armed_group|1|1");
    CHECK(host.ask("SELECT subject, object, strength, quote FROM kith_claims('Wagner') ORDER BY 1") ==
          "Russia|Wagner|0.8|Russia pays Wagner. Wagner|Hezbollah|0.8|Wagner may arm Hezbollah.");
    CHECK(host.ask("SELECT speaker, unnamed_speaker FROM kith_claims('Wagner') ORDER BY 2") ==
          "NULL|NULL NULL|an aide");
    CHECK(host.ask("SELECT count(*) FROM kith_claims('Wagner', 'Russia')") == "1");
    CHECK(host.ask("SELECT count(*) FROM kith_claims('Wagner', NULL, 'status=possible')") == "1");
    CHECK(host.ask("SELECT count(*) FROM kith_claims('Wagner') WHERE options = 'status=possible'") == "1");
}

TEST_CASE("every question is a function: what it must be given are arguments, the rest options") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT name FROM kith_rank('most=1')") == "Hezbollah");
    CHECK(host.ask("SELECT count(*) FROM kith_rank()") == "4");  // SQL gives all rows: it has LIMIT
    CHECK(host.ask("SELECT hop, to_name FROM kith_all_paths('Iran', 'Wagner')") == "1|Russia 2|Wagner");
    CHECK(host.ask("SELECT count(*) FROM kith_path_in_time_order('Iran', 'Wagner')") == "2");
    CHECK(host.ask("SELECT name FROM kith_common('Iran', 'Wagner')") == "Russia Russia");
    CHECK(host.ask("SELECT DISTINCT size FROM kith_components() WHERE list = 'group'") == "4");
    CHECK(host.ask("SELECT count(*) FROM kith_communities()") == "4");
    CHECK(host.ask("SELECT count(*) FROM kith_fragility('Iran', 'Russia')") == "1");
    CHECK(host.ask("SELECT name, share, at_least, chain FROM kith_owners('Wagner', 'relation=funds')") ==
          "Russia|0.0|1|Russia —?→ Wagner");
    CHECK(host.ask("SELECT relation, object FROM kith_show('Iran')") == "supplies|Russia");
    CHECK(host.ask("SELECT name, claims FROM kith_entities('pattern=Rus*')") == "Russia|2");
    CHECK(host.ask("SELECT subject, quote FROM kith_evidence(1)") == "Iran|Iran ships drones to Russia.");
    CHECK(host.ask("SELECT \"end\", length FROM kith_document(1, 'end=4')") == "4|74");
    CHECK(host.ask("SELECT count FROM kith_stats() WHERE name = 'claims'") == "3");
    CHECK(host.ask("SELECT name FROM kith_who('#1')") == "Iran");
    CHECK(host.ask("SELECT inverse FROM kith_relations('word=supplies')") == "supplied_by");
    CHECK(host.ask("SELECT 1 FROM kith_timeline('Iran', 'entity=Russia')").starts_with("error: there is no argument"));
    CHECK(host.ask("SELECT 1 FROM kith_evidence('x')").starts_with("error: asked_claim is no whole number"));
}

TEST_CASE("scalars") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory), SQLITE_OPEN_READONLY);
    CHECK(host.ask("SELECT kith_entity('hizbollah'), kith_entity('Hezbollah') = id, kith_entity(id) = id, "
                   "kith_entity(99), kith_entity(NULL), kith_entity(x'00') FROM entity WHERE name = 'Hezbollah'") ==
          "NULL|1|1|NULL|NULL|NULL");
    CHECK(host.ask("SELECT kith_name_key('Ḥizbu ''llāh'), kith_name_key(NULL)") == "hizbu llah|NULL");
    CHECK(host.ask("SELECT kith_version() LIKE '_%._%._%'") == "1");
}

TEST_CASE("an entity is named by its name with its kind too, as kith prints it") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT kith_entity('Wagner (armed group)') = kith_entity('Wagner')") == "1");
    CHECK(host.ask("SELECT kith_entity('Wagner (person)')") == "NULL");
    CHECK(host.ask("SELECT from_name FROM kith_path('wagner (armed_group)', 'Russia (state)')") == "Wagner");
    CHECK(host.ask("SELECT 1 FROM kith_claims('Russia (person)')").starts_with("error: Russia (person): no entity"));
}

TEST_CASE("kith_entity does not read all names for one that nobody goes by") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("large.db");
    bench::write_random_database({.actors = 2'000, .claims = 2'000, .seed = 7}, path);
    Host host(path, SQLITE_OPEN_READONLY);
    const auto steps = [&](const char* name) {
        int count = 0;
        sqlite3_progress_handler(
            host.handle(), 1, [](void* counted) { return ++*static_cast<int*>(counted), 0; }, &count);
        host.ask("SELECT kith_entity(?)", {name});
        sqlite3_progress_handler(host.handle(), 0, nullptr, nullptr);
        return count;
    };
    REQUIRE(host.ask("SELECT kith_entity('Actor 17')") != "NULL");
    REQUIRE(host.ask("SELECT kith_entity('Aktor 17')") == "NULL");
    CHECK(steps("Aktor 17") < 2 * steps("Actor 17"));
}

TEST_CASE("functions join with tables and with one another") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT p.hop, c.object FROM kith_path('Iran', 'Wagner') p, kith_claims(p.from_id, p.to_id) c "
                   "ORDER BY 1") == "1|Russia 2|Wagner");
    CHECK(host.ask("SELECT e.name, count(*) FROM kith_neighbours n, entity e WHERE n.entity = e.id GROUP BY 1") ==
          "Hezbollah|1 Iran|1 Russia|2 Wagner|2");
    CHECK(host.ask("SELECT count(*) FROM entity a, entity b, kith_path p WHERE p.start = a.id AND p.target = b.id AND "
                   "a.name = 'Iran' AND b.name <> 'Iran'") == "6");
}

TEST_CASE("what is missing or wrong is told with the next step") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT 1 FROM kith_path('Wagner', 'Hezbolla')") ==
          "error: Hezbolla: no entity goes by this name. Did you mean Hezbollah?");
    CHECK(host.ask("SELECT 1 FROM kith_path('Wagner', 'Iran', 'max_hop=3')") ==
          "error: there is no argument \"max_hop\" here. Did you mean max_hops?");
    CHECK(
        host.ask("SELECT 1 FROM kith_path('Wagner', 'Iran', 'status=actul')").starts_with("error: status: \"actul\""));
    CHECK(host.ask("SELECT 1 FROM kith_path('Wagner')").starts_with("error: kith_path: the argument \"target\""));
    CHECK(host.ask("SELECT 1 FROM kith_claims(99)") == "error: #99: no entity has this number");
    CHECK(host.ask("SELECT 1 FROM kith_k_paths('Wagner', 'Iran', 0)").starts_with("error: k is no whole number"));
    CHECK(host.ask("SELECT 1 FROM kith_neighbours('Wagner', 'status=actual')").starts_with("error: depth is no"));
    CHECK(host.ask("SELECT 1 FROM kith_path('Wagner', 'Wagner')").empty());  // a join meets it
    CHECK(host.ask("CREATE TEMP TABLE Claim (a)").empty());
    CHECK(host.ask("SELECT kith_entity('Wagner')").starts_with("error: the temporary table \"Claim\" hides"));
}

TEST_CASE("a database that is not kith's is refused") {
    const test::TemporaryDirectory directory;
    Host memory(":memory:");
    CHECK(memory.ask("SELECT kith_entity('Wagner')").starts_with("error: the main database of this connection is not"));
    CHECK(memory.ask("ATTACH ? AS war", {write_database(directory)}).empty());
    CHECK(memory.ask("SELECT 1 FROM kith_claims('Wagner')").starts_with("error: the main database of this connection"));
    CHECK(memory.ask("SELECT kith_name_key('Wagner')") == "wagner");
}

TEST_CASE("NULL gives no rows for a name, and counts as left out elsewhere") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("SELECT count(*) FROM kith_path(NULL, 'Iran')") == "0");
    CHECK(host.ask("SELECT count(*) FROM kith_path('Iran', NULL)") == "0");
    CHECK(host.ask("SELECT count(*) FROM kith_k_paths('Iran', 'Wagner', NULL)") == "0");
    CHECK(host.ask("SELECT count(*) FROM kith_neighbours('Russia', NULL, NULL)") == "2");
    CHECK(host.ask("SELECT count(*) FROM kith_path('Iran', 'Russia', NULL)") == "1");
}

TEST_CASE("hostile arguments end in an error or an answer") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    const std::vector<std::string> texts = {"",
                                            "=",
                                            ",",
                                            "|",
                                            "\"",
                                            "status",
                                            "status=",
                                            "status=actual|",
                                            "max_hops=99999999999999999999",
                                            "max_hops=-1",
                                            "max_hops=4,max_hops=5",
                                            "speaker=\"",
                                            "from=Iran",
                                            "min_confidence=nan",
                                            "since=9999999-99-99",
                                            std::string("a\0b=c", 5),
                                            "\xff\xfe=\xc0",
                                            "status=\xed\xa0\x80",
                                            std::string(1 << 20, 'x'),
                                            std::string(1 << 20, '='),
                                            "speaker=" + std::string(1 << 16, ','),
                                            "avoid=" + std::string(60'000, '|')};
    for (const std::string& each : texts) {
        CAPTURE(each.substr(0, 40));
        for (const char* sql : {"SELECT 1 FROM kith_path('Iran', 'Russia', ?)", "SELECT 1 FROM kith_path(?, 'Russia')",
                                "SELECT 1 FROM kith_claims('Iran', NULL, ?)", "SELECT 1 FROM kith_neighbours(?)",
                                "SELECT 1 FROM kith_claims(CAST(? AS BLOB))"}) {
            const std::string answer = host.ask(sql, {each});
            CHECK((answer == "1" || answer.starts_with("error: ") || answer.empty()));
            CHECK(answer.size() < 2000);
        }
        host.ask("SELECT kith_entity(?1), kith_name_key(?1)", {each});
    }
    CHECK(host.ask("SELECT 1 FROM kith_path('Iran', 'Russia', 4)").starts_with("error: the options are no text"));
    CHECK(host.ask("SELECT 1 FROM kith_path(1.5, 'Russia')").starts_with("error: an entity is named by"));
    CHECK(host.ask("SELECT 1 FROM kith_claims(-9223372036854775808)").starts_with("error: #-9223"));
}

TEST_CASE("inside a transaction the functions see what is written, and a rollback takes it back") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    const std::string merge =
        "INSERT INTO merged_entity (entity, canonical) SELECT b.id, a.id FROM entity a, entity b WHERE a.name = 'Iran' "
        "AND b.name = 'Hezbollah'";
    const std::string who = "SELECT name FROM entity WHERE id = kith_entity('Hezbollah')";
    CHECK(host.ask(who) == "Hezbollah");
    CHECK(host.ask("BEGIN").empty());
    CHECK(host.ask(merge).empty());
    CHECK(host.ask(who) == "Iran");
    CHECK(host.ask("SELECT hop FROM kith_path('Hezbollah', 'Wagner')") == "1");
    CHECK(host.ask("DELETE FROM merged_entity").empty());
    CHECK(host.ask(who) == "Hezbollah");
    CHECK(host.ask(merge).empty());
    CHECK(host.ask(who) == "Iran");
    CHECK(host.ask("ROLLBACK").empty());
    CHECK(host.ask(who) == "Hezbollah");
    CHECK(host.ask(merge).empty());
    CHECK(host.ask(who) == "Iran");
    CHECK(sqlite3_get_autocommit(host.handle()) != 0);  // no transaction is left open
    CHECK(sqlite3_txn_state(host.handle(), nullptr) == SQLITE_TXN_NONE);
}

TEST_CASE("answers can be written into a table while they are asked") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("CREATE TABLE way AS SELECT hop, object FROM kith_path('Iran', 'Wagner')").empty());
    CHECK(host.ask("INSERT INTO way SELECT p.hop + 10, p.object FROM way w, kith_path('Iran', 'Wagner') p "
                   "WHERE w.hop = p.hop")
              .empty());
    CHECK(host.ask("SELECT hop, object FROM way") == "1|Russia 2|Wagner 11|Russia 12|Wagner");
    CHECK(host.ask("SAVEPOINT reading").empty());
    CHECK(host.ask("UPDATE way SET object = (SELECT quote FROM kith_claims(way.object) LIMIT 1)").empty());
    CHECK(host.ask("ROLLBACK TO reading").empty());
    CHECK(host.ask("RELEASE reading").empty());
    CHECK(host.ask("SELECT count(*) FROM way WHERE object = 'Russia'") == "2");
}

TEST_CASE("what another connection writes is seen by the next question") {
    const test::TemporaryDirectory directory;
    const std::string path = write_database(directory);
    Host host(path, SQLITE_OPEN_READONLY);
    CHECK(host.ask("SELECT kith_entity('Hezbollah') = kith_entity('Iran')") == "0");
    {
        StoreWriter writer(path);
        const Store store(path);
        writer.judge(store.find_entity("Iran").id, store.find_entity("Hezbollah").id, "same", "test");
        writer.commit();
    }
    CHECK(host.ask("SELECT kith_entity('Hezbollah') = kith_entity('Iran')") == "1");
}

TEST_CASE("the host's time limit ends a question, with SQLite's own code") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    sqlite3_progress_handler(
        host.handle(), 1, [](void*) { return 1; }, nullptr);
    CHECK(host.ask("SELECT 1 FROM kith_path('Iran', 'Russia')") == "error: interrupted");
    CHECK(sqlite3_errcode(host.handle()) == SQLITE_INTERRUPT);
    sqlite3_progress_handler(host.handle(), 0, nullptr, nullptr);
    CHECK(host.ask("SELECT 1 FROM kith_path('Iran', 'Russia')") == "1");
}

TEST_CASE("sqlite3_interrupt ends a search, also one that SQLite knows nothing of") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("large.db");
    bench::write_random_database({.actors = 2'000, .claims = 20'000, .seed = 7}, path);
    Host host(path);
    // Now the tables are known: an interruption while SQLite makes one would be told as that.
    CHECK(host.ask("SELECT count(*) FROM kith_k_paths(18, 1712, 1)") != "0");
    for (const bool indexed : {false, true}) {
        if (indexed) make_path_index(Store(path));  // the search is in memory then
        std::atomic<bool> done = false;
        std::thread other([&] {
            while (!done) sqlite3_interrupt(host.handle());
        });
        CHECK(host.ask("SELECT 1 FROM kith_k_paths(18, 1712, 100, 'order=surest')") == "error: interrupted");
        CHECK(sqlite3_errcode(host.handle()) == SQLITE_INTERRUPT);
        done = true;
        other.join();
        CHECK(host.ask("SELECT count(*) > 0 FROM kith_path(18, 1712)") == "1");
    }
}

TEST_CASE("the option timeout ends a question") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("large.db");
    bench::write_random_database({.actors = 2'000, .claims = 20'000, .seed = 7}, path);
    Host host(path);
    const auto ask = [&](const std::string& seconds) {
        return host.ask("SELECT count(*) > 0 FROM kith_k_paths(18, 1712, 100, 'order=surest,timeout=" + seconds + "')");
    };
    CHECK(ask("0.001") == "error: interrupted");
    CHECK(sqlite3_errcode(host.handle()) == SQLITE_INTERRUPT);
    CHECK(ask("600") == "1");
    CHECK(ask("0").starts_with("error: timeout"));
}

TEST_CASE("views in a schema that the host distrusts may not ask kith, but may make keys") {
    const test::TemporaryDirectory directory;
    Host host(write_database(directory));
    CHECK(host.ask("CREATE VIEW way AS SELECT hop FROM kith_path('Iran', 'Russia')").empty());
    CHECK(host.ask("CREATE VIEW keys AS SELECT kith_name_key(name) AS key FROM entity WHERE name = 'Iran'").empty());
    CHECK(host.ask("SELECT * FROM way") == "1");
    sqlite3_db_config(host.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    CHECK(host.ask("SELECT * FROM way").starts_with("error: unsafe use of virtual table"));
    CHECK(host.ask("SELECT * FROM keys") == "iran");
}

TEST_CASE("the connection can be closed and the extension loaded again") {
    const test::TemporaryDirectory directory;
    const std::string path = write_database(directory);
    for (int i = 0; i < 3; ++i) {
        Host host(path);
        CHECK(host.ask("SELECT count(*) FROM kith_neighbours('Russia')") == "2");
        CHECK(host.close() == SQLITE_OK);
    }
}
