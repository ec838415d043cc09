#include "query/graph_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "query/example_store.hpp"

using namespace kith;

namespace {

std::string exported(const std::string& path) {
    const Store store(path);
    std::ostringstream out;
    write_graph_json(store, store.claims({}), out);
    return out.str();
}

}  // namespace

TEST_CASE("an export names every entity and document that its claims name") {
    const test::ExampleStore example;
    const auto graph = nlohmann::json::parse(exported(example.path()));
    CHECK(graph["claims"].size() == 8);
    CHECK(graph["documents"].size() == 4);
    CHECK(graph["entities"].size() == 8);
    for (const auto& claim : graph["claims"]) {
        CHECK_FALSE(claim["evidence"].empty());
        for (const auto& evidence : claim["evidence"]) CHECK(evidence["text"].is_string());
    }
}

TEST_CASE("the same input gives the same bytes") {
    const test::ExampleStore one;
    const test::ExampleStore other;
    CHECK(exported(one.path()) == exported(other.path()));
}

TEST_CASE("a part of a graph holds only what its claims name") {
    const test::ExampleStore example;
    const Store store(example.path());
    std::ostringstream out;
    write_graph_json(store, {store.claim(1)}, out);
    const auto graph = nlohmann::json::parse(out.str());
    CHECK(graph["entities"].size() == 2);
    CHECK(graph["documents"].size() == 1);
}

TEST_CASE("an empty graph is JSON too") {
    const test::ExampleStore example;
    const Store store(example.path());
    std::ostringstream out;
    write_graph_json(store, {}, out);
    CHECK(out.str() == "{\"entities\": [],\n\"claims\": [],\n\"documents\": []}\n");
}
