// What is known by a name is the same for articles and tables, whichever comes first.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/resolution/duplicates.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

namespace kith {
namespace {

using test::RecordingSink;
using test::TemporaryDirectory;

struct Graph {
    std::size_t entities = 0;
    std::vector<bool> same;  // whether the two names of each pair lead to one entity
};

// Each path by a run of its own.
Graph ingested(const std::vector<std::string>& paths, const std::vector<std::pair<std::string, std::string>>& pairs,
               const IngestOptions& options = {}) {
    const TemporaryDirectory directory;
    const std::string database = directory.file("graph.db");
    for (const std::string& path : paths) {
        StoreWriter writer(database);
        ingest_paths({path}, options, writer);
        join_duplicates(writer);
        writer.commit();
    }
    const Store store(database);
    Graph graph;
    std::set<EntityId> entities;
    for (EntityId id = 1; id <= store.statistics().entities; ++id) entities.insert(store.canonical(id));
    graph.entities = entities.size();
    for (const auto& [one, other] : pairs)
        graph.same.push_back(store.find_entity(one).id == store.find_entity(other).id);
    return graph;
}

TEST_CASE("who the gazetteer knows is called as it calls him, whatever is read first") {
    const TemporaryDirectory directory;
    const std::string article =
        directory.write("article.txt",
                        "Senate Democrats criticised Iran in Teheran. The G.O.P. criticised Iran, "
                        "too. Hizballah attacked Israel.\n");
    const std::string table = directory.write("table.csv",
                                              "subject,relation,object,subject_kind,object_kind\n"
                                              "Hizbullah,based_in,Va.,armed_group,place\n"
                                              "Republicans,criticizes,Democrats,party,party\n");
    for (const std::vector<std::string>& order : {std::vector{article, table}, {table, article}}) {
        const std::string database = directory.file("graph.db");
        std::filesystem::remove(database);
        StoreWriter writer(database);
        ingest_paths(order, {}, writer);
        writer.commit();
        const Store store(database);
        for (const char* name : {"Democratic Party", "Republican Party", "Hezbollah", "Virginia"}) {
            INFO(name << ", first " << order.front());
            CHECK(store.find_entity(name).name == name);
        }
        CHECK(store.find_entity("Va.").name == "Virginia");
    }
}

TEST_CASE("a table's names are those of the articles, whichever is read first") {
    const TemporaryDirectory directory;
    const std::string article = directory.write("article.txt",
                                                "Wagner is preparing to supply Hezbollah with missiles, Vladimir Putin "
                                                "said. The United States sanctioned the Wagner Group.\n");
    const std::string table = directory.write("table.csv",
                                              "subject,relation,object,subject_kind\n"
                                              "PMC Wagner,supplies,Hizbullah,\n"
                                              "USA,sanctions,WAGNER,state\n"
                                              "\"PUTIN, Vladimir\",leads,RUSSIA,person\n");
    const std::vector<std::pair<std::string, std::string>> pairs = {{"Wagner Group", "PMC Wagner"},
                                                                    {"Hezbollah", "Hizbullah"},
                                                                    {"USA", "United States"},
                                                                    {"Putin", "PUTIN, Vladimir"}};
    for (const std::vector<std::string>& order : {std::vector{article, table}, {table, article}}) {
        const Graph graph = ingested(order, pairs);
        CHECK(graph.entities == 5);
        CHECK(graph.same == std::vector<bool>(pairs.size(), true));
    }
}

TEST_CASE(
    "a kind that a row leaves out is the gazetteer's, and what the relation does not take is another of that name") {
    const TemporaryDirectory directory;
    const std::string table = directory.write("table.csv",
                                              "subject,relation,object,subject_kind\n"
                                              "USA,sanctions,PMC Wagner,\n"
                                              "Tehran,supplies,Hamas,\n"
                                              "Iran,works_for,Hamas,person\n"
                                              "USA,works_for,Hamas,state\n");
    RecordingSink sink;
    const IngestReport report = ingest_paths({table}, {}, sink);
    REQUIRE(sink.claims.size() == 3);
    CHECK(sink.claims[0].record.subject.kind == EntityKind::state);
    CHECK(sink.claims[0].record.object.kind == EntityKind::armed_group);
    CHECK(sink.claims[0].record.object.known_identifiers == std::vector<Identifier>{{"ofac", "22543"}});
    CHECK(sink.claims[1].record.subject.name == "Iran");
    CHECK(sink.claims[2].record.subject.kind == EntityKind::person);
    CHECK(sink.claims[2].record.subject.known_identifiers.empty());
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped[0].position.line == 5);
}

TEST_CASE("what a user knows makes one entity of an article's and a table's names, in every order and in one run") {
    const TemporaryDirectory directory;
    const std::string known =
        directory.write("people.csv",
                        "name,kind,aliases,identifiers\n"
                        "Blue Lantern Trading,company,Lampa Verde|Blue Lantern,ogrn:1027700132195\n"
                        "Boris Vartan,person,Old Bear,\n");
    const std::string article =
        directory.write("article.txt", "Blue Lantern sold drones to Mali, Old Bear said in Moscow on Tuesday.\n");
    const std::string table = directory.write("table.csv",
                                              "subject,relation,object\n"
                                              "LAMPA VERDE,supplies,Iran\n"
                                              "\"VARTAN, Boris\",leads,Lampa Verde\n");
    const std::string more = directory.write("more.csv",
                                             "subject,relation,object,subject_kind\n"
                                             "Blue Lantern Trading,supplies,Chad,company\n");
    const std::vector<std::pair<std::string, std::string>> pairs = {
        {"Blue Lantern", "Lampa Verde"}, {"Blue Lantern Trading", "Blue Lantern"}, {"Old Bear", "Boris Vartan"}};
    std::vector<std::string> order = {article, more, table};
    std::ranges::sort(order);
    std::optional<std::size_t> entities;
    do {
        const Graph graph = ingested(order, pairs, {.gazetteers = {known}});
        CHECK(graph.same == std::vector<bool>(pairs.size(), true));
        if (!entities) entities = graph.entities;
        CHECK(graph.entities == *entities);
    } while (std::ranges::next_permutation(order).found);
    CHECK(ingested({directory.path().string()}, {}, {.format = InputFormat::automatic}).entities > *entities);
}

TEST_CASE("a database keeps what a user knew: later runs need the file no more, and identifiers lead to its entities") {
    const TemporaryDirectory directory;
    const std::string known = directory.write("people.csv",
                                              "name,kind,aliases,identifiers\n"
                                              "Blue Lantern Trading,company,Lampa Verde,ogrn:1027700132195\n");
    const std::string table = directory.write("table.csv", "subject,relation,object\nLampa Verde,supplies,Iran\n");
    const std::string database = directory.file("graph.db");
    {
        StoreWriter writer(database);
        ingest_paths({}, {.gazetteers = {known}}, writer);
        writer.commit();
    }
    {
        StoreWriter writer(database);
        ingest_paths({table}, {}, writer);
        writer.commit();
    }
    const Store store(database);
    CHECK(store.find_entity("Lampa Verde").name == "Blue Lantern Trading");
    CHECK(store.find_entity("ogrn:1027700132195").name == "Blue Lantern Trading");
    CHECK(store.statistics().entities == 2);
}

TEST_CASE("a user's entities go into the sink as those of their file, and are counted with the documents") {
    const TemporaryDirectory directory;
    const std::string known = directory.write("people.tsv",
                                              "name\tkind\taliases\tidentifiers\n"
                                              "Ever Bold\tvehicle\tBold\timo:9187629\n");
    RecordingSink sink;
    const IngestReport report = ingest_paths({}, {.gazetteers = {known}}, sink);
    CHECK(report.documents == 1);
    CHECK(sink.current == known);
    REQUIRE(sink.entities.size() == 1);
    CHECK(sink.entities[0].name == "Ever Bold");
    CHECK(sink.entities[0].aliases == std::vector<std::string>{"Bold"});
    CHECK(sink.entities[0].known_identifiers == std::vector<Identifier>{{"imo", "9187629"}});
}

TEST_CASE("a gazetteer with a mistake stops the run before anything is read") {
    const TemporaryDirectory directory;
    const std::string known = directory.write("people.csv", "name,kind\nAda,\n");
    const std::string article = directory.write("article.txt", "Turkey sold drones to Mali.\n");
    RecordingSink sink;
    CHECK_THROWS_WITH_AS(ingest_paths({article}, {.gazetteers = {known}}, sink), (known + ":2:5: no kind").c_str(),
                         Error);
    CHECK_THROWS_AS(ingest_paths({article}, {.gazetteers = {directory.file("none.csv")}}, sink), Error);
    CHECK(sink.documents.empty());
}

}  // namespace
}  // namespace kith
