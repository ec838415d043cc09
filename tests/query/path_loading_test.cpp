// How often an answer reads what it shows, by what SQLite tells of its statements.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <string>

#include "graph/rows/path_index.hpp"
#include "graph/search/path.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store_database.hpp"
#include "graph_picture.hpp"
#include "query/result_builder.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

// Rows of claims by id, and look-ups of evidence by their SQL with values.
struct Reads {
    std::map<std::int64_t, int> claims;
    std::map<std::string, int> evidence;

    static int note(unsigned event, void* self, void* statement, void*) {
        auto& reads = *static_cast<Reads*>(self);
        auto* row = static_cast<sqlite3_stmt*>(statement);
        const std::string sql = sqlite3_sql(row);
        if (event == SQLITE_TRACE_ROW && sql.starts_with("SELECT c.id, ")) ++reads.claims[sqlite3_column_int64(row, 0)];
        if (event == SQLITE_TRACE_STMT && sql.find("substr(d.text") != sql.npos) {
            char* expanded = sqlite3_expanded_sql(row);
            ++reads.evidence[expanded];
            sqlite3_free(expanded);
        }
        return 0;
    }
};

}  // namespace

TEST_CASE("an answer of several paths reads each claim once, and its quotes once") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Ada -supplies(from post)-> Bo -backs(from post,herald)-> Dee -meets(from post)-> Eve;"
        "Ada -backs(from herald)-> Bo; Ada -backs(denied from mail)-> Bo; Ada -supplies(from post)-> Cy;"
        "Cy -backs(from mail)-> Dee")
        .write(path);
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    for (const bool indexed : {false, true}) {
        if (indexed) make_path_index(Store(path));
        Reads reads;
        {
            const Store store = store_over(Database::borrow(handle));
            const PathQuestion question{
                .from = store.find_entity("Ada").id, .to = store.find_entity("Eve").id, .filter = {}, .count = 5};
            ResultBuilder builder(store);
            sqlite3_trace_v2(handle, SQLITE_TRACE_ROW | SQLITE_TRACE_STMT, Reads::note, &reads);
            const PathAnswer answer = builder.paths(question, find_paths(store, question));
            sqlite3_trace_v2(handle, 0, nullptr, nullptr);
            CHECK(answer.paths.size() == 2);  // both by Dee - Eve
            CHECK(answer.paths[0].hops.back().ties[0].claims[0].quotes.size() == 1);
        }
        CHECK(reads.claims.size() == 7);
        CHECK(reads.evidence.size() == 7);
        const auto once = [](const auto& read) { return read.second == 1; };
        CHECK(std::ranges::all_of(reads.claims, once));
        CHECK(std::ranges::all_of(reads.evidence, once));
    }
    CHECK(sqlite3_close(handle) == SQLITE_OK);
}
