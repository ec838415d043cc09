// Includes may only point down: query/cli -> serve; query/cli and api -> ingest, query, graph; serve -> query, graph;
// ingest -> graph; query -> graph; graph -> nothing of ours; nothing includes api. text/ and records/ ignore each other,
// and both look names up in gazetteer/. Within text/: words < actors < reading < ties; words < references. sqlite3 stays in
// graph/store/database, Boost out of public headers.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file;    // from the root: "graph/store/store.cpp"
    std::string target;  // as written between the quotes or brackets
    bool ours = false;   // written with quotes
};

std::vector<Include> includes_of(const std::string& folder) {
    const fs::path root = KITH_SOURCE_DIR;
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".hpp" && extension != ".h") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            if (!line.starts_with("#include ") || line.size() < 12) continue;
            const std::size_t end = line.find_first_of("\">", 10);
            found.push_back(
                {entry.path().lexically_relative(root).string(), line.substr(10, end - 10), line[9] == '"'});
        }
    }
    return found;
}

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

struct Layer {
    std::string_view folder;
    std::vector<std::string_view> may_include;
};

// Rooms within a folder of ours, lowest first; each may use those before it.
const std::vector<std::string_view> rooms = {"graph/names/",
                                             "graph/store/",
                                             "graph/resolution/",
                                             "graph/rows/",
                                             "graph/search/",
                                             "ingest/text/encoder/",
                                             "ingest/text/words/",
                                             "ingest/text/actors/",
                                             "ingest/text/reading/",
                                             "ingest/text/references/",
                                             "ingest/text/ties/",
                                             "ingest/documents/containers/",
                                             "ingest/documents/xml/",
                                             "ingest/documents/office/",
                                             "ingest/documents/html/",
                                             "ingest/documents/feeds/",
                                             "ingest/documents/mail/",
                                             "ingest/documents/warc/",
                                             "ingest/documents/json/",
                                             "ingest/evaluation/",
                                             "query/export/",
                                             "query/ask/",
                                             "query/mcp/",
                                             "serve/",
                                             "query/cli/"};

// The first layer whose folder a file lies in is its own.
const std::vector<Layer> layers = {
    {"api/", {"api/", "query/", "ingest/", "graph/"}},
    {"query/cli/", {"query/", "serve/", "ingest/", "graph/"}},
    {"serve/", {"serve/", "query/", "graph/"}},
    {"query/export/", {"query/export/", "graph/"}},
    {"query/ask/", {"query/", "graph/"}},
    {"query/mcp/", {"query/", "graph/"}},
    {"query/", {"query/", "graph/"}},
    {"ingest/gazetteer/compiled/", {"ingest/gazetteer/compiled/", "graph/"}},
    {"ingest/gazetteer/tables/", {"ingest/gazetteer/tables/", "ingest/gazetteer/compiled/", "graph/"}},
    {"ingest/gazetteer/", {"ingest/gazetteer/", "graph/"}},
    {"ingest/text/encoder/", {"ingest/text/encoder/", "graph/"}},
    {"ingest/text/words/", {"ingest/text/words/", "ingest/gazetteer/", "graph/"}},
    {"ingest/text/actors/", {"ingest/text/words/", "ingest/text/actors/", "ingest/gazetteer/", "graph/"}},
    {"ingest/text/reading/", {"ingest/text/", "ingest/gazetteer/", "graph/"}},
    {"ingest/text/references/", {"ingest/text/words/", "ingest/text/references/", "ingest/gazetteer/", "graph/"}},
    {"ingest/text/ties/", {"ingest/text/", "ingest/gazetteer/", "graph/"}},
    {"ingest/text/", {"ingest/text/", "ingest/gazetteer/", "graph/"}},
    {"ingest/records/", {"ingest/records/", "ingest/gazetteer/", "graph/"}},
    {"ingest/interchange/", {"ingest/interchange/", "ingest/gazetteer/", "graph/"}},
    {"ingest/documents/containers/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/xml/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/office/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/html/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/feeds/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/mail/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/warc/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/documents/json/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/postgresql/", {"ingest/postgresql/", "ingest/documents/input.hpp", "graph/"}},
    {"ingest/documents/", {"ingest/documents/", "ingest/text/", "graph/"}},
    {"ingest/triples/", {"ingest/triples/", "ingest/records/", "ingest/interchange/", "ingest/gazetteer/", "graph/"}},
    {"ingest/graphs/",
     {"ingest/graphs/", "ingest/records/", "ingest/documents/unusable_input.hpp", "ingest/documents/xml/xml_events.hpp",
      "ingest/gazetteer/", "graph/"}},
    {"ingest/evaluation/", {"ingest/", "graph/"}},
    {"ingest/", {"ingest/", "graph/"}},
    {"graph/search/", {"graph/"}},
    {"graph/rows/", {"graph/rows/", "graph/store/", "graph/"}},
    {"graph/resolution/", {"graph/resolution/", "graph/store/", "graph/names/", "graph/"}},
    {"graph/store/", {"graph/store/", "graph/names/", "graph/"}},
    {"graph/names/", {"graph/names/", "graph/"}},
    {"graph/", {"graph/"}},
};

// Whether a file of the layer includes from a room above its own.
bool reaches_up(const Layer& layer, std::string_view target) {
    const auto own = std::ranges::find(rooms, layer.folder);
    const auto other = std::ranges::find_if(rooms, [&](std::string_view room) { return target.starts_with(room); });
    if (other == rooms.end()) return false;
    if (own != rooms.end()) return other > own;
    return layer.folder == "graph/" || (layer.folder == "ingest/" && *other == "ingest/evaluation/") ||
           (layer.folder == "ingest/documents/" && other->starts_with("ingest/documents/")) ||
           (layer.folder == "query/" && *other != "query/export/" && other->starts_with("query/"));
}

}  // namespace

TEST_CASE("includes point down the layers only") {
    std::size_t seen = 0;
    for (const char* folder : {"graph", "ingest", "query", "serve", "api"}) {
        for (const Include& include : includes_of(folder)) {
            if (!include.ours) continue;
            const auto layer = std::ranges::find_if(
                layers, [&](const Layer& candidate) { return include.file.starts_with(candidate.folder); });
            REQUIRE(layer != layers.end());
            CAPTURE(include.file);
            CAPTURE(include.target);
            CHECK(starts_with_any(include.target, layer->may_include));
            CHECK_FALSE(reaches_up(*layer, include.target));
            ++seen;
        }
    }
    CHECK(seen > 100);  // the scan sees the tree at all
}

TEST_CASE("a source includes the header of its name first, so that this needs nothing before it") {
    std::map<std::string, std::string> first;
    for (const char* folder : {"graph", "ingest", "query", "serve", "api"}) {
        for (const Include& include : includes_of(folder)) first.try_emplace(include.file, include.target);
    }
    std::size_t seen = 0;
    for (const auto& [file, target] : first) {
        if (!file.ends_with(".cpp")) continue;
        const std::string header = file.substr(0, file.size() - 4) + ".hpp";
        if (!fs::exists(fs::path(KITH_SOURCE_DIR) / header)) continue;
        CAPTURE(file);
        CHECK(target == header);
        ++seen;
    }
    CHECK(seen > 100);
}

TEST_CASE("sqlite3 is spoken to in graph/store/database alone, and by the extension for it") {
    for (const char* folder : {"graph", "ingest", "query", "serve", "api"}) {
        for (const Include& include : includes_of(folder)) {
            CAPTURE(include.file);
            const bool is_database = include.file == "graph/store/database.cpp";
            if (include.target == "sqlite3.h") CHECK(is_database);
            if (include.target == "sqlite3ext.h") CHECK((is_database || include.file.starts_with("api/sqlite/")));
        }
    }
}

TEST_CASE("Boost stays out of headers, but for the one that adapts our graph to it") {
    for (const char* folder : {"graph", "ingest", "query", "serve", "api"}) {
        for (const Include& include : includes_of(folder)) {
            CAPTURE(include.file);
            const bool is_header = include.file.ends_with(".hpp");
            if (is_header && include.target.starts_with("boost/")) CHECK(include.file == "graph/rows/boost_graph.hpp");
        }
    }
}
