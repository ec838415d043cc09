// GraphML and GEXF: nodes are entities, edges rows of a table.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using Texts = std::vector<std::string>;

namespace {

struct Read {
    test::RecordingSink sink{};
    Texts claims{}, entities{}, skipped{}, notes{};
    std::int64_t documents = 0;
};

Read read_file(const std::string& path, const IngestOptions& options = {}) {
    Read read;
    const IngestReport report = ingest_paths({path}, options, read.sink);
    for (const auto& [document, claim] : read.sink.claims)
        read.claims.push_back(claim.subject.name + ' ' + claim.relation + ' ' + claim.object.name);
    for (const EntityReference& each : read.sink.entities)
        read.entities.push_back(each.name + ", " + std::string(to_string(each.kind)));
    for (const Skipped& each : report.skipped)
        read.skipped.push_back(std::to_string(each.position.line) + ": " + each.reason);
    for (const Note& each : report.notes) read.notes.push_back(each.text);
    read.documents = report.documents;
    return read;
}

Read read_good(const std::string& name) {
    return read_file(KITH_SOURCE_DIR "/tests/data/good/" + name);
}

Read read_bad(const std::string& name) {
    return read_file(KITH_SOURCE_DIR "/tests/data/bad/" + name);
}

Read read_text(const std::string& content, const std::string& name, const IngestOptions& options = {}) {
    const test::TemporaryDirectory directory;
    return read_file(directory.write(name, content), options);
}

std::string graphml(const std::string& content) {
    return "<graphml><key id=\"r\" for=\"edge\" attr.name=\"relation\"/><graph>\n" + content + "</graph></graphml>\n";
}

}  // namespace

TEST_CASE("GraphML of NetworkX: attributes tell kinds, aliases, identifiers, and the relation in any form") {
    const Read read = read_good("networkx.graphml");
    CHECK(read.skipped.empty());
    CHECK(read.claims == Texts{"Vadim Zorin owns n1", "Blue Lantern owns n1"});
    CHECK(read.entities == Texts{"Vadim Zorin, person", "n1, company", "Blue Lantern, company"});
    CHECK(read.sink.entities[0].aliases == Texts{"V. Zorin", "Вадим Зорин"});
    const ClaimRecord& claim = read.sink.claims[0].record;
    CHECK(claim.subject.kind == EntityKind::person);
    CHECK(claim.time == "2019-03..");
    CHECK(claim.line == 9);
    CHECK(claim.object.identifiers == std::vector{make_identifier("lei", "529900T8BM49AURSDO55")});
    CHECK(read.documents == 1);
}

TEST_CASE("GraphML of yEd: names stand in its drawings, and a node is what its tie takes it for") {
    const Read read = read_good("yed.graphml");
    CHECK(read.skipped.empty());
    CHECK(read.claims == Texts{"Ada Vance leads Acme & Sons"});
    CHECK(read.entities.empty());  // entered with their tie
    CHECK(read.sink.claims[0].record.subject.kind == EntityKind::person);
    CHECK(read.sink.claims[0].record.record == "e0");
}

TEST_CASE("GEXF of Gephi: labels, declared attributes with their usual values, the time of an edge") {
    const Read read = read_good("gephi.gexf");
    CHECK(read.skipped.empty());
    CHECK(read.claims == Texts{"Blue Lantern attacks Vantor", "Vantor negotiates_with Blue Lantern"});
    CHECK(read.entities == Texts{"Blue Lantern, armed_group", "Vantor, state", "Loner, organisation"});
    const ClaimRecord& attack = read.sink.claims[0].record;
    CHECK(attack.time == "2021..2022");
    CHECK(attack.status == Status::actual);
    CHECK(attack.quote == "It attacked, he said.");
    CHECK(attack.record == "7");
    CHECK(read.sink.claims[1].record.status == Status::planned);
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0] ==
          "read as --columns Id=record_id,Source=subject,Target=object,label=relation,start=start,"
          "end=end,Status=status,quote=quote; the column \"weight\" means nothing here and is left out");
}

TEST_CASE("what ties the nodes of a graph can be told, as of tables") {
    const std::string graph = graphml("<node id='a'/><node id='b'/><edge source='a' target='b'/>");
    const Read untold = read_text(graph, "g.graphml");
    CHECK(untold.claims.empty());
    CHECK(untold.entities == Texts{"a, organisation", "b, organisation"});
    REQUIRE(untold.skipped.size() == 1);
    CHECK(untold.skipped[0].find("missing relation. Start from --columns Id=record_id,Source=subject,Target=object "
                                 "--relation RELATION") != std::string::npos);
    IngestOptions options;
    options.tables.relation = "allied with";
    CHECK(read_text(graph, "g.graphml", options).claims == Texts{"a allied_with b"});
    options.tables.columns = "Target=subject,Source=object";
    CHECK(read_text(graph, "g.xml", options).claims == Texts{"b allied_with a"});
}

TEST_CASE("an edge with a bad part is told with its line, and the others are taken") {
    const Read read = read_text(graphml("<node id='a'/><node id='b'/>\n"
                                        "<edge source='a' target='b'><data key='r'>likes</data></edge>\n"
                                        "<edge source='a' target='c'><data key='r'>backs</data></edge>\n"
                                        "<edge source='a'/>\n<hyperedge/>\n"
                                        "<edge source='a' target='b'><data key='r'>backs</data></edge>\n"
                                        "<edge source='b' target='a'><data key='r'>backs</data></edge>\n"
                                        "<edge source='a' target='b'><data key='r'>" +
                                        std::string(10 << 20, 'x') + "</data></edge>\n"),
                                "g.graphml");
    CHECK(read.claims == Texts{"a backs b", "b backs a"});
    CHECK(read.skipped == Texts{"5: an edge without source or target", "6: a hyperedge, of which kith has no like",
                                "9: its attributes are longer than 512 KiB",
                                "3: unknown relation \"likes\". kith relations lists them",
                                "4: \"c\" does not stand in the nodes of the graph"});
}

TEST_CASE("a graph is decoded as its declaration says") {
    const std::string graph = "<?xml version='1.0' encoding='windows-1251'?>" +
                              graphml(
                                  "<node id='\xC0\xE4\xE0'/><node id='b'/><edge source='\xC0\xE4\xE0' target='b'>"
                                  "<data key='r'>backs</data></edge>");
    CHECK(read_text(graph, "g.graphml").claims == Texts{"Ада backs b"});
}

TEST_CASE("hostile graphs are told with their place, and what stands before is taken") {
    const Read truncated = read_bad("graphml_truncated.graphml");
    CHECK(truncated.claims == Texts{"a backs b"});
    CHECK(truncated.skipped == Texts{"5: not XML: unclosed token"});
    CHECK(read_bad("graphml_billion_laughs.graphml").skipped ==
          Texts{"3: it declares entities of its own, which are not expanded. Write it again without a DOCTYPE."});
    CHECK(read_bad("graphml_deep.graphml").skipped == Texts{"3: nested deeper than 256 levels"});
    CHECK(read_bad("graphml_invalid_utf_8.graphml").skipped == Texts{"4: not XML: not well-formed (invalid token)"});
    const Read wrong = read_bad("gexf_wrong_types.gexf");
    CHECK(wrong.claims.empty());
    CHECK(wrong.skipped == Texts{"5: an edge without source or target", "7: a node without an id",
                                 "11: an edge without source or target",
                                 "10: \"2\" does not stand in the nodes of the graph"});
    CHECK(read_text("<gexf><graph><nodes><node id='" + std::string(10 << 20, 'x') + "'/></nodes></graph></gexf>",
                    "g.gexf")
              .skipped == Texts{"1: a tag is longer than 4 MiB"});
}

TEST_CASE("a table of edges with Id and Label is not taken for one of nodes") {
    const test::TemporaryDirectory directory;
    directory.write("nodes.csv", "Id,Label\n1,Ada Vance\n2,Acme\n");
    const Read read =
        read_file(directory.write("edges.csv", "Source,Target,Type,Id,Label,Weight\n1,2,Directed,0,owns,1.0\n"));
    CHECK(read.claims == Texts{"Ada Vance owns Acme"});
}
