// The Model Context Protocol server, line by line. tests/mcp/ has a whole session with the command.
#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <sstream>
#include <thread>

#include "graph/error.hpp"
#include "graph/store/store_writer.hpp"
#include "query/ask/questions.hpp"
#include "query/corrections.hpp"
#include "query/example_store.hpp"
#include "query/mcp/inbox.hpp"
#include "query/mcp/server.hpp"

using namespace kith;

namespace {

struct Session {
    test::ExampleStore file{};
    McpServer server{file.path()};

    // The answer as one line; "" where there is none.
    std::string answer(const std::string& line) {
        const auto response = server.answer(line);
        return response ? compact(*response) : "";
    }
    Json request(const std::string& method, const Json& params, const Json& id = 1) {
        return *server.answer(compact({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}));
    }
    Json call(const std::string& tool, const Json& arguments = Json::object()) {
        return request("tools/call", {{"name", tool}, {"arguments", arguments}});
    }
    int error_code(const std::string& line) {
        const auto response = server.answer(line);
        REQUIRE(response);
        REQUIRE(response->contains("error"));
        CHECK_FALSE(response->contains("result"));
        CHECK_FALSE((*response)["error"]["message"].get<std::string>().empty());
        return (*response)["error"]["code"];
    }
    std::vector<Json> serve(const std::string& input) {
        std::istringstream in(input);
        std::ostringstream out;
        serve_mcp(server, in, out);
        std::vector<Json> answers;
        std::istringstream lines(out.str());
        for (std::string line; std::getline(lines, line);) answers.push_back(Json::parse(line));
        return answers;
    }
};

const std::string ping = R"({"jsonrpc":"2.0","id":7,"method":"ping"})";
const std::string pong = R"({"jsonrpc":"2.0","id":7,"result":{}})";

}  // namespace

TEST_CASE("initialize agrees on the revision that the client asks for, or else offers the newest") {
    Session session;
    const auto revision = [&](const std::string& asked) {
        const Json result =
            session.request("initialize", {{"protocolVersion", asked},
                                           {"capabilities", Json::object()},
                                           {"clientInfo", {{"name", "a"}, {"version", "1"}}}})["result"];
        return result["protocolVersion"].get<std::string>();
    };
    CHECK(revision("2025-11-25") == "2025-11-25");
    CHECK(revision("2025-06-18") == "2025-06-18");
    CHECK(revision("2024-11-05") == "2024-11-05");
    CHECK(revision("1999-01-01") == "2025-11-25");
    const Json result = session.request("initialize", {{"protocolVersion", "2025-06-18"}})["result"];
    CHECK(result["serverInfo"]["name"] == "kith");
    CHECK(result["capabilities"].dump() == R"({"tools":{}})");
    CHECK(result["instructions"].is_string());
    CHECK(session.request("initialize", Json::object())["error"]["code"] == -32602);
    CHECK(session.request("initialize", {{"protocolVersion", 2}})["error"]["code"] == -32602);
}

TEST_CASE("a notification and an answer get no answer") {
    Session session;
    CHECK(session.answer(R"({"jsonrpc":"2.0","method":"notifications/initialized"})") == "");
    CHECK(session.answer(R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}})") == "");
    CHECK(session.answer(R"({"jsonrpc":"2.0","method":"no/such/thing","params":7})") == "");
    CHECK(session.answer(R"({"jsonrpc":"2.0","id":9,"result":{}})") == "");
    CHECK(session.answer(R"({"jsonrpc":"2.0","id":9,"error":{"code":-32601,"message":"no"}})") == "");
}

TEST_CASE("an answer has the request's id, with its type") {
    Session session;
    CHECK(session.answer(ping) == pong);
    CHECK(session.request("ping", Json::object(), "7").dump() == R"({"jsonrpc":"2.0","id":"7","result":{}})");
    CHECK(session.request("ping", Json::object(), 0)["id"].dump() == "0");
    CHECK(session.request("ping", Json::object(), -3)["id"].dump() == "-3");
    CHECK(session.request("ping", Json::object(), "")["id"].dump() == "\"\"");
    CHECK(session.request("ping", Json::object(), 9007199254740993)["id"].dump() == "9007199254740993");
    CHECK(session.request("no/such/thing", Json::object(), "é")["id"] == "é");
}

TEST_CASE("an id that is no text and no whole number is refused, and an unreadable one left out") {
    Session session;
    for (const char* id : {"null", "1.5", "true", "[1]", "{}"}) {
        CAPTURE(id);
        const std::string line = R"({"jsonrpc":"2.0","id":)" + std::string(id) + R"(,"method":"ping"})";
        CHECK(session.error_code(line) == -32600);
        CHECK_FALSE(session.server.answer(line)->contains("id"));
    }
}

TEST_CASE("what is no request is a JSON-RPC error") {
    Session session;
    CHECK(session.error_code("hello") == -32700);
    CHECK(session.error_code(R"({"jsonrpc":"2.0","id":1,"method":"ping")") == -32700);
    CHECK(session.error_code("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}") == -32700);
    CHECK(session.error_code(ping + ping) == -32700);
    CHECK(session.error_code("") == -32700);
    CHECK(session.error_code("7") == -32600);
    CHECK(session.error_code("null") == -32600);
    CHECK(session.error_code("[" + ping + "]") == -32600);  // batches went with revision 2025-06-18
    CHECK(session.error_code("[]") == -32600);
    CHECK(session.error_code(R"({"id":1,"method":"ping"})") == -32600);
    CHECK(session.error_code(R"({"jsonrpc":"1.0","id":1,"method":"ping"})") == -32600);
    CHECK(session.error_code(R"({"jsonrpc":2.0,"id":1,"method":"ping"})") == -32600);
    CHECK(session.error_code(R"({"jsonrpc":"2.0","id":1})") == -32600);
    CHECK(session.error_code(R"({"jsonrpc":"2.0","id":1,"method":7})") == -32600);
    CHECK(session.error_code(R"({"jsonrpc":"2.0","id":1,"method":""})") == -32601);
    CHECK(session.error_code(R"({"jsonrpc":"2.0","id":1,"method":"resources/list"})") == -32601);
    CHECK(session.answer(ping) == pong);
}

TEST_CASE("parameters of the wrong type are a JSON-RPC error") {
    Session session;
    CHECK(session.request("ping", Json::array({1}))["error"]["code"] == -32602);
    CHECK(session.request("tools/list", "all")["error"]["code"] == -32602);
    CHECK(session.request("tools/call", Json::object())["error"]["code"] == -32602);
    CHECK(session.request("tools/call", {{"name", 7}})["error"]["code"] == -32602);
    const Json unknown = session.call(std::string(5'000, 'x'));
    CHECK(unknown["error"]["code"] == -32602);
    CHECK(unknown["error"]["message"].get<std::string>().size() < 200);
}

TEST_CASE("the tools are the questions that can be asked") {
    Session session;
    const Json tools = session.request("tools/list", Json::object())["result"]["tools"];
    REQUIRE(tools.size() == all_questions().size());
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const Question& question = *all_questions()[i];
        CHECK(tools[i]["name"] == question.name);
        CHECK(tools[i]["title"] == question.title);
        CHECK(tools[i]["inputSchema"] == schema_of(parameters_of(question)));
        CHECK(tools[i]["annotations"]["readOnlyHint"] == true);
    }
}

TEST_CASE("a tool's result is the answer as text and as structured content") {
    Session session;
    const Json result = session.call("paths", {{"from", "Wagner"}, {"to", "Hezbollah"}})["result"];
    CHECK(result["isError"] == false);
    const Json& structured = result["structuredContent"];
    CHECK(structured["paths"].size() == 1);
    REQUIRE(result["content"].size() == 1);
    CHECK(result["content"][0]["type"] == "text");
    CHECK(Json::parse(result["content"][0]["text"].get<std::string>()) == structured);
    const Json without = session.request("tools/call", {{"name", "statistics"}})["result"];
    CHECK(without["structuredContent"]["documents"] == 4);
}

TEST_CASE("a tool takes a name with its kind, as kith prints it") {
    Session session;
    const auto paths = [&](const std::string& from) {
        return session.call("paths", {{"from", from}, {"to", "Hezbollah (armed group)"}})["result"];
    };
    CHECK(paths("Wagner Group (armed group)") == paths("Wagner Group"));
    CHECK(paths("Wagner Group (armed group)")["structuredContent"]["paths"].size() == 1);
    CHECK(paths("Wagner Group (person)")["isError"] == true);
}

TEST_CASE("what an assistant gets wrong is a result that says so, with the next step") {
    Session session;
    const auto message = [&](const Json& arguments) {
        const Json result = session.call("paths", arguments)["result"];
        CHECK(result["isError"] == true);
        CHECK_FALSE(result.contains("structuredContent"));
        return result["content"][0]["text"].get<std::string>();
    };
    CHECK(message({{"from", "Hezbolah"}, {"to", "Iran"}}) ==
          "Hezbolah: no entity goes by this name\nDid you mean Hezbollah?");
    CHECK(message({{"from", "Iran"}}) == "the argument \"to\" is missing\nIt is the entity to reach.");
    CHECK(message(Json::array({"Iran"})).starts_with("the arguments are no JSON object\n"));
    CHECK(message({{"from", {{"name", "Iran"}}}, {"to", "Mali"}}).starts_with("from: a list or an object"));
}

TEST_CASE("what others write meanwhile is answered with") {
    Session session;
    const auto statistics = [&] { return session.call("statistics")["result"]["structuredContent"]; };
    CHECK(statistics()["documents"] == 4);
    std::vector<std::string> notes;
    merge_entities(session.file.path(), "Iran", "Mali", false, notes);
    const Json merged = session.call("find_entity", {{"name", "Mali"}})["result"]["structuredContent"];
    CHECK(merged["entities"][0]["name"] == "Iran");
    forget_documents(session.file.path(), "reaction.txt");
    CHECK(statistics()["documents"] == 3);
    const std::string quote = "Chad counts Mali as an ally.";
    {
        StoreWriter writer(session.file.path());
        test::write({{"chad.txt",
                      "Sahel Dispatch",
                      "2023-01-01",
                      quote,
                      {{.subject = {"Chad", EntityKind::state, "Chad", {}},
                        .relation = "allied_with",
                        .object = {"Niger", EntityKind::state, "Mali", {}},
                        .quote = quote}}}},
                    writer);
        writer.commit();
    }
    CHECK(statistics()["documents"] == 4);
    CHECK(session.call("claims", {{"about", "Chad"}})["result"]["structuredContent"]["ties"].size() == 1);
}

TEST_CASE("a server needs a database that is there") {
    const test::TemporaryDirectory directory;
    CHECK_THROWS_AS(McpServer(directory.file("none.db")), Error);
    CHECK_FALSE(std::filesystem::exists(directory.file("none.db")));
    CHECK_THROWS_AS(McpServer(directory.write("text.db", "no database at all, only words")), Error);
}

TEST_CASE("nesting that could exhaust the stack is refused") {
    Session session;
    const auto nested = [](std::size_t depth) {
        return R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{"a":)" + std::string(depth, '[') +
               std::string(depth, ']') + "}}";
    };
    CHECK(session.answer(nested(40)) == R"({"jsonrpc":"2.0","id":1,"result":{}})");
    CHECK(session.error_code(nested(100)) == -32600);
    CHECK(session.error_code(std::string(3'000'000, '[')) == -32600);
    std::string objects;
    for (int i = 0; i < 500'000; ++i) objects += "{\"a\":";
    CHECK(session.error_code(objects) == -32600);
}

TEST_CASE("a session goes on after lines that are empty, malformed or too long") {
    Session session;
    const std::string long_line(5 << 20, ' ');
    const auto answers = session.serve("\n \r\n" + ping + "\r\nnonsense\n" + long_line + "\n" + ping + "\n" +
                                       R"({"jsonrpc":"2.0","method":"notifications/initialized"})" + "\n" + ping);
    REQUIRE(answers.size() == 5);
    CHECK(answers[0].dump() == pong);
    CHECK(answers[1]["error"]["code"] == -32700);
    CHECK(answers[2].dump() ==
          R"({"jsonrpc":"2.0","error":{"code":-32600,"message":"the line is longer than 4 MiB"}})");
    CHECK(answers[3].dump() == pong);
    CHECK(answers[4].dump() == pong);  // the last line may end without a newline
    CHECK(session.serve("").empty());
    CHECK(session.serve(long_line).size() == 1);
}

TEST_CASE("an answer is one line of UTF-8, whatever is asked") {
    Session session;
    const std::string odd = R"({"jsonrpc":"2.0","id":"a\nb\u2028","method":"no\n\u0000such"})";
    const std::string answer = session.answer(odd);
    CHECK(answer.find('\n') == std::string::npos);
    CHECK(Json::parse(answer)["id"] == "a\nb\xE2\x80\xA8");
    std::string long_method = "x";
    for (int i = 0; i < 100; ++i) long_method += "é";  // cut within a letter
    CHECK(Json::accept(compact(session.request(long_method, Json::object()))));
}

TEST_CASE("a cancelled request is stopped, or not begun, and not answered") {
    Session session;
    const std::string call =
        compact({{"jsonrpc", "2.0"},
                 {"id", 3},
                 {"method", "tools/call"},
                 {"params", {{"name", "paths"}, {"arguments", {{"from", "Mali"}, {"to", "Hezbollah"}}}}}});
    std::stop_source stop;
    CHECK(session.server.answer(call, stop.get_token()));
    stop.request_stop();
    CHECK_FALSE(session.server.answer(call, stop.get_token()));
    CHECK(session.answer(ping) == pong);

    // Heard while the request is being answered, if it was given out before.
    std::istringstream in(
        call + "\n" + R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"3"}})" + "\n" +
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":3}})" + "\n" + ping);
    Inbox inbox(in);
    std::optional<Inbox::Line> line = inbox.next();
    REQUIRE(line);
    if (line->text == call) {
        while (!line->stop.stop_requested()) std::this_thread::yield();
        line = inbox.next();
    }
    REQUIRE(line);
    CHECK(line->text == ping);
    CHECK_FALSE(line->stop.stop_requested());
    CHECK_FALSE(inbox.next());
}
