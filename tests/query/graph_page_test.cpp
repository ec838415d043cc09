// A graph as one HTML file: what the page's own code reads. tests/page opens such a file in a browser.
#include "query/graph_page.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "query/example_store.hpp"
#include "query/export/json.hpp"
#include "query/graph_export.hpp"

using namespace kith;

namespace {

// The data in the page.
Json data_of(const std::string& page) {
    const std::string before = R"(<script id="data" type="application/json">)";
    const std::size_t begin = page.find(before) + before.size();
    return Json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

}  // namespace

TEST_CASE("a page has its ties with their quotes, the texts they stand in, and whom it was asked around") {
    const test::ExampleStore file;
    const Store store(file.path());
    const EntityId mali = store.find_entity("Mali").id;
    std::ostringstream out;
    write_graph(store, {.around = mali, .depth = 1}, ExportFormat::html, out);
    const Json data = data_of(out.str());
    CHECK(data["show"] == Json::array({mali}));
    REQUIRE(data["ties"].size() == 1);
    CHECK(data["ties"][0]["relation"] == "hosts");
    CHECK_FALSE(data["ties"][0]["claims"][0]["evidence"][0]["text"].get<std::string>().empty());
    CHECK(data["documents"].size() == 1);
    CHECK(data["about"] == "1 claim about 2 actors and things, from 1 document");
    CHECK(data["entities"].size() == 2);
    CHECK(data["relations"].size() == store.ontology().all().size());
}

TEST_CASE("markup in a name stays in the data of the page") {
    const test::ExampleStore file({{"a.txt",
                                    "The Note",
                                    "2024",
                                    "</script><script>alert(1)</script> meets Bo.",
                                    {{{"</script><script>alert(1)</script>", EntityKind::person, "", {}},
                                      "meets",
                                      {"Bo", EntityKind::person, "", {}},
                                      "</script><script>alert(1)</script> meets Bo."}}}});
    const Store store(file.path());
    std::ostringstream out;
    write_graph(store, {}, ExportFormat::html, out);
    CHECK(out.str().find("<script>alert") == std::string::npos);
    CHECK(data_of(out.str())["ties"][0]["subject"]["name"] == "</script><script>alert(1)</script>");
}
