#include "graph/store/store.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "graph/error.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const std::string drones = "Iran ships drones to Russia, the ministry in Kyiv says.";
const std::string drones_again = "Kyiv has shown wreckage. Tehran’s drones reach Russia by way of the Caspian Sea.";

EntityReference state(const std::string& name) {
    return {name, EntityKind::state, name, {}};
}

DocumentRecord document(const std::string& location, const std::string& text,
                        const std::string& published = "2022-10-18") {
    return {location, "", "", "Example Post", published, text, {{0, text.size()}}, {}};
}

ClaimRecord supplies(const std::string& item, std::size_t end) {
    ClaimRecord claim{.subject = state("Iran"),
                      .relation = "supplies",
                      .object = state("Russia"),
                      .speaker = {},
                      .item = item,
                      .role = {},
                      .place = {},
                      .time = {}};
    claim.sentence = {0, end};
    claim.confidence = 0.8;
    return claim;
}

// Two documents that say one thing.
void fill(StoreWriter& writer) {
    writer.begin(document("a.txt", drones));
    writer.add(supplies("drones", drones.size()));
    writer.begin(document("b.txt", drones_again, "2022-10-17"));
    writer.add(supplies("drone", drones_again.size()));
}

}  // namespace

TEST_CASE("what two documents say alike is one claim with evidence from both") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
        CHECK(writer.counts().claims == 1);
        CHECK(writer.counts().evidence == 2);
        writer.commit();
    }
    const Store store(path);
    const auto claims = store.claims({});
    REQUIRE(claims.size() == 1);
    const auto evidence = store.evidence(claims[0].id);
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].document.location == "b.txt");  // published first
    CHECK(evidence[1].evidence.quote == drones);
    CHECK(evidence[0].evidence.quote == drones_again);  // offsets count code points
    const auto edges = store.ties(claims);
    REQUIRE(edges.size() == 1);
    CHECK(edges[0].sources == 2);
    CHECK(edges[0].strength == doctest::Approx(0.96));
    CHECK(date_of(*claims[0].day).to_string() == "2022-10-17");
}

TEST_CASE("the same document twice changes nothing") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    CHECK(writer.begin(document("a.txt", drones)));
    CHECK_FALSE(writer.begin(document("copy of a.txt", drones)));
    CHECK(writer.counts().known_documents == 1);
    CHECK_THROWS_AS(writer.add(supplies("", 4)), Error);
}

TEST_CASE("without commit nothing is written, and a new file is taken away again") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
    }
    CHECK(std::filesystem::is_empty(directory.path()));
    {
        StoreWriter writer(path);
        writer.commit();
    }
    {
        StoreWriter writer(path);
        fill(writer);
    }
    const Store store(path);
    CHECK(store.statistics().documents == 0);
    CHECK(store.generation() == 1);
}

TEST_CASE("a document is forgotten with its evidence, and a claim with its last evidence") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
        writer.commit();
        writer.forget(2);
        writer.commit();
    }
    {
        const Store store(path);
        REQUIRE(store.claims({}).size() == 1);
        CHECK(store.evidence(1).size() == 1);
        CHECK(date_of(*store.claim(1).day).to_string() == "2022-10-18");
    }
    {
        StoreWriter writer(path);
        writer.forget(1);
        CHECK_THROWS_WITH_AS(writer.forget(1), "there is no document number 1", Error);
        writer.commit();
    }
    const Statistics left = Store(path).statistics();
    CHECK(left.claims == 0);
    CHECK(left.entities == 0);
    CHECK(left.aliases == 0);
}

TEST_CASE("a symmetric relation is one claim in both orders") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    writer.begin(document("a.txt", drones));
    ClaimRecord ally = supplies("", 10);
    ally.relation = "allied_with";
    writer.add(ally);
    std::swap(ally.subject, ally.object);
    writer.add(ally);
    CHECK(writer.counts().claims == 1);
}

TEST_CASE("what the ontology forbids is rejected, and the rest goes on") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    writer.begin(document("a.txt", drones));
    ClaimRecord claim = supplies("", 10);
    claim.object = {"Caspian Sea", EntityKind::place, "", {}};
    CHECK_THROWS_WITH_AS(writer.add(claim), "the object of supplies cannot be a place (Caspian Sea)", RejectedRecord);
    claim.relation = "likes";
    CHECK_THROWS_WITH_AS(writer.add(claim), "there is no relation \"likes\"", RejectedRecord);
    claim = supplies("", 10);
    claim.object = state("IRAN");
    CHECK_THROWS_WITH_AS(writer.add(claim), "the claim ties Iran to itself", RejectedRecord);
    claim = supplies("", 10);
    claim.subject.name = "...";
    CHECK_THROWS_AS(writer.add(claim), RejectedRecord);
    claim = supplies("", 10);
    claim.time = "yesterday";
    CHECK_THROWS_AS(writer.add(claim), RejectedRecord);
    writer.add(supplies("", 10));
    CHECK(writer.counts().claims == 1);
}

TEST_CASE("entities are found by any alias, with a suggestion for what is misspelt") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        writer.begin(document("a.txt", drones));
        ClaimRecord claim = supplies("", 10);
        claim.subject = {"Islamic Revolutionary Guard Corps",
                         EntityKind::military_unit,
                         "Revolutionary Guards",
                         {"IRGC", "Pasdaran"}};
        writer.add(claim);
        claim.object = {"Hassan Nasrallah", EntityKind::person, "he", {}};
        writer.add(claim);
        writer.commit();
    }
    const Store store(path);
    for (const char* name : {"irgc", "Pasdaran", "Revolutionary Guards", "the Islamic Revolutionary Guard Corps"}) {
        CAPTURE(name);
        const std::vector<Entity> found = store.entities_named(name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].name == "Islamic Revolutionary Guard Corps");
    }
    CHECK(store.entities_named("he").empty());
    CHECK(store.similar_names("Nasralah").empty());
    CHECK(store.find_entity("Nasrallah").name == "Hassan Nasrallah");  // a surname
    CHECK(store.entities_named("Hassan").empty());
    CHECK(store.similar_names("Hassan") == std::vector<std::string>{"Hassan Nasrallah"});
    CHECK(store.similar_names("Pasdarran") == std::vector<std::string>{"Islamic Revolutionary Guard Corps"});
}

TEST_CASE("a closer kind replaces a vaguer one") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        writer.begin(document("a.txt", drones));
        ClaimRecord claim = supplies("", 10);
        claim.subject = {"Rosoboronexport", EntityKind::organisation, "", {}};
        writer.add(claim);
        claim.subject.kind = EntityKind::company;
        writer.add(claim);
        writer.commit();
    }
    CHECK(Store(path).find_entity("Rosoboronexport").kind == EntityKind::company);
}

TEST_CASE("merged entities answer as one, and are two again when the judgement is withdrawn") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        writer.begin(document("a.txt", drones));
        writer.add(supplies("drones", 10));
        ClaimRecord claim = supplies("missiles", 10);
        claim.subject.name = "Islamic Republic";
        writer.add(claim);
        writer.judge(1, 3, "same", "analyst");
        writer.commit();
    }
    {
        const Store store(path);
        CHECK(store.find_entity("Islamic Republic").name == "Iran");
        CHECK(store.claims_about(1, {}).size() == 2);
        CHECK(store.ties(store.claims_between(2, 3, {})).size() == 1);
        CHECK(store.members(3) == std::vector<EntityId>{1, 3});
    }
    {
        StoreWriter writer(path);
        CHECK(writer.withdraw(3, 1, "analyst"));
        CHECK_FALSE(writer.withdraw(3, 1, "analyst"));
        writer.commit();
    }
    CHECK(Store(path).claims_about(1, {}).size() == 1);
}

TEST_CASE("exclusive alternatives know each other") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        writer.begin(document("a.txt", drones));
        ClaimRecord claim = supplies("", 10);
        claim.alternative = 1;
        writer.add(claim);
        claim.object = state("Syria");
        writer.add(claim);
        writer.commit();
    }
    const Store store(path);
    const auto others = store.alternatives(store.claim(1));
    REQUIRE(others.size() == 1);
    CHECK(others[0].id == 2);
    CHECK(store.alternatives(store.claim(2)).at(0).id == 1);
}

TEST_CASE("the number of a forgotten group of alternatives is not given again") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("kith.db"));
    const auto number_of_group = [&](const std::string& location) {
        writer.begin({.location = location});
        ClaimRecord claim = supplies("", 10);
        claim.alternative = 1;
        claim.item = location;
        writer.add(claim);
        claim.object = state("Syria");
        writer.add(claim);
        return database_of(writer.store()).integer("SELECT max(alternative_of) FROM claim");
    };
    CHECK(number_of_group("a.csv") == 1);
    CHECK(number_of_group("b.csv") == 2);
    writer.forget(2);
    CHECK(number_of_group("c.csv") == 3);
}

TEST_CASE("claims that differ only in an unnamed speaker are two") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
        for (const char* words : {"a senior official", "The senior official", "two diplomats"}) {
            ClaimRecord claim = supplies("drones", 10);
            claim.unnamed_speaker = words;
            writer.add(claim);
        }
        ClaimRecord both = supplies("drones", 10);
        both.speaker = EntityReference{"Hossein Amir-Abdollahian", EntityKind::person, "", {}};
        both.unnamed_speaker = "a diplomat";
        CHECK_THROWS_WITH_AS(writer.add(both), doctest::Contains("two speakers"), RejectedRecord);
        writer.commit();
    }
    const Store store(path);
    const auto claims = store.claims({});
    REQUIRE(claims.size() == 3);
    CHECK(claims[0].unnamed_speaker.empty());
    CHECK(claims[1].unnamed_speaker == "a senior official");  // as it was written first
    CHECK(claims[2].unnamed_speaker == "two diplomats");
    CHECK(store.ties(claims).size() == 1);
    CHECK(store.entities_named("Hossein Amir-Abdollahian").empty());
}

TEST_CASE("filters leave out what they say") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
        ClaimRecord claim = supplies("missiles", 10);
        claim.status = Status::denied;
        claim.confidence = 0.3;
        claim.time = "2015..2018";
        claim.speaker = EntityReference{"Hossein Amir-Abdollahian", EntityKind::person, "", {}};
        claim.extractor = "some-model 4.1";
        writer.add(claim);
        ClaimRecord found_twice = supplies("drones", 10);
        found_twice.extractor = "some-model 4.1";
        writer.add(found_twice);
        writer.commit();
    }
    const Store store(path);
    const auto count = [&](const ClaimFilter& filter) { return store.claims(filter).size(); };
    const EntityId speaker = store.find_entity("Hossein Amir-Abdollahian").id;
    CHECK(count({}) == 2);
    CHECK(count({.relations = store.ontology().matching("conflict")}) == 0);
    CHECK(count({.excluded_relations = store.ontology().matching("support")}) == 0);
    CHECK(count({.statuses = {Status::denied}}) == 1);
    CHECK(count({.speakers = {speaker}}) == 1);
    CHECK(count({.publishers = {"example post"}}) == 2);
    CHECK(count({.publishers = {"Other"}}) == 0);
    CHECK(count({.extractors = {"kith"}}) == 1);
    CHECK(count({.extractors = {"Some-*"}}) == 2);
    CHECK(count({.publishers = {"example post"}, .extractors = {"none", "some-model 4.1"}}) == 2);
    CHECK(count({.extractors = {"model"}}) == 0);
    CHECK(count({.min_confidence = 0.8}) == 1);
    CHECK(count({.min_sources = 2}) == 1);
    CHECK(count({.since = parse_partial_date("2017")->first_day()}) == 2);
    CHECK(count({.since = parse_partial_date("2019")->first_day()}) == 1);
    CHECK(count({.until = parse_partial_date("2016")->last_day()}) == 1);
    CHECK(count({.until = parse_partial_date("2014")->last_day()}) == 0);
}

TEST_CASE("copies of one story are one source") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    const std::vector<std::string> sentences = {"Port officials in Bandar Anzali counted four cargo ships that week. ",
                                                "Two of them left for Astrakhan under the cover of night. ",
                                                "Nobody would say what was in the long wooden crates on deck. ",
                                                "A dock worker remembers that the loading took eleven hours. "};
    const auto story = [&](const std::string& location, const std::string& ending) {
        DocumentRecord record{location, "", "", "", "", "", {}, {}};
        std::string text;
        for (const std::string& sentence : {sentences[0], sentences[1], sentences[2], ending}) {
            record.sentences.push_back({text.size(), text.size() + sentence.size()});
            text += sentence;
        }
        record.text = text;
        return record;
    };
    {
        StoreWriter writer(path);
        for (const auto& record :
             {story("a", sentences[3]), story("b", "The agency in Baku had it first and others followed later.")}) {
            writer.begin(record);
            writer.add(supplies("", 10));
        }
        writer.begin(document("c", sentences[0] + "So an entirely different story begins with a borrowed line."));
        writer.add(supplies("", 10));
        writer.commit();
    }
    const Store store(path);
    CHECK(store.documents()[1].lineage == 1);
    CHECK(store.documents()[2].lineage == 3);
    CHECK(store.ties(store.claims({})).at(0).sources == 2);
}

TEST_CASE("files that are not kith databases are refused and left as they are") {
    const test::TemporaryDirectory directory;
    CHECK_THROWS_WITH_AS(Store(directory.file("none.db")), doctest::Contains("there is no such database"), Error);

    const std::string text = directory.write("text.db", std::string(4096, 'x'));
    CHECK_THROWS_WITH_AS(Store{text}, doctest::Contains("not an SQLite database"), Error);
    CHECK_THROWS_AS(StoreWriter{text}, Error);
    CHECK(test::read_file(text) == std::string(4096, 'x'));

    const std::string other = directory.file("other.db");
    Database(other, Database::Mode::create).execute("CREATE TABLE mine (x)");
    const std::string before = test::read_file(other);
    CHECK_THROWS_WITH_AS(Store{other}, doctest::Contains("of another program"), Error);
    CHECK_THROWS_WITH_AS(StoreWriter{other}, doctest::Contains("of another program"), Error);
    CHECK(test::read_file(other) == before);

    const std::string newer = directory.file("newer.db");
    {
        StoreWriter writer(newer);
        writer.commit();
    }
    Database(newer, Database::Mode::read_write).execute("PRAGMA user_version = 99");
    CHECK_THROWS_WITH_AS(Store{newer}, doctest::Contains("made by a newer kith (schema 99"), Error);
    CHECK_THROWS_WITH_AS(StoreWriter{newer}, doctest::Contains("made by a newer kith"), Error);
}

TEST_CASE("a second writer is told to wait, and readers see the last commit") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    StoreWriter writer(path);
    fill(writer);
    writer.commit();
    StoreWriter(path).commit();  // between its runs a writer keeps nobody waiting
    writer.begin(document("c.txt", "Something else entirely happened."));
    CHECK_THROWS_WITH_AS(StoreWriter{path}, doctest::Contains("another program is writing"), Error);
    CHECK(Store(path).statistics().documents == 2);
}

TEST_CASE("a database can be read where nothing may be written") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    {
        StoreWriter writer(path);
        fill(writer);
        writer.commit();
    }
    chmod(path.c_str(), 0444);
    chmod(directory.path().c_str(), 0555);
    CHECK(Store(path).statistics().documents == 2);
}

TEST_CASE("the same input gives the same file") {
    const test::TemporaryDirectory directory;
    const auto dump = [&](const std::string& name) {
        {
            StoreWriter writer(directory.file(name));
            fill(writer);
            writer.commit();
        }
        return test::read_file(directory.file(name));
    };
    CHECK(dump("one.db") == dump("two.db"));
}

TEST_CASE("numbers that no kith has written are told as damage, never followed") {
    for (const char* change : {"UPDATE claim SET status = 77", "UPDATE claim SET confidence = 1000000",
                               "UPDATE claim SET relation = 65537"}) {
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("odd.db");
        {
            StoreWriter writer(path);
            writer.begin({.location = "source"});
            writer.add({.subject = {"Ada", EntityKind::organisation, "", {}},
                        .relation = "supplies",
                        .object = {"Bo", EntityKind::organisation, "", {}}});
            writer.commit();
        }
        {
            Database odd(path, Database::Mode::read_write);
            odd.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
            odd.execute(change);
        }
        CAPTURE(change);
        CHECK_THROWS_WITH_AS(Store(path).claims({}), doctest::Contains("damaged"), Error);
    }
}

TEST_CASE("a store knows when it is no longer current") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("war.db");
    const auto add = [&](const char* subject) {
        StoreWriter writer(path);
        writer.begin({.location = subject});
        writer.add({.subject = {subject, EntityKind::organisation, "", {}},
                    .relation = "supplies",
                    .object = {"Bo", EntityKind::organisation, "", {}}});
        writer.commit();
    };
    add("Ada");
    const Store store(path);
    add("Cy");
    CHECK(store.is_current());  // and sees what was added
    CHECK(store.entities_named("Cy").size() == 1);

    const Store second(path);
    CHECK(second.is_current());
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
    add("Ada");
    add("Cy");
    CHECK_FALSE(second.is_current());  // another file, though of the same generation
}

TEST_CASE("a claim that is refused leaves the store as it was") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    StoreWriter writer(path);
    fill(writer);
    const EntityReference nobody{"...", EntityKind::person, "", {}}, ann{"Ann", EntityKind::person, "Ann", {"Annie"}};
    const auto changed = [](auto change) {
        ClaimRecord claim = supplies("drones", 4);
        claim.subject = {"Newcomer", EntityKind::company, "Newcomer", {"The New Ones"}};
        claim.place = EntityReference{"Nowhere", EntityKind::place, "Nowhere", {}};
        change(claim);
        return claim;
    };
    const ClaimRecord refused[] = {
        changed([](ClaimRecord& claim) { claim.relation = "juggles"; }),
        changed([](ClaimRecord& claim) { claim.relation = "leads"; }),  // only persons do
        changed([](ClaimRecord& claim) { claim.object = claim.subject; }),
        changed([](ClaimRecord& claim) {
            claim.object = {"the new ones", EntityKind::company, "", {}};
        }),
        changed([&](ClaimRecord& claim) { claim.object = nobody, claim.object.kind = EntityKind::state; }),
        changed([&](ClaimRecord& claim) { claim.speaker = nobody; }),
        changed([&](ClaimRecord& claim) { claim.speaker = ann, claim.unnamed_speaker = "an official"; }),
        changed([&](ClaimRecord& claim) { claim.place = nobody; }),
        changed([](ClaimRecord& claim) { claim.time = "the other day"; }),
        changed([](ClaimRecord& claim) { claim.confidence = std::nan(""); }),
        changed([](ClaimRecord& claim) { claim.confidence = 1.5; }),
    };
    const auto everything = [&] {
        std::string content;
        const Store store = writer.store();
        for (const char* table : {"entity", "alias", "claim", "evidence", "document", "mention"}) {
            Statement rows = database_of(store).prepare(
                "SELECT count(*), total(rowid) FROM (SELECT row_number() OVER () "
                "AS rowid FROM " +
                std::string(table) + ")");
            rows.step();
            content += std::string(rows.text(0)) + ' ';
        }
        return content;
    };
    const std::string before = everything();
    for (const ClaimRecord& claim : refused) {
        CHECK_THROWS_AS(writer.add(claim), RejectedRecord);
        CHECK(everything() == before);
    }
    writer.add(changed([](ClaimRecord&) {}));
    CHECK(everything() != before);
}

TEST_CASE("what is merged with a part stays with it when the whole is split") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    StoreWriter writer(path);
    writer.begin({.location = "a.csv"});
    const auto organisation = [](const char* name) {
        return EntityReference{name, EntityKind::organisation, name, {}};
    };
    writer.add({.subject = organisation("A"), .relation = "supplies", .object = organisation("B")});
    writer.add({.subject = organisation("C"), .relation = "supplies", .object = organisation("D")});
    const Store store = writer.store();
    enum : EntityId { a = 1, b, c, d };
    writer.judge(a, b, "same", "user");
    writer.judge(b, c, "same", "user");
    CHECK(store.members(c) == std::vector<EntityId>{a, b, c});
    CHECK(writer.part(a, b, "user"));
    CHECK(store.members(a) == std::vector<EntityId>{a});
    CHECK(store.members(c) == std::vector<EntityId>{b, c});

    // Held together by way of another too: the latest judgement between them goes.
    writer.judge(a, b, "same", "user");
    writer.judge(a, c, "same", "user");
    CHECK(writer.part(a, b, "user"));
    CHECK(store.canonical(a) != store.canonical(b));

    // By somebody else's judgement: nothing is withdrawn.
    writer.judge(a, d, "same", "Ann");
    writer.judge(d, b, "same", "Ann");
    writer.judge(a, b, "same", "user");
    CHECK_FALSE(writer.part(a, b, "user"));
    CHECK(store.canonical(a) == store.canonical(b));
    CHECK(store.statistics().judgements >= 3);
}

TEST_CASE("relations that are added after a commit belong to the next run, and go with it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    const Ontology insures = Ontology::parse(
        "name\tgroup\tsubject\tobject\tinverse\tsymmetric\ninsures\ttrade\tA\tA\tinsured_by\t0\n", "mine.tsv");
    {
        StoreWriter writer(path);
        writer.commit();
        CHECK(writer.add_relations(insures) == 1);
    }
    CHECK(Store(path).ontology().find("insures") == nullptr);
    StoreWriter writer(path);
    writer.add_relations(insures);
    writer.commit();
    CHECK(Store(path).ontology().find("insures") != nullptr);
}
