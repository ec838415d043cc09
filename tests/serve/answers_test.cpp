// What is answered to a request, without sockets.
#include "serve/answers.hpp"

#include <doctest/doctest.h>

#include "graph/error.hpp"
#include "query/ask/questions.hpp"
#include "query/example_store.hpp"
#include "query/page.hpp"

using namespace kith;

namespace {

const std::string token = "0123456789abcdef0123456789abcdef";

struct Desk {
    test::ExampleStore file{};
    Answers answers{file.path(), {.address = "127.0.0.1", .port = 8714, .token = token}};

    static WebRequest request(const std::string& path) {
        return {.method = "GET", .path = "/" + token + path, .host = "127.0.0.1:8714"};
    }
    WebAnswer get(const std::string& path, std::vector<std::pair<std::string, std::string>> arguments = {}) {
        WebRequest asked = request(path);
        asked.arguments = std::move(arguments);
        return answers.to(asked);
    }
    WebAnswer post(const std::string& path, const std::string& body) {
        WebRequest asked = request(path);
        asked.method = "POST";
        asked.content_type = "application/json";
        asked.body = body;
        return answers.to(asked);
    }
};

}  // namespace

TEST_CASE("claims are judged where the server may write, from the page's own origin, and in no other way") {
    Desk desk;
    Answers writing{desk.file.path(), {.address = "127.0.0.1", .port = 8714, .token = token, .writes = true}};
    WebRequest asked = Desk::request("/api/judge");
    asked.method = "POST";
    asked.content_type = "application/json";
    asked.body = R"({"claim": 1, "verdict": "rejected", "by": "ana"})";
    const auto status_of_first = [&] { return Store(desk.file.path()).claim(1).status; };
    const Status said = status_of_first();
    CHECK(desk.answers.to(asked).status == 403);
    CHECK(writing.to(asked).status == 403);  // tells no origin
    asked.origin = "http://evil.example";
    CHECK(writing.to(asked).status == 403);
    CHECK(status_of_first() == said);
    asked.origin = "http://127.0.0.1:8714";
    CHECK(desk.answers.to(asked).status == 403);
    CHECK(writing.to(asked).status == 200);
    CHECK(status_of_first() == Status::rejected);
    asked.body = R"({"claim": 1, "verdict": "maybe"})";
    CHECK(writing.to(asked).status == 400);
    asked.body = R"({"claim": 99, "verdict": "confirmed"})";
    CHECK(writing.to(asked).status == 400);
    asked.path = "/" + token + "/api/withdraw";
    asked.body = R"({"judgement": 1})";
    CHECK(writing.to(asked).status == 200);
    CHECK(status_of_first() == said);
    CHECK(desk.get("/api/rights").body == R"({"write":false})");
    asked.method = "GET";
    CHECK(writing.to(asked).status == 404);
}

TEST_CASE("a question's answer over HTTP is that of the question itself") {
    Desk desk;
    const Store store(desk.file.path());
    const Json arguments = {{"from", "Wagner"}, {"to", "Hezbollah"}, {"status", {"planned", "actual"}}};
    const std::string asked = compact(ask(store, "paths", Arguments::from_json(arguments)));
    CHECK(desk.get("/api/ask/paths",
                   {{"from", "Wagner"}, {"to", "Hezbollah"}, {"status", "planned"}, {"status", "actual"}})
              .body == asked);
    CHECK(desk.post("/api/ask/paths", compact(arguments)).body == asked);
    CHECK(desk.get("/api/questions").body == compact(description_of_questions()));
}

TEST_CASE("the page is there, and names a script and a style sheet by their hashes and no other") {
    Desk desk;
    const WebAnswer answer = desk.get("/");
    CHECK(answer.status == 200);
    CHECK(answer.type == "text/html; charset=utf-8");
    CHECK(answer.body == page());
    const std::string policy(policy_of_page());
    CHECK(policy.starts_with("default-src 'none'"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(policy.find("http") == std::string::npos);
}

TEST_CASE("what is wrong is said with what to do") {
    Desk desk;
    const WebAnswer unknown = desk.get("/api/ask/paths", {{"from", "Wagner"}, {"to", "Hezbolla"}});
    CHECK(unknown.status == 400);
    CHECK(Json::parse(unknown.body)["next_step"] == "Did you mean Hezbollah?");
    CHECK(desk.get("/api/ask/paths", {{"from", "Wagner"}}).status == 400);
    CHECK(desk.get("/api/ask/paths", {{"fro", "Wagner"}}).status == 400);
    CHECK(desk.get("/api/ask/nothing").status == 404);
    CHECK(desk.get("/api/ask/").status == 404);
    CHECK(desk.get("/api/ask/../../etc/passwd").status == 404);
    CHECK(desk.post("/api/ask/paths", "[").status == 400);
    CHECK(desk.post("/api/ask/paths", R"({"from":[[["Wagner"]]]})").status == 400);
    CHECK(desk.post("/api/ask/paths", std::string(60'000, '[')).status == 400);
    CHECK(desk.get("/api/ask/statistics", {{"timeout", "0.001"}, {"timeout", "9"}}).status == 400);
}

TEST_CASE("a wrong host, origin, token, method or kind of body gets nothing") {
    Desk desk;
    const auto status = [&](auto change) {
        WebRequest asked = Desk::request("/api/ask/statistics");
        change(asked);
        return desk.answers.to(asked).status;
    };
    CHECK(status([](WebRequest&) {}) == 200);
    CHECK(status([](WebRequest& asked) { asked.host = "evil.example:8714"; }) == 421);
    CHECK(status([](WebRequest& asked) { asked.host.clear(); }) == 421);
    CHECK(status([](WebRequest& asked) { asked.origin = "http://evil.example"; }) == 403);
    CHECK(status([](WebRequest& asked) { asked.fetch_site = "cross-site"; }) == 403);
    CHECK(status([](WebRequest& asked) { asked.path = "/" + std::string(32, '0') + "/api/ask/statistics"; }) == 404);
    for (const char* path : {"", "/", "//", "*", "http://127.0.0.1:8714/", "/../", "/api/ask/statistics"}) {
        CHECK(status([&](WebRequest& asked) { asked.path = path; }) == 404);
    }
    CHECK(status([](WebRequest& asked) { asked.path += std::string(8000, 'a'); }) == 414);
    CHECK(status([](WebRequest& asked) { asked.method = "DELETE"; }) == 405);
    CHECK(status([](WebRequest& asked) { asked.method = "POST"; }) == 415);
    CHECK(status([](WebRequest& asked) {
              asked.method = "POST";
              asked.content_type = "application/x-www-form-urlencoded";
          }) == 415);
}

TEST_CASE("a question ends at its deadline, and when the server ends") {
    test::ExampleStore file;
    Answers hasty(file.path(), {.address = "127.0.0.1", .port = 8714, .token = token, .seconds = 1e-9});
    WebRequest asked = Desk::request("/api/ask/paths");
    asked.arguments = {{"from", "Wagner"}, {"to", "Hezbollah"}};
    CHECK(hasty.to(asked).status == 504);
    Desk desk;
    std::stop_source stop;
    stop.request_stop();
    CHECK(desk.answers.to(asked, stop.get_token()).status == 503);
}

TEST_CASE("without a database there is no server") {
    CHECK_THROWS_AS(Answers("/nowhere/war.db", {}), Error);
}

TEST_CASE("data in a page cannot end its element") {
    const std::string whole = page_with({{"name", "</script><script>alert(1)</script><!--"}});
    CHECK(whole.find("<script>alert") == std::string::npos);
    CHECK(whole.find("\\u003c/script>\\u003cscript>alert(1)") != std::string::npos);
}
