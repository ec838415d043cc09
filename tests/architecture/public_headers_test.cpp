// The headers that programs outside see are those that api/kith.hpp and api/json.hpp reach. They show no other library,
// alone open their namespace with default visibility, and are what the command itself is made with.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = KITH_SOURCE_DIR;
constexpr std::string_view opened = "namespace [[gnu::visibility(\"default\")]] ";

std::string content_of(const std::string& file) {
    std::ifstream in(root / file);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What a file includes: with quotes ours, in angle brackets others'.
std::vector<std::string> includes_of(const std::string& file, char quote) {
    std::vector<std::string> found;
    std::ifstream in(root / file);
    const std::string beginning = std::string("#include ") + quote;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(beginning)) continue;
        found.push_back(line.substr(beginning.size(), line.find_first_of("\">", beginning.size()) - beginning.size()));
    }
    return found;
}

std::set<std::string> reached_from(std::vector<std::string> waiting) {
    std::set<std::string> reached;
    while (!waiting.empty()) {
        const std::string file = waiting.back();
        waiting.pop_back();
        if (!reached.insert(file).second) continue;
        std::ranges::copy(includes_of(file, '"'), std::back_inserter(waiting));
    }
    return reached;
}

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(root).string());
    }
    return files;
}

// <vector>, <cstdint>: without folder and ending.
bool is_standard(std::string_view header) {
    return header.find_first_of("/.") == header.npos;
}

}  // namespace

TEST_CASE("kith.hpp shows no other library than the standard one, json.hpp nlohmann's as well") {
    std::size_t seen = 0;
    for (const std::string& header : reached_from({"api/kith.hpp"})) {
        for (const std::string& include : includes_of(header, '<')) {
            CAPTURE(header);
            CAPTURE(include);
            CHECK(is_standard(include));
            ++seen;
        }
    }
    CHECK(seen > 50);  // the scan sees them at all
    for (const std::string& header : reached_from({"api/json.hpp"})) {
        for (const std::string& include : includes_of(header, '<')) {
            CAPTURE(header);
            CAPTURE(include);
            CHECK((is_standard(include) || include == "nlohmann/json.hpp"));
        }
    }
}

TEST_CASE("public headers, and no others, show their names outside the library") {
    const std::set<std::string> shown = reached_from({"api/kith.hpp", "api/json.hpp"});
    for (const char* folder : {"graph", "ingest", "query"}) {
        for (const std::string& file : files_of(folder)) {
            if (!file.ends_with(".hpp")) continue;
            CAPTURE(file);
            CHECK((content_of(file).find(opened) != std::string::npos) == shown.contains(file));
        }
    }
}

TEST_CASE("the command is made with the public headers of the graph and of ingestion alone") {
    const std::set<std::string> shown = reached_from({"api/kith.hpp", "api/json.hpp"});
    for (const std::string& file : files_of("query/cli")) {
        for (const std::string& include : includes_of(file, '"')) {
            if (!include.starts_with("graph/") && !include.starts_with("ingest/")) continue;
            CAPTURE(file);
            CAPTURE(include);
            CHECK(shown.contains(include));
        }
    }
}
