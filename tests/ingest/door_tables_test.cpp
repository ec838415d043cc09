// Tables as files: what they are written in, what lies beside them, and what breaks them.
#include <doctest/doctest.h>

#include <unicode/unistr.h>

#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/documents/decoder.hpp"
#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::RecordingSink;
using test::TemporaryDirectory;

using Texts = std::vector<std::string>;

namespace {

std::string utf16(const std::string& utf8, bool is_little) {
    std::string bytes = is_little ? "\xFF\xFE" : "\xFE\xFF";
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    for (int32_t i = 0; i < text.length(); ++i) {
        const auto low = static_cast<char>(text[i] & 0xFF), high = static_cast<char>(text[i] >> 8);
        bytes += is_little ? low : high;
        bytes += is_little ? high : low;
    }
    return bytes;
}

struct Taken {
    Texts claims, skipped, notes;
    IngestReport report;
};

Taken take(const std::vector<std::string>& paths, const IngestOptions& options = {}) {
    RecordingSink sink;
    Taken taken;
    taken.report = ingest_paths(paths, options, sink);
    for (const RecordingSink::Claim& each : sink.claims) {
        taken.claims.push_back(each.record.subject.name + " " + each.record.relation + " " + each.record.object.name);
    }
    for (const Skipped& each : taken.report.skipped)
        taken.skipped.push_back(std::to_string(each.position.line) + ": " + each.reason);
    for (const Note& each : taken.report.notes) taken.notes.push_back(each.text);
    return taken;
}

Taken take_bytes(const std::string& bytes) {
    const TemporaryDirectory directory;
    return take({directory.write("ties.csv", bytes)});
}

const std::string ukrainian = "subject;relation;object\r\nКиїв;trades_with;Łódź\r\n";

}  // namespace

TEST_CASE("tables are decoded as articles are") {
    const Texts expected = {"Київ trades_with Łódź"};
    CHECK(take_bytes(ukrainian).claims == expected);
    CHECK(take_bytes("\xEF\xBB\xBF" + ukrainian).claims == expected);
    CHECK(take_bytes(utf16(ukrainian, true)).claims == expected);
    CHECK(take_bytes(utf16(ukrainian, false)).claims == expected);
    CHECK(take_bytes("subject,relation,object\nSoci\xE9t\xE9 G\xE9n\xE9rale,trades_with,Cr\xE9"
                     "dit Agricole\n")
              .claims == Texts{"Société Générale trades_with Crédit Agricole"});
}

TEST_CASE("a long table is decoded in pieces, and no letter falls between two") {
    std::string table = "subject,relation,object\n";
    for (int i = 0; i < 120'000; ++i) table += "Müller " + std::to_string(i) + ",meets,Øst\n";
    const TemporaryDirectory directory;
    const Taken taken = take({directory.write("long.csv", utf16(table, true))});
    CHECK(taken.claims.size() == 120'000);
    CHECK(taken.claims.back() == "Müller 119999 meets Øst");
    CHECK(taken.skipped.empty());
}

TEST_CASE("a byte without a meaning costs its row alone") {
    const std::string rows = "Caf\xE9 de la Gare,meets,Th\xE9\xE2tre du Ch\xE2telet\n";
    std::string table = "subject,relation,object\n";
    for (int i = 0; i < 60'000; ++i) table += rows;
    const Taken taken = take_bytes(table + "K\x81,meets,B\nA,meets,B\n");
    CHECK(taken.claims.size() == 60'001);
    REQUIRE(taken.skipped.size() == 1);
    CHECK(taken.skipped[0].starts_with("60002: a byte of it has no meaning in "));
}

TEST_CASE("edges are read with the names of the nodes beside them") {
    const TemporaryDirectory directory;
    directory.write("nodes.csv", "Id;Label\n17;Ada Byron\n4;Acme\n");
    const std::string edges = directory.write("edges.csv", "Source;Target;Type;Label\n17;4;Directed;owns\n");
    CHECK(take({edges}).claims == Texts{"Ada Byron owns Acme"});

    const TemporaryDirectory neo4j;
    neo4j.write("people.csv", "personId:ID,name,:LABEL\np1,Ada Byron,Person\n");
    neo4j.write("firms.csv", ":ID,name,:LABEL\nf1,Acme,Company;Listed\n");
    const std::string ties = neo4j.write("ties.csv", ":START_ID,:END_ID,:TYPE\np1,f1,LEADS\n");
    CHECK(take({ties}).claims == Texts{"Ada Byron leads Acme"});
}

TEST_CASE("OFAC's three tables are one list") {
    const TemporaryDirectory directory;
    directory.write(
        "sdn.csv",
        "36,\"EXAMPLE LINES CO.\",-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"a.k.a. 'EXLINE'.\"\n"
        "77,\"DOE, John\",individual,SDGT,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1961; Linked To: EXAMPLE "
        "LINES CO..\"\n"
        "78,GLORIA,vessel,IRAN,-0- ,-0- ,Tanker,-0- ,-0- ,-0- ,Gloria Shipping,\"Vessel Registration Identification "
        "IMO "
        "9187629; Linked To: EXAMPLE LINES CO..\"\n"
        "\x1A");
    directory.write("alt.csv", "36,12,aka,EXAMPLE NAVIGATION,-0- \n99,13,aka,NOBODY,-0- \n");
    directory.write("add.csv", "36,1,\"1 Quay Street\",Valletta,Malta,-0- \n77,2,-0- ,-0- ,-0- ,-0- \n");
    RecordingSink sink;
    const IngestReport report = ingest_paths({directory.path().string()}, {}, sink);
    Texts claims;
    for (const RecordingSink::Claim& each : sink.claims)
        claims.push_back(each.record.subject.name + " " + each.record.relation + " " + each.record.object.name);
    CHECK(claims == Texts{"EXAMPLE LINES CO. based_in Malta", "United States designates EXAMPLE LINES CO.",
                          "United States designates DOE, John", "DOE, John cooperates_with EXAMPLE LINES CO.",
                          "United States designates GLORIA", "EXAMPLE LINES CO. owns GLORIA",
                          "Gloria Shipping owns GLORIA"});
    CHECK(sink.claims[3].record.object.identifiers == std::vector<Identifier>{{"ofac", "36"}});
    CHECK(sink.claims[3].record.subject.kind == EntityKind::person);
    REQUIRE(report.skipped.size() == 1);  // and the mark of an end that DOS wrote
    CHECK(report.skipped[0].reason == "\"99\" does not stand in sdn.csv");
}

TEST_CASE("reasons are counted without what differs") {
    const Taken taken = take_bytes("subject,relation,object\nA,likes,B\nA,loves,B\nA,meets\nA,meets,B,C\n,meets,B\n");
    REQUIRE(taken.report.reasons.size() == 3);
    CHECK(taken.report.reasons[0].reason == "unknown relation \"...\"");
    CHECK(taken.report.reasons[0].count == 2);
    CHECK(taken.report.reasons[1].reason == "the row has N fields, the header N");
    CHECK(taken.report.reasons[1].count == 2);
}

TEST_CASE("whoever says what columns are has tables, whatever they are called, and articles beside them") {
    const TemporaryDirectory directory;
    const std::string file = directory.write("list.txt", "o|c\nAda|Acme\n");
    const std::string article = directory.write("story.txt", "Ada Byron | London\n\nShe met Bo Ray, they say.\n");
    IngestOptions options;
    options.tables.columns = "o=subject,c=object";
    options.tables.relation = "owns";
    options.tables.rows = 5;
    const Taken taken = take({file, article}, options);
    CHECK(taken.claims == Texts{"Ada owns Acme"});
    CHECK(taken.skipped.empty());
    CHECK(taken.notes == Texts{"not read: a dry run shows tables. kith extract shows the claims of texts"});
}

TEST_CASE("a table of which every claim is refused leaves nothing in the database, and one that is taken counts once") {
    const TemporaryDirectory directory;
    const std::string header = "subject,subject_kind,relation,object,object_kind\n";
    const std::string refused =
        directory.write("refused.csv", header + "Quorvex,company,relative_of,Zantibo,company\n");
    const std::string taken = directory.write("taken.csv", header + "Quorvex,company,relative_of,Zantibo,company\n" +
                                                               "Quorvex,company,owns,Zantibo,company\n");
    StoreWriter writer(directory.file("a.db"));
    const IngestReport report = ingest_paths({refused, taken}, {}, writer);
    writer.commit();
    CHECK(report.skipped_count == 2);
    CHECK(report.documents == 1);
    const std::vector<Document> documents = Store(directory.file("a.db")).documents();
    REQUIRE(documents.size() == 1);
    CHECK(documents.front().location == taken);
}

TEST_CASE("hostile tables harm no database") {
    const TemporaryDirectory directory;
    const std::string database = directory.file("war.db");
    const std::string good = directory.write("good.csv", "subject,relation,object\nA,meets,B\n");
    const auto ingest = [&](const std::string& path, bool strict = false) {
        StoreWriter writer(database);
        const IngestReport report = ingest_paths({path}, {.strict = strict}, writer);
        writer.commit();
        return report;
    };
    ingest(good);
    std::string columns = "subject,relation,object";
    for (int i = 0; i < 100'000; ++i) columns += ",c" + std::to_string(i);
    const std::string head = "subject,relation,object\n";
    const std::pair<std::string, std::string> cases[] = {
        {head + "A,meets,\"" + std::string(std::size_t{10} << 20, 'x') + "\"\nC,meets,D\n",
         "a quote is not closed within 1 MiB"},
        {head + "A,meets,\"B\nC,meets,D\n", "a quote is not closed"},
        {head + "A\xFF,meets,B\xC3\nC,meets,D\xC3\xA9\n", "not valid UTF-8"},
        {head + std::string("A\0,meets,B\nC,meets,D\n", 21), "not text: it holds a byte 0x00"},
        {utf16(head + "A,meets,B\n", true).substr(2), "not text: byte 0x00 at offset 1"},
        {columns + "\nA,meets,B\n", "the row has 3 fields, the header 100003"},
    };
    for (const auto& [bytes, reason] : cases) {
        const std::string path = directory.write("bad.csv", bytes);
        CAPTURE(reason);
        const IngestReport report = ingest(path);
        REQUIRE_FALSE(report.skipped.empty());
        CHECK(report.skipped.front().reason.starts_with(reason));
        CHECK_THROWS_AS(ingest(path, true), Error);
        CHECK(Store(database).find_entity("A").id == 1);
    }
}
