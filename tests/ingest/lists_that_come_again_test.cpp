// Editions of a list, from files to the database.
#include <doctest/doctest.h>

#include <string>

#include "graph/store/past_claims.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

struct Lists {
    StoreWriter::Counts read(const std::string& file, const std::string& text, IngestOptions options = {}) const {
        StoreWriter writer(database);
        ingest_paths({directory.write(file, text)}, options, writer);
        writer.commit();
        return writer.counts();
    }
    std::string current() const {
        const Store store(database);
        std::string text;
        for (const Claim& each : store.claims({})) {
            text += store.entity(each.subject).name + " " + store.ontology().at(each.relation).name + " " +
                    store.entity(each.object).name + " " + std::string(to_string(each.status)) + "|";
        }
        return text;
    }

    test::TemporaryDirectory directory;
    std::string database = directory.file("lists.db");
};

const std::string header = "record_id,subject,subject_kind,relation,object,object_kind\n";
const std::string ada = "7,Ada Quill,person,owns,Acme Bolts,company\n",
                  bo = "8,Bo Reed,person,owns,Port Bolts,company\n";

}  // namespace

TEST_CASE("a table of the same publisher and columns is the next edition, whatever its file is called") {
    const Lists lists;
    lists.read("owners-2024.csv", header + ada + bo, {.publisher = "Register", .date = "2024"});
    const std::string moved = "7,Ada Quill,person,owns,Port Bolts,company\n";
    const auto counts =
        lists.read("new.csv", header + moved, {.publisher = "Register", .date = "2025", .snapshot = true});
    REQUIRE(counts.lists.size() == 1);
    CHECK(counts.lists[0].list == "Register");
    CHECK(counts.lists[0].replaced == 1);
    CHECK(counts.lists[0].dropped == 1);
    CHECK(lists.current() == "Ada Quill owns Port Bolts actual|Bo Reed owns Port Bolts former|");
    CHECK(lists.read("new.csv", header + moved, {.publisher = "Register", .date = "2025"}).lists.empty());
}

TEST_CASE("tables of other publishers or columns are other lists, and what has no number is never replaced") {
    const Lists lists;
    lists.read("a.csv", header + ada, {.publisher = "Register"});
    lists.read("b.csv", header + "7,Cy Vane,person,owns,Corp Bolts,company\n",
               {.publisher = "Gazette", .snapshot = true});
    lists.read("c.csv", "record_id,subject,relation,object\n7,Mali,hosts,Wagner\n",
               {.publisher = "Register", .snapshot = true});
    lists.read("d.csv", "subject,relation,object\nMali,hosts,Hezbollah\n", {.snapshot = true});
    lists.read("d.csv", "subject,relation,object\nIran,backs,Hezbollah\n", {.snapshot = true});
    const Store store(lists.database);
    CHECK(store.claims({}).size() == 5);
    CHECK(store.claims({.statuses = {Status::former}}).empty());
}

TEST_CASE("FollowTheMoney of one dataset comes again as tables do") {
    const Lists lists;
    const auto owned = [](const std::string& id, const std::string& owner) {
        return R"({"schema": "Person", "id": ")" + id + R"(", "properties": {"name": [")" + owner +
               R"("]}, "datasets": ["quill"]}
{"id": "c1", "schema": "Company", "properties": {"name": ["Acme Bolts"]}, "datasets": ["quill"]}
{"id": "o1", "schema": "Ownership", "properties": {"owner": [")" +
               id + R"("], "asset": ["c1"]}, "datasets": ["quill"]}
)";
    };
    lists.read("one.json", owned("p1", "Ada Quill"));
    lists.read("two.json", owned("p2", "Bo Reed"));
    CHECK(lists.current() == "Bo Reed owns Acme Bolts actual|");
    CHECK(past_claims(Store(lists.database), Store(lists.database).find_entity("Ada Quill").id).size() == 1);
}

TEST_CASE("a snapshot may lie in several files") {
    const Lists lists;
    lists.read("2024.csv", header + ada + bo + "9,Cy Vane,person,owns,Corp Bolts,company\n", {.publisher = "Register"});
    StoreWriter writer(lists.database);
    ingest_paths({lists.directory.write("a.csv", header + ada), lists.directory.write("b.csv", header + bo)},
                 {.publisher = "Register", .snapshot = true}, writer);
    writer.commit();
    CHECK(writer.counts().lists.at(0).dropped == 1);
    CHECK(lists.current() ==
          "Ada Quill owns Acme Bolts actual|Bo Reed owns Port Bolts actual|Cy Vane owns Corp Bolts former|");
}
