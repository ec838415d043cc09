// Texts in exports: also those in which nothing is claimed.
#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "query/exported.hpp"
#include "query/graph_export.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::exported;

TEST_CASE("a text in which nothing is claimed comes along with the whole graph, and not with a part of it") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("a.db"), again = directory.file("b.db");
    {
        StoreWriter writer(path);
        writer.begin({.location = "calm.txt", .text = "Nothing happened in Zantibo.", .sentences = {{0, 28}}});
        writer.commit();
    }
    const std::string lines = exported(path, ExportFormat::jsonl);
    StoreWriter writer(again);
    ingest_paths({directory.write("a.jsonl", lines)}, {}, writer);
    writer.commit();
    const Store store(again);
    REQUIRE(store.documents().size() == 1);
    CHECK(store.text(store.documents()[0].id) == "Nothing happened in Zantibo.");
    CHECK(exported(again, ExportFormat::jsonl) == lines);
    CHECK(exported(path, ExportFormat::sql).find("Nothing happened in Zantibo.") != std::string::npos);
    ExportQuestion part;
    part.filter.statuses = {Status::denied};
    CHECK(exported(path, ExportFormat::jsonl, part) == "");
}
