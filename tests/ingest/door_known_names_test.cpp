// What is known by a name is the same for articles and tables, whichever comes first.
#include <doctest/doctest.h>

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

Graph ingested(const std::vector<std::string>& paths, const std::vector<std::pair<std::string, std::string>>& pairs) {
    const TemporaryDirectory directory;
    const std::string database = directory.file("graph.db");
    for (const std::string& path : paths) {
        StoreWriter writer(database);
        ingest_paths({path}, {}, writer);
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

}  // namespace
}  // namespace kith
