// Exports for other tools: what they hold, what a hostile name becomes, and that kith reads its own again.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "graph/resolution/duplicates.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "query/corrections.hpp"
#include "query/example_store.hpp"
#include "query/exported.hpp"
#include "query/graph_export.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::exported;

namespace {

using Random = std::function<std::size_t(unsigned below)>;

// Editions of a list, of which later ones say something else of a record, or have it no more.
void write_editions(StoreWriter& writer, const std::vector<EntityReference>& entities, const Random& below) {
    const std::size_t editions = 1 + below(3);
    for (std::size_t e = 0; e < editions; ++e) {
        writer.begin({.location = "register" + std::to_string(e),
                      .publisher = "Register",
                      .published = "2024-0" + std::to_string(1 + e),
                      .list = "Register: Owner",
                      .edition = "edition " + std::to_string(e),
                      .is_snapshot = below(2) == 0});
        for (std::size_t record = 0; record < 5; ++record) {
            const std::string number = "c" + std::to_string(record);
            if (below(3) == 0) continue;
            writer.add_record(number);
            if (below(4) == 0) continue;
            const std::size_t one = below(7), other = (one + 1 + below(6)) % 7;
            writer.add({.subject = entities[one],
                        .relation = "funds",
                        .object = entities[other],
                        .item = below(2) == 0 ? "" : "cash",
                        .confidence = static_cast<double>(below(1001)) / 1000.0,
                        .sentence = {20 * record, 20 * record + 19},
                        .line = record + 1,
                        .record = number});
        }
    }
}

// What people, and kith, judge of it.
void judge_random(StoreWriter& writer, const Random& below) {
    writer.finish_load();
    const Store store = writer.store();
    const auto entities = static_cast<unsigned>(store.statistics().entities);
    const auto entity = [&] { return static_cast<EntityId>(1 + below(entities)); };
    const auto possible = [](const auto& judge) {
        try {
            judge();
        } catch (const Error&) {  // what cannot be judged so
        }
    };
    const std::vector<std::string> verdicts = {"same", "same", "different", "unsure"};
    for (std::size_t i = below(5); i > 0; --i) {
        const EntityId one = entity(), other = entity();
        const bool may_be_one = kind_class(store.entity(one).kind) == kind_class(store.entity(other).kind);
        const std::string& verdict = verdicts[may_be_one ? below(4) : 2];
        possible([&] { writer.judge(one, other, verdict, below(2) == 0 ? "ana" : "bo", below(2) == 0 ? 1.0 : 0.7); });
    }
    if (below(2) == 0) {
        const EntityId whole = entity();
        const std::vector<DocumentId> documents = store.documents_naming(whole);
        if (documents.size() > 1)
            writer.split_off(whole, std::vector{documents.front()}, "Somebody else " + std::to_string(whole), "ana");
    }
    for (const Claim& claim : store.claims({})) {
        if (below(3) != 0) continue;
        const auto verdict = static_cast<ClaimVerdict>(below(3));
        Correction right = writer.as_said(claim.id);
        right.status = all_statuses()[below(6)];
        if (below(2) == 0) right.object = entity();
        possible([&] {
            writer.judge_claim(claim.id, verdict, below(2) == 0 ? "ana" : "bo", right, below(2) == 0 ? "" : "2024-05");
        });
    }
}

// A small graph that has nothing to do with the world, so that the gazetteer has nothing to add; with places, editions and
// judgements if it is to be `judged`.
void write_random(const std::string& path, unsigned seed, bool judged = false) {
    std::mt19937 random(seed);
    const Random below = [&](unsigned number) { return static_cast<std::size_t>(random() % number); };
    const std::vector<std::string> words = {"Quorvex",  "Zantibo",   "Mirelund", "Oksarra",
                                            "Tivverby", "Pellonque", "Drasmoor"};
    const std::vector<std::string> marks = {"", " & <b>", " \"x\"", ", Ltd", "; two", " ü"};
    std::vector<EntityReference> entities;
    for (std::size_t i = 0; i < words.size(); ++i) {
        EntityReference entity{.name = words[i] + marks[below(6)] + ' ' + std::to_string(i),
                               .kind = below(2) == 0 ? EntityKind::company : EntityKind::person};
        entity.mention = entity.name;
        if (below(3) == 0) entity.aliases = {words[i] + " Trading"};
        if (below(3) == 0) entity.identifiers = {{"wikidata", "Q90000" + std::to_string(i)}};
        entities.push_back(entity);
    }
    const std::vector<std::string> relations = {"supplies", "cooperates_with", "backs", "funds"};
    const std::vector<std::string> texts = {"", "", "arms", "line one\nline two, \"quoted\""};
    StoreWriter writer(path);
    for (std::size_t d = 0; d < 1 + below(4); ++d) {
        DocumentRecord document{.location = "doc" + std::to_string(d),
                                .publisher = below(2) == 0 ? "" : "Paper " + std::to_string(below(2)),
                                .published = below(2) == 0 ? "" : "2023-0" + std::to_string(1 + below(9))};
        const bool has_text = below(2) == 0;
        if (has_text) {
            document.text = "Ünder the bridge " + std::to_string(seed) + '-' + std::to_string(d) +
                            ". A second sentence stands here.";
            const std::size_t second = document.text->find("A second");
            document.sentences = {{0, second - 1}, {second, document.text->size()}};
        }
        writer.begin(document);
        for (std::size_t c = 0; c < below(9); ++c) {  // a text may claim nothing
            const std::size_t one = below(7), other = (one + 1 + below(6)) % 7;
            ClaimRecord claim{.subject = entities[one],
                              .relation = relations[below(4)],
                              .object = entities[other],
                              .status = all_statuses()[below(6)],
                              .item = texts[below(4)],
                              .role = texts[below(4)],
                              .time = below(2) == 0 ? "" : "2019..2022-05",
                              .alternative = below(2) == 0 ? static_cast<int>(1 + below(2)) : 0,
                              .confidence = static_cast<double>(below(1001)) / 1000.0};
            if (below(3) == 0) claim.unnamed_speaker = "a senior official";
            if (claim.unnamed_speaker.empty() && below(3) == 0) claim.speaker = entities[below(7)];
            if (judged && below(3) == 0)
                claim.place = EntityReference{.name = "Harbour " + std::to_string(below(2)), .kind = EntityKind::place};
            claim.sentence = has_text ? document.sentences[below(2)] : TextSpan{10 * c, 10 * c + 9};
            if (has_text && below(2) == 0) claim.cue = {claim.sentence.begin, claim.sentence.begin + 2};
            if (!has_text) {
                claim.line = c + 1;
                claim.quote = texts[below(4)];
                if (below(2) == 0) claim.url = "https://example.org/?a=1&b=" + std::to_string(c);
            }
            writer.add(claim);
        }
    }
    if (judged) {
        write_editions(writer, entities, below);
        judge_random(writer, below);
    }
    writer.commit();
}

// What the export gives once it is read into a new store and exported again.
std::string again(const std::string& first, ExportFormat format, const test::TemporaryDirectory& directory,
                  const std::string& name) {
    const std::string file = directory.file(name), path = directory.file(name + ".db");
    std::ofstream(file, std::ios::binary) << first;
    StoreWriter writer(path);
    const IngestReport report = ingest_paths({file}, {}, writer);
    CHECK(report.skipped_count == 0);
    writer.commit();
    return exported(path, format);
}

// One claim of two with these names.
std::string path_of_pair(const test::TemporaryDirectory& directory, const std::string& one, const std::string& other) {
    const std::string path = directory.file("pair.db");
    StoreWriter writer(path);
    writer.begin({.location = "list", .publisher = "Register"});
    writer.add({.subject = {one, EntityKind::company, one},
                .relation = "owns",
                .object = {other, EntityKind::company, other},
                .sentence = {0, 9},
                .quote = "first line\r\nsecond, \"quoted\" \x01"});
    writer.commit();
    return path;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("what is exported as JSON Lines, FollowTheMoney or GraphML and read again gives the same export") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("random.db");
        write_random(path, seed);
        for (const auto& [format, name] : {std::pair(ExportFormat::jsonl, "graph.jsonl"),
                                           {ExportFormat::ftm, "graph.ftm.jsonl"},
                                           {ExportFormat::graphml, "graph.graphml"}}) {
            CAPTURE(name);
            const std::string first = exported(path, format);
            CHECK(again(first, format, directory, name) == first);
        }
    }
}

TEST_CASE("judgements, merges, partings, places and editions come back with the lines, and all stands as it stood") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("random.db");
        write_random(path, seed, true);
        const std::string first = exported(path, ExportFormat::jsonl);
        CHECK(again(first, ExportFormat::jsonl, directory, "graph.jsonl") == first);
        const auto standing = [](const std::string& database) {
            std::istringstream table(exported(database, ExportFormat::csv));
            std::multiset<std::string> rows;
            for (std::string row; std::getline(table, row);) rows.insert(row);
            return rows;
        };
        CHECK(standing(directory.file("graph.jsonl.db")) == standing(path));
    }
}

TEST_CASE("what was judged can be taken back in the store that read the lines") {
    const test::TemporaryDirectory directory;
    const std::string path = path_of_pair(directory, "Quorvex", "Zantibo");
    std::vector<std::string> notes;
    judge_claim(path, 1, ClaimVerdict::rejected, {.name = "ana", .decided = "2024-05"});
    merge_entities(path, "Quorvex", "Zantibo", false, notes, "bo");
    const std::string first = exported(path, ExportFormat::jsonl);
    CHECK(again(first, ExportFormat::jsonl, directory, "lines") == first);
    const std::string copy = directory.file("lines.db");
    {
        const Store store(copy);
        CHECK(store.claims({}).empty());
        REQUIRE(store.claim_judgements().size() == 1);
        CHECK(store.claim_judgements().front().judge == "ana");
        CHECK(store.claim_judgements().front().decided == "2024-05");
    }
    withdraw_claim_judgement(copy, 1);
    withdraw_judgement(copy, 1, "bo");
    CHECK(Store(copy).claims({}).size() == 1);
}

TEST_CASE("a judgement that names nobody, no verdict or no judge is passed over with its place") {
    const test::TemporaryDirectory directory;
    const std::string file = directory.file("a.jsonl"), path = directory.file("a.db");
    const std::string pair =
        R"("entity":{"name":"Quorvex","kind":"company"},"other":{"name":"Zantibo","kind":"company"})";
    std::ofstream(file)
        << R"({"judgement":{"verdict":"same","judge":"ana","entity":{"name":"?"},"other":{"name":"Bo"}}})"
        << "\n"
        << R"({"judgement":{"verdict":"perhaps","judge":"ana",)" << pair << "}}\n"
        << R"({"judgement":{"verdict":"same",)" << pair << "}}\n"
        << R"({"judgement":{"verdict":"rejected","judge":"ana","claim":{"relation":"supplies"}}})"
        << "\n"
        << R"({"judgement":{"verdict":"same","judge":"ana",)" << pair << "}}\n";
    StoreWriter writer(path);
    CHECK(ingest_paths({file}, {}, writer).skipped_count == 4);
    writer.commit();
    CHECK(Store(path).judgements().size() == 1);
}

TEST_CASE("an export of the lines that were read twice is that of those read once") {
    const test::ExampleStore example;
    const test::TemporaryDirectory directory;
    const std::string first = exported(example.path(), ExportFormat::jsonl);
    const std::string file = directory.file("a.jsonl"), path = directory.file("a.db");
    std::ofstream(file, std::ios::binary) << first;
    for (int i = 0; i < 2; ++i) {
        StoreWriter writer(path);
        ingest_paths({file}, {}, writer);
        writer.commit();
    }
    CHECK(exported(path, ExportFormat::jsonl) == first);
}

TEST_CASE("a name that begins as a formula does is made harmless in a table, and that is told") {
    const test::TemporaryDirectory directory;
    const Store store(path_of_pair(directory, "=HYPERLINK(\"http://x\")", "@SUM Ltd"));
    std::ostringstream out;
    const std::vector<std::string> notes = write_graph(store, {}, ExportFormat::csv, out);
    CHECK(contains(out.str(), "\n\"'=HYPERLINK(\"\"http://x\"\")\",company,'@SUM Ltd,company,owns"));
    REQUIRE(notes.size() == 1);
    CHECK(contains(notes.front(), "2 cells begin as a formula does"));
}

TEST_CASE("a table begins with the mark of UTF-8 and quotes line ends, commas and quotation marks") {
    const test::TemporaryDirectory directory;
    const std::string table = exported(path_of_pair(directory, "Ada, Sons", "Bo"), ExportFormat::csv);
    CHECK(table.starts_with("\xEF\xBB\xBFsubject,"));
    CHECK(contains(table, "\n\"Ada, Sons\",company,"));
    CHECK(contains(table, "\"first line\r\nsecond, \"\"quoted\"\" \x01\""));
}

TEST_CASE("markup in a name stays text, and what XML forbids becomes a replacement") {
    const test::TemporaryDirectory directory;
    const std::string path = path_of_pair(directory, "</node><b>&", "Bo");
    for (const ExportFormat format : {ExportFormat::graphml, ExportFormat::gexf}) {
        const std::string graph = exported(path, format);
        CHECK(contains(graph, "&lt;/node&gt;&lt;b&gt;&amp;"));
        CHECK(contains(graph, "first line&#13;&#10;second, &quot;quoted&quot; \xEF\xBF\xBD"));
        CHECK_FALSE(contains(graph, "\x01"));
    }
}

TEST_CASE("a quotation mark or a line end in a name does not end a statement of Cypher") {
    const test::TemporaryDirectory directory;
    const std::string script = exported(path_of_pair(directory, "O'Neil\\", "Bo"), ExportFormat::cypher);
    CHECK(contains(script, "name: 'O\\'Neil\\\\'"));
    CHECK(contains(script, "first line\\r\\nsecond"));
}

TEST_CASE("what ends a row or a block of COPY is text in a script for PostgreSQL, and a NUL is replaced") {
    const test::TemporaryDirectory directory;
    const std::string script =
        exported(path_of_pair(directory, "\\.\tA\\N", std::string("nul\0Ltd", 7)), ExportFormat::sql);
    CHECK(contains(script, "\t\\\\.\\tA\\\\N\tcompany\n"));
    CHECK(contains(script, "\tnul\xEF\xBF\xBDLtd\tcompany\n"));
    CHECK(contains(script, "\tfirst line\\r\\nsecond, \"quoted\" \x01\n"));
    std::size_t blocks = 0, ends = 0;
    std::istringstream lines(script);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("COPY staged_")) ++blocks;
        if (line == "\\.") ++ends;
    }
    CHECK(blocks == 7);
    CHECK(ends == blocks);
}

TEST_CASE("a claim has one key for PostgreSQL, in whatever store and words it stands") {
    const test::TemporaryDirectory directory;
    const auto key_of = [&](const std::string& name, const std::string& one, const std::string& other,
                            const std::string& item) {
        const std::string path = directory.file(name);
        StoreWriter writer(path);
        writer.begin({.location = "list"});
        if (item == "drones") {  // others before it
            writer.add({.subject = {"Zantibo", EntityKind::company},
                        .relation = "meets",
                        .object = {"Oksarra", EntityKind::company},
                        .sentence = {0, 9}});
        }
        writer.add({.subject = {one, EntityKind::company},
                    .relation = "cooperates_with",
                    .object = {other, EntityKind::company},
                    .item = item,
                    .sentence = {10, 19}});
        writer.commit();
        const std::string script = exported(path, ExportFormat::sql);
        const std::size_t end = script.find("\tcooperates_with\t", script.find("COPY staged_claim"));
        const std::string row = script.substr(script.rfind('\n', end) + 1, end - script.rfind('\n', end));
        return row.substr(row.find('\t') + 1, 32);
    };
    const std::string key = key_of("a.db", "Quorvex", "Mirelund", "drones");
    CHECK(key_of("b.db", "Mirelund", "Quorvex", "drone") == key);
    CHECK(key_of("c.db", "Mirelund", "Quorvex", "tanks") != key);
}

TEST_CASE("a claim of two whom kith found to be one is left out of the lines, which no store would take") {
    const test::TemporaryDirectory directory;
    const std::string path = path_of_pair(directory, "Quorvex", "Quorvex Holding");
    {
        StoreWriter writer(path);
        writer.judge(1, 2, "same", automatic_judge);
        writer.commit();
    }
    const Store store(path);
    std::ostringstream out;
    CHECK(write_graph(store, {}, ExportFormat::jsonl, out).size() == 1);
    CHECK_FALSE(contains(out.str(), "\"relation\""));
}

TEST_CASE("what does not stand since people judged is told as said, where no program takes it for a claim") {
    const test::TemporaryDirectory directory;
    const std::string path = path_of_pair(directory, "Quorvex", "Quorvex Holding");
    std::vector<std::string> notes;
    merge_entities(path, "Quorvex", "Quorvex Holding", false, notes);
    const std::string lines = exported(path, ExportFormat::jsonl);
    CHECK(contains(lines, "\n{\"said\":{\"document\":\"list\",\"subject\":{\"name\":\"Quorvex\""));
    CHECK_FALSE(contains(lines, "\n{\"document\":\"list\""));
}

TEST_CASE("the tables for neo4j-admin have its headers, and number entities alike") {
    const test::TemporaryDirectory directory;
    const std::string path = path_of_pair(directory, "Ada, Sons", "Bo");
    CHECK(exported(path, ExportFormat::neo4j_nodes) ==
          "id:ID,name,kind,aliases:string[],identifiers:string[],:LABEL\n"
          "1,\"Ada, Sons\",company,,,Entity;company\n"
          "2,Bo,company,,,Entity;company\n");
    const std::string relationships = exported(path, ExportFormat::neo4j_relationships);
    CHECK(relationships.starts_with(":START_ID,:END_ID,:TYPE,relation,status,speaker,"));
    CHECK(contains(relationships, ",confidence:float,"));
    CHECK(contains(relationships, "\n1,2,OWNS,owns,actual,,"));
    CHECK(contains(relationships, ",\"first line\r\nsecond, \"\"quoted\"\" \x01\","));
}

TEST_CASE("filters and what lies around an entity hold for every format") {
    const test::ExampleStore example;
    const Store store(example.path());
    ExportQuestion question{.around = store.find_entity("Mali").id, .depth = 1};
    for (const ExportFormat format :
         {ExportFormat::csv, ExportFormat::graphml, ExportFormat::gexf, ExportFormat::jsonl, ExportFormat::ftm,
          ExportFormat::stix, ExportFormat::jsonld, ExportFormat::cypher}) {
        const std::string part = exported(example.path(), format, question);
        CHECK(contains(part, "hosts"));
        CHECK_FALSE(contains(part, "Hezbollah"));
        const std::string denied = exported(example.path(), format, {.filter = {.statuses = {Status::denied}}});
        CHECK(contains(denied, "Dmitry Peskov"));
        CHECK_FALSE(contains(denied, "hosts"));
    }
}

TEST_CASE("a denied claim is labelled so where the format has no status") {
    const test::ExampleStore example;
    const auto bundle =
        nlohmann::json::parse(exported(example.path(), ExportFormat::stix, {.filter = {.statuses = {Status::denied}}}));
    const auto& claim = bundle.at("objects").back();
    CHECK(claim.at("relationship_type") == "supplies");
    CHECK(claim.at("labels") == nlohmann::json({"denied"}));
}

TEST_CASE("a store that an older kith made is exported in every format") {
    for (int version = 1; version <= 6; ++version) {
        CAPTURE(version);
        const std::string path = KITH_SOURCE_DIR "/tests/data/old/version_" + std::to_string(version) + ".db";
        for (const std::string& name : export_format_names()) {
            if (name == "svg" || name == "png") continue;  // drawn of the same answer as dot
            CAPTURE(name);
            // For training is what people judged, which nobody could then.
            CHECK(exported(path, *parse_export_format(name)).empty() == (name == "training"));
        }
    }
}

TEST_CASE("a file is in the format of its longest ending") {
    CHECK(export_format_of_file("a.json") == ExportFormat::json);
    CHECK(export_format_of_file("a.FTM.json") == ExportFormat::ftm);
    CHECK(export_format_of_file("b/a.graphml") == ExportFormat::graphml);
    CHECK_FALSE(export_format_of_file("a.pdf"));
    CHECK(may_be_named(ExportFormat::stix, "a.json"));
    CHECK_FALSE(may_be_named(ExportFormat::stix, "a.csv"));
}

TEST_CASE("claims that kith extract prints are read, with what they quote, also where their text is not at hand") {
    const test::TemporaryDirectory directory;
    const std::string file = directory.file("claims.jsonl"), path = directory.file("claims.db");
    std::ofstream(file)
        << R"({"document":"a.txt","subject":{"name":"Quorvex","kind":"company","mention":"Quorvex"},)"
           R"("relation":"supplies","object":{"name":"Zantibo","kind":"company","mention":"Zantibo"},)"
           R"("status":"planned","speaker":null,"item":"bolts","role":null,"time":null,"confidence":0.83,)"
           R"("evidence":{"begin":7,"end":33,"text":"Quorvex is to send bolts."}})"
           "\n";
    StoreWriter writer(path);
    CHECK(ingest_paths({file}, {}, writer).skipped_count == 0);
    writer.commit();
    const Store store(path);
    const auto claims = store.claims({});
    REQUIRE(claims.size() == 1);
    CHECK(claims.front().status == Status::planned);
    const auto evidence = store.evidence(claims.front().id);
    REQUIRE(evidence.size() == 1);
    CHECK(evidence.front().evidence.quote == "Quorvex is to send bolts.");
    CHECK(evidence.front().document.location == "a.txt");
}

TEST_CASE("a line that quotes what does not stand in its document is skipped") {
    const test::TemporaryDirectory directory;
    const std::string file = directory.file("claims.jsonl");
    std::ofstream(file)
        << R"({"document":{"location":"a.txt","text":"Quorvex sends bolts."}})"
           "\n"
        << R"({"document":"a.txt","subject":{"name":"Quorvex","kind":"company"},"relation":"supplies",)"
           R"("object":{"name":"Zantibo","kind":"company"},"evidence":{"begin":0,"end":7,"text":"Zantibo"}})"
           "\n";
    StoreWriter writer(directory.file("claims.db"));
    const IngestReport report = ingest_paths({file}, {}, writer);
    CHECK(report.skipped_count == 1);
}
