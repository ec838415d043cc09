// Judgements that another store's lines tell: which of them are taken, and what they make of the store that reads them.
#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <limits>
#include <sstream>
#include <utility>

#include "graph/error.hpp"
#include "graph/hexadecimal.hpp"
#include "graph/store/sha256.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "query/exported.hpp"
#include "query/graph_export.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::exported;

namespace {

const EntityReference quorvex{.name = "Quorvex", .kind = EntityKind::company};
const EntityReference zantibo{.name = "Zantibo", .kind = EntityKind::company};
const std::string pair = R"("entity":{"name":"Quorvex","kind":"company"},"other":{"name":"Zantibo","kind":"company"})";

// Gives how many lines were skipped.
std::int64_t read(const test::TemporaryDirectory& directory, const std::string& path, const std::string& lines) {
    const std::string file = directory.file("lines.jsonl");
    std::ofstream(file, std::ios::binary) << lines;
    StoreWriter writer(path);
    const IngestReport report = ingest_paths({file}, {}, writer);
    writer.commit();
    return report.skipped_count;
}

void write_tie(StoreWriter& writer, const std::string& location, const EntityReference& subject,
               const EntityReference& object) {
    writer.begin({.location = location, .text = location + " tells of a tie.", .sentences = {{0, location.size()}}});
    writer.add({.subject = subject, .relation = "supplies", .object = object, .sentence = {0, location.size()}});
}

std::string hash_of_tie(const std::string& location) {
    return in_hexadecimal(sha256(location + " tells of a tie."));
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("a document with a text is no snapshot, whatever its line says, and its claims are read") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db");
    CHECK(read(directory, path,
               R"({"document":{"location":"a.txt","text":"Quorvex sends bolts.","list":"Register","snapshot":true}})"
               "\n"
               R"({"document":"a.txt","subject":{"name":"Quorvex","kind":"company"},"relation":"supplies",)"
               R"("object":{"name":"Zantibo","kind":"company"},"evidence":{"begin":0,"end":20}})"
               "\n") == 0);
    CHECK(Store(path).claims({}).size() == 1);
}

TEST_CASE("a document that a told parting names twice parts once, and only who are different are parted") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db");
    {
        StoreWriter writer(path);
        write_tie(writer, "a.txt", quorvex, {.name = "Mirelund", .kind = EntityKind::company});
        write_tie(writer, "b.txt", quorvex, zantibo);
        writer.commit();
    }
    const std::string hash = '"' + hash_of_tie("a.txt") + '"';
    const std::string documents = R"("documents":[)" + hash + "," + hash + "],";
    CHECK(read(directory, path, R"({"judgement":{"verdict":"same","judge":"ana",)" + documents + pair + "}}\n") == 1);
    CHECK(Store(path).judgements().empty());
    CHECK(read(directory, path, R"({"judgement":{"verdict":"different","judge":"ana",)" + documents + pair + "}}\n") ==
          0);
    const Store store(path);
    CHECK(store.judgements().size() == 1);
    CHECK(store.documents_naming(store.find_entity("Zantibo").id).size() == 2);
}

TEST_CASE("what a judge judged since stays where his older judgement is read again") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db");
    const auto judge = [&](EntityId one, EntityId other, const std::string& verdict, ClaimVerdict of_claim) {
        StoreWriter writer(path);
        if (one == 1) {
            write_tie(writer, "a.txt", quorvex, zantibo);
            write_tie(writer, "b.txt", quorvex, {.name = "Mirelund", .kind = EntityKind::company});
        }
        writer.judge(one, other, verdict, "ana");
        writer.judge_claim(2, of_claim, "ana", {}, "2024-05");
        writer.commit();
    };
    judge(1, 2, "same", ClaimVerdict::confirmed);
    const std::string older = exported(path);
    judge(2, 1, "different", ClaimVerdict::rejected);
    CHECK(read(directory, path, older) == 0);
    const Store store(path);
    REQUIRE(store.judgements().size() == 1);
    CHECK(store.judgements().front().verdict == "different");
    REQUIRE(store.claim_judgements().size() == 1);
    CHECK(store.claim_judgements().front().verdict == ClaimVerdict::rejected);
    CHECK(store.canonical(1) != store.canonical(2));
}

TEST_CASE("of two lines of one run on the same pair the later counts") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db");
    CHECK(read(directory, path,
               R"({"judgement":{"verdict":"same","judge":"ana",)" + pair + "}}\n" +
                   R"({"judgement":{"verdict":"different","judge":"ana",)" + pair + "}}\n") == 0);
    const Store store(path);
    REQUIRE(store.judgements().size() == 1);
    CHECK(store.judgements().front().verdict == "different");
    CHECK(store.canonical(1) != store.canonical(2));
}

TEST_CASE("nobody is told to judge as kith, or more surely than sure") {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    const auto add = [&](const std::string& judge, double score) {
        writer.add_judgement(
            SamenessRecord{.entity = quorvex, .other = zantibo, .verdict = "same", .judge = judge, .score = score});
    };
    CHECK_THROWS_AS(add("kith", 1.0), RejectedRecord);
    for (const double score : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()})
        CHECK_THROWS_AS(add("ana", score), RejectedRecord);
    add("ana", 0.0);
    add("bo", 1.0);
    CHECK_THROWS_AS(writer.add_judgement({.verdict = ClaimVerdict::confirmed,
                                          .judge = "kith",
                                          .said = {.subject = quorvex, .relation = "supplies", .object = zantibo}}),
                    RejectedRecord);
}

TEST_CASE("very many who are told to be the same as one are one, in time that grows with their number") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db");
    constexpr int spokes = 5000;
    for (const char* const judge : {"ana", "bo"}) {
        StoreWriter writer(path);
        for (int i = 0; i < spokes; ++i) {
            SamenessRecord told{.entity = quorvex,
                                .other = {.name = "Zantibo " + std::to_string(i), .kind = EntityKind::company},
                                .verdict = "same",
                                .judge = judge};
            if (i % 2 == 0) std::swap(told.entity, told.other);
            writer.add_judgement(told);
        }
        writer.commit();
    }
    const Store store(path);
    CHECK(store.judgements().size() == 2 * spokes);
    CHECK(store.members(store.find_entity("Quorvex").id).size() == spokes + 1);
}

TEST_CASE("of a chain of those who were parted the first is told as said, in whatever order the store met them") {
    const test::TemporaryDirectory directory;
    const EntityReference first{.name = "Oksarra", .kind = EntityKind::company};
    const auto part_in_b = [](StoreWriter& writer, const EntityReference& whole, const EntityReference& part) {
        writer.add_judgement(SamenessRecord{.entity = whole,
                                            .other = part,
                                            .verdict = "different",
                                            .judge = "ana",
                                            .documents = {hash_of_tie("b.txt")}});
    };
    for (const bool is_chain : {true, false}) {
        CAPTURE(is_chain);
        const std::string database = directory.file(is_chain ? "chain.db" : "row.db");
        {
            StoreWriter writer(database);
            write_tie(writer, "a.txt", zantibo, quorvex);
            write_tie(writer, "b.txt", is_chain ? first : quorvex, {.name = "Mirelund", .kind = EntityKind::company});
            write_tie(writer, "c.txt", first, quorvex);
            // Either Oksarra is parted, and then whoever it became; or Quorvex makes room before it is.
            if (is_chain) part_in_b(writer, first, quorvex);
            part_in_b(writer, quorvex, zantibo);
            if (!is_chain) part_in_b(writer, first, quorvex);
            writer.commit();
        }
        const std::string lines = exported(database);
        CHECK(contains(lines, R"("said":{"subject":{"name":")" + (is_chain ? first : quorvex).name + '"'));
        const std::string copy = directory.file(is_chain ? "chain_again.db" : "row_again.db");
        CHECK(read(directory, copy, lines) == 0);
        CHECK(exported(copy) == lines);
    }
}
